import { z } from 'zod';
import { isDirectMessage } from './api/channels.js';
import { Id } from './payloads.js';

/** A message or mention as the Events API tells it, as far as it is read. */
const IncomingMessage = z.object({
  channel: Id,
  channel_type: z.string().optional(),
  user: Id.optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  edited: z.unknown().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  app_context: z.lazy(() => AppContext).optional(),
});

/** What somebody has open beside the conversation with the bot, the most relevant first. */
const AppContext = z.object({ entities: z.array(z.unknown()).default([]) });
const ChannelEntity = z
  .object({ type: z.literal('slack#/types/channel_id'), value: Id })
  .transform(({ value }) => value);
const MessageEntity = z
  .object({
    type: z.literal('slack#/types/message_context'),
    value: z.object({ channel_id: Id }),
  })
  .transform(({ value }) => value.channel_id);

/** The first channel among what somebody has open; null where there is none. */
const openChannelOf = ({ entities }: z.infer<typeof AppContext>): string | null =>
  entities
    .map((entity) => z.union([ChannelEntity, MessageEntity]).safeParse(entity).data)
    .find((channel) => channel !== undefined) ?? null;

/**
 * Somebody opens another channel while the bot is beside it. Source: Slack, "app_context_changed",
 * whose example names the person in `authorizations` alone.
 */
export const ContextChanged = z
  .object({
    event: z.object({ user: Id.optional(), context: AppContext }),
    authorizations: z.array(z.object({ user_id: Id.nullish(), is_bot: z.boolean() })).default([]),
  })
  .transform(({ event: { user, context }, authorizations }) => ({
    user: user ?? authorizations.find(({ is_bot }) => !is_bot)?.user_id ?? null,
    openChannel: openChannelOf(context),
  }));

/** A person's own new message: who wrote what, where. */
export type PersonsMessage = {
  channel: string;
  isDirect: boolean;
  user: string;
  text: string;
  ts: string;
  threadTs: string | undefined;
  /** The channel that they have open beside it; undefined where Slack does not say. */
  openChannel: string | null | undefined;
};

const PERSONS_SUBTYPES = ['file_share', 'thread_broadcast'];

/**
 * Reads the message of a person. Gives null for those of bots, deletions, edits (unless of messages
 * written since `editedSince`, in milliseconds since 1970) and whatever else Slack reports as a
 * message.
 */
export function readPersonsMessage(
  event: unknown,
  { editedSince = Number.POSITIVE_INFINITY } = {},
): PersonsMessage | null {
  const { channel, channel_type, user, bot_id, subtype, edited, text, ts, thread_ts, app_context } =
    IncomingMessage.parse(event);
  if (!user || bot_id) return null;
  if (edited && Number(ts) * 1_000 < editedSince) return null;
  if (subtype !== undefined && !PERSONS_SUBTYPES.includes(subtype)) return null;
  const isDirect = channel_type === 'im' || isDirectMessage(channel);
  const openChannel = app_context && openChannelOf(app_context);
  return { channel, isDirect, user, text, ts, threadTs: thread_ts, openChannel };
}

/** Somebody joins a channel, or is added to it, as far as it is read. */
export const Joined = z.object({ user: Id, channel: Id, inviter: Id.optional() });

/** Links are in a message, or still being typed (`composer`), as far as is read. */
export const LinksShared = z.object({
  user: Id,
  channel: Id,
  message_ts: z.string(),
  source: z.string().default('conversations_history'),
  links: z.array(z.object({ url: z.string() })),
});

/** A channel that another organisation shares; where Slack does not say so, it may be one. */
export const isSharedOutside = (body: unknown): boolean =>
  z.object({ is_ext_shared_channel: z.literal(false) }).safeParse(body).success === false;

/** A step of a workflow that is to be done, as far as it is read. */
export const StepExecuted = z
  .object({
    inputs: z.object({ council: z.string().nullish(), question: z.string().nullish() }),
    function_execution_id: z.string().min(1),
  })
  .transform(({ inputs, function_execution_id }) => ({
    council: (inputs.council ?? '').trim(),
    question: (inputs.question ?? '').trim(),
    execution: function_execution_id,
  }));
