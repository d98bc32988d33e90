import { z } from 'zod';
import { conversationFilter, identifier, option, optionGroup } from './composition.js';
import { menu } from './element-fields.js';

const severalOf = { max_selected_items: z.int().min(1).optional() };
const responds = { response_url_enabled: z.boolean().optional() };
const optionLists = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const minQueryLength = { min_query_length: z.int().min(0).optional() };

function hasOneList(select: { options?: unknown; option_groups?: unknown }): boolean {
  return (select.options === undefined) !== (select.option_groups === undefined);
}
const ONE_LIST = 'must have either options or option_groups';

/** The select menus, for one choice and for several. */
export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...menu,
      ...optionLists,
      initial_option: option.optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...menu,
      ...severalOf,
      ...optionLists,
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(hasOneList, ONE_LIST),
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    ...minQueryLength,
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...menu,
    ...severalOf,
    ...minQueryLength,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('users_select'),
    ...menu,
    initial_user: identifier.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...menu,
    ...severalOf,
    initial_users: z.array(identifier).optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...responds,
    initial_conversation: identifier.optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...severalOf,
    initial_conversations: z.array(identifier).optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...responds,
    initial_channel: identifier.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...menu,
    ...severalOf,
    initial_channels: z.array(identifier).optional(),
  }),
] as const;
