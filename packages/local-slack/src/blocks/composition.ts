import { z } from 'zod';

/** A string of 1 to `most` characters. */
export const string = (most: number) => z.string().min(1).max(most);

/** An `action_id` or a `block_id`: at most 255 characters. */
export const identifier = string(255);

export const address = z.url({ protocol: /^https?$/ }).max(3_000);

export const secureAddress = z.url({ protocol: /^https$/ }).max(3_000);

/** A `plain_text` object of 1 to `most` characters. */
export const plainText = (most = 3_000) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: string(most),
    emoji: z.boolean().optional(),
  });

/** A `mrkdwn` object of 1 to `most` characters. */
export const mrkdwn = (most = 3_000) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: string(most),
    verbatim: z.boolean().optional(),
  });

/** Either text object. */
export const anyText = (most = 3_000) =>
  z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);

export const colourScheme = z.enum(['primary', 'danger']);

export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: colourScheme.optional(),
});

/** Slack's documentation allows 150 characters in `value`. */
const optionFields = { value: string(150), description: plainText(75).optional() };

/** An option of a select menu. */
export const option = z.strictObject({ text: plainText(75), ...optionFields });

/** An option of an overflow menu, which may lead somewhere. */
export const overflowOption = z.strictObject({
  text: plainText(75),
  ...optionFields,
  url: address.optional(),
});

/** An option of checkboxes and radio buttons, whose texts may be mrkdwn. */
export const choiceOption = z.strictObject({
  text: anyText(75),
  value: string(150),
  description: anyText(75).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must have at least one filter');

const slackFile = z
  .strictObject({ id: string(255).optional(), url: address.optional() })
  .refine(({ id, url }) => (id === undefined) !== (url === undefined), 'must have an id or a url');

/** Where an image comes from: exactly one of the two. */
export const imageSource = { image_url: address.optional(), slack_file: slackFile.optional() };

export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_SOURCE = 'must have either an image_url or a slack_file';
