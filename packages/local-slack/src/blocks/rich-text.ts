import { z } from 'zod';
import { identifier, string } from './composition.js';

const styled = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
};

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...styled });

const link = z.strictObject({
  type: z.literal('link'),
  url: string(3_000),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  ...styled,
});

const richTextElement = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    ...styled,
  }),
  z.strictObject({ type: z.literal('color'), value: string(9), ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: identifier, ...styled }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: string(3_000),
    url: string(3_000).optional(),
    fallback: string(3_000).optional(),
    ...styled,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: string(100),
    unicode: z.string().optional(),
    url: z.string().optional(),
    ...styled,
  }),
  z.strictObject({ type: z.literal('team'), team_id: identifier, ...styled }),
  z.strictObject({ type: z.literal('user'), user_id: identifier, ...styled }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: identifier, ...styled }),
]);

const bordered = { border: z.union([z.literal(0), z.literal(1)]).optional() };

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richTextElement).min(1),
});

/**
 * A `rich_text` block, which is also a table's cell, an input's first value and a container's
 * title.
 */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...bordered,
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(richTextElement).min(1),
          ...bordered,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [text, link])).min(1),
          ...bordered,
        }),
      ]),
    )
    .min(1),
});
