import { z } from 'zod';
import {
  address,
  choiceOption,
  colourScheme,
  confirm,
  conversationFilter,
  dispatchActionConfig,
  hasOneSource,
  identifier,
  imageSource,
  ONE_SOURCE,
  option,
  optionGroup,
  overflowOption,
  plainText,
  string,
} from './composition.js';
import { richText } from './rich-text.js';

const actionable = { action_id: identifier.optional() };
const confirmable = { ...actionable, confirm: confirm.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(150).optional() };
const menu = { ...confirmable, ...focusable, ...placeholder };
const severalOf = { max_selected_items: z.int().min(1).optional() };
const typed = {
  ...actionable,
  ...focusable,
  ...placeholder,
  dispatch_action_config: dispatchActionConfig.optional(),
};
const responds = { response_url_enabled: z.boolean().optional() };
const optionLists = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const minQueryLength = { min_query_length: z.int().min(0).optional() };
const label = { accessibility_label: string(75).optional() };

function hasOneList(select: { options?: unknown; option_groups?: unknown }): boolean {
  return (select.options === undefined) !== (select.option_groups === undefined);
}
const ONE_LIST = 'must have either options or option_groups';

export const button = z.strictObject({
  type: z.literal('button'),
  ...confirmable,
  ...label,
  text: plainText(75),
  value: string(2_000).optional(),
  url: address.optional(),
  style: colourScheme.optional(),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...confirmable,
  ...label,
  text: plainText(75),
  style: colourScheme.optional(),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: address,
      customizable_input_parameters: z
        .array(z.strictObject({ name: string(255), value: string(2_000) }))
        .optional(),
    }),
  }),
});

export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: string(2_000), ...imageSource })
  .refine(hasOneSource, ONE_SOURCE);

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...confirmable,
  ...focusable,
  options: z.array(choiceOption).min(1).max(10),
  initial_options: z.array(choiceOption).min(1).optional(),
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...confirmable,
  ...focusable,
  options: z.array(choiceOption).min(1).max(10),
  initial_option: choiceOption.optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...confirmable,
  options: z.array(overflowOption).min(1).max(5),
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menu,
  initial_date: z.iso.date().optional(),
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...confirmable,
  ...focusable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: string(100).optional(),
});

const selects = [
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

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

const textInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3_000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000).optional(),
  }),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...typed,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...typed,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const;

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(string(20)).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

const feedbackButton = z.strictObject({ ...label, text: plainText(75), value: string(2_000) });

const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionable,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...confirmable,
  ...label,
  icon: string(255),
  text: plainText(75),
  value: string(2_000).optional(),
  visible_to_user_ids: z.array(identifier).optional(),
});

const choosers = [checkboxes, radioButtons, datepicker, timepicker, ...selects] as const;

/** What an `actions` block may hold. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  datetimepicker,
  richTextInput,
  ...choosers,
]);

/** What may stand beside the text of a `section` block. */
export const sectionAccessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  imageElement,
  ...choosers,
]);

/** What an `input` block may hold. */
export const inputElement = z.discriminatedUnion('type', [
  datetimepicker,
  richTextInput,
  fileInput,
  ...textInputs,
  ...choosers,
]);

/** What a `context_actions` block may hold. */
export const contextActionsElement = z.discriminatedUnion('type', [feedbackButtons, iconButton]);
