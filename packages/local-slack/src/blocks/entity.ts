import { z } from 'zod';
import { address, string } from './composition.js';

const customField = z.strictObject({
  key: string(255),
  label: string(255),
  type: z.enum(['integer', 'string', 'boolean', 'slack#/types/date', 'slack#/types/link']),
  value: z.union([z.string(), z.number()]).optional(),
  link: address.optional(),
  long: z.boolean().optional(),
});

/**
 * A Work Object in `metadata.entities` of an unfurl, of the general kind. Source: Slack,
 * "Implementing Work Objects".
 */
export const entity = z.strictObject({
  app_unfurl_url: address,
  url: address,
  external_ref: z.strictObject({ id: string(255), type: string(255).optional() }),
  entity_type: z.enum(['slack#/entities/item', 'slack#/entities/content_item']),
  entity_payload: z.strictObject({
    attributes: z.strictObject({
      title: z.strictObject({ text: string(255) }),
      display_type: string(255).optional(),
      display_id: string(255).optional(),
      product_name: string(255).optional(),
    }),
    custom_fields: z.array(customField).max(50).optional(),
    display_order: z.array(z.string()).optional(),
  }),
});
