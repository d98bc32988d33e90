import { z } from 'zod';
import {
  address,
  choiceOption,
  colourScheme,
  hasOneSource,
  identifier,
  imageSource,
  ONE_SOURCE,
  overflowOption,
  plainText,
  string,
} from './composition.js';
import { actionable, confirmable, focusable, label, menu } from './element-fields.js';
import { selects } from './select-schemas.js';
import { richTextInput, textInputs } from './text-input-schemas.js';

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
