import { z } from 'zod';
import { isDirectMessage } from './api/channels.js';
import { responseUrl } from './api/response-url.js';

/** Slack's ids are capital letters and digits; anything else could carry markup into a reply. */
const Id = z.string().regex(/^[A-Z0-9]+$/);

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

/** Whoever clicks or sends something; Slack has their handle under either name. */
const Person = z.object({ id: Id, name: z.string().nullish(), username: z.string().nullish() });

const nameOf = ({ name, username }: z.infer<typeof Person>): string => name ?? username ?? '';

/** A form that somebody sent, as far as it is read. */
export const Submission = z
  .object({ user: Person, view: z.object({ private_metadata: z.string(), state: z.unknown() }) })
  .transform(({ user, view }) => ({
    user: user.id,
    userName: nameOf(user),
    metadata: view.private_metadata,
    state: view.state,
  }));

const HomeMetadata = z.object({ direct: Id.nullable(), urn: z.string().nullable() });

/** What a Home tab carries; one that an older version filled carries nothing. */
export const homePlace = (metadata: string): z.infer<typeof HomeMetadata> =>
  metadata === '' ? { direct: null, urn: null } : HomeMetadata.parse(JSON.parse(metadata));

/**
 * A block action (somebody clicks a button), as far as it is read. One in the Home tab has no
 * channel and no `response_url`. It is read once: `respond` counts the uses of its `response_url`.
 */
export const BlockAction = z
  .object({
    user: Person,
    channel: z.object({ id: Id }).nullish(),
    container: z.object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().default(false),
    }),
    view: z.object({ type: z.string(), private_metadata: z.string().default('') }).nullish(),
    response_url: z.url().optional(),
    trigger_id: z.string().optional(),
    actions: z
      .array(
        z.object({
          action_id: z.string().default(''),
          block_id: z.string().default(''),
          value: z.string().default(''),
          selected_option: z.object({ value: z.string() }).nullish(),
        }),
      )
      .min(1),
  })
  .transform(({ user, channel, container, view, response_url, trigger_id, actions }) => ({
    user: user.id,
    userName: nameOf(user),
    channel: channel?.id,
    messageTs: container.message_ts,
    isEphemeral: container.is_ephemeral,
    threadTs: container.thread_ts,
    respond: response_url === undefined ? undefined : responseUrl(response_url),
    responseUrl: response_url,
    triggerId: trigger_id,
    /** Where it was clicked in a Home tab: what that was filled with. */
    home: view?.type === 'home' ? homePlace(view.private_metadata) : null,
    actionId: actions[0]?.action_id ?? '',
    value: actions[0]?.value ?? '',
    blockId: actions[0]?.block_id ?? '',
    /** What was chosen in a list. */
    selected: actions[0]?.selected_option?.value ?? null,
  }));
export type BlockAction = z.infer<typeof BlockAction>;

/** A message shortcut: somebody chooses it in the menu of a message, whose text it carries. */
export const MessageShortcut = z
  .object({
    user: Person,
    channel: z.object({ id: Id }),
    message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
    trigger_id: z.string(),
    response_url: z.url(),
  })
  .transform(({ user, channel, message, trigger_id, response_url }) => ({
    user: user.id,
    channel: channel.id,
    text: message.text,
    threadTs: message.thread_ts,
    trigger: trigger_id,
    responseUrl: response_url,
  }));

/** A slash command, as far as it is read; once a command, for `respond` counts too. */
export const SlashCommand = z
  .object({
    channel_id: Id,
    user_id: Id,
    user_name: z.string().default(''),
    trigger_id: z.string().default(''),
    text: z.string().default(''),
    response_url: z.url(),
  })
  .transform(({ response_url, ...command }) => ({
    ...command,
    responseUrl: response_url,
    respond: responseUrl(response_url),
  }));

/**
 * The workspace that something belongs to or, where Slack names none, the enterprise across which
 * the app is installed: the key of all that is stored of it.
 * @throws Error where Slack names neither, so that nothing is stored without a key.
 */
export function workspaceOf(context: { teamId?: string; enterpriseId?: string }): string {
  const workspace = context.teamId || context.enterpriseId;
  if (!workspace) throw new Error('Slack names no workspace');
  return workspace;
}
