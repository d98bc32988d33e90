import { z } from 'zod';
import { initialState } from '../element-state.js';
import { changedMessageEvents, deletedMessageEvents, sendEvents } from '../events.js';
import { jsonObject, parseJson } from '../json.js';
import { messagePayload } from '../payloads.js';
import { checkContent, contentFields, postAsBot } from '../posting.js';
import type { ServerContext } from '../server-context.js';
import { SlackError } from '../slack-error.js';
import type { Conversation, StoredMessage } from '../workspace.js';
import { type Method, method, requireChannel } from './call.js';

const MESSAGE_INTERVAL_MS = 1_000;

const metadata = z
  .preprocess(
    (given) => (typeof given === 'string' ? parseJson(given) : given),
    z.strictObject({ event_type: z.string().min(1), event_payload: jsonObject }),
  )
  .optional();

const post = z.looseObject({
  ...contentFields,
  channel: z.string(),
  thread_ts: z.string().optional(),
  metadata,
});

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': method({
    scope: 'chat:write',
    args: post,
    run: (args, context) => {
      const channel = writableChannel(args.channel, context);
      const content = checkContent(args, context);
      const threadTs = threadOf(args.thread_ts, channel, context);
      keepPace(channel, context);
      const message = postAsBot(context, content, {
        channel: channel.id,
        threadTs,
        metadata: args.metadata ?? null,
      });
      return {
        channel: channel.id,
        ts: message.ts,
        message: withMetadata(context, message),
      };
    },
  }),

  'chat.postEphemeral': method({
    scope: 'chat:write',
    args: z.looseObject({ ...post.shape, user: z.string() }),
    run: (args, context) => {
      const channel = writableChannel(args.channel, context);
      const reader = context.workspace.users.get(args.user);
      if (reader === undefined || reader.isBot) throw new SlackError('user_not_in_channel');
      const message = postAsBot(context, checkContent(args, context), {
        channel: channel.id,
        threadTs: threadOf(args.thread_ts, channel, context),
        ephemeralTo: reader.id,
      });
      return { message_ts: message.ts };
    },
  }),

  'chat.update': method({
    scope: 'chat:write',
    args: z.looseObject({ ...contentFields, channel: z.string(), ts: z.string(), metadata }),
    run: (args, context) => {
      const message = ownMessage(args, context, 'cant_update_message');
      const before = messagePayload(context, message);
      const content = checkContent(args, context);
      context.workspace.editMessage(message, content);
      message.state = initialState(content.blocks);
      if (args.metadata !== undefined) message.metadata = args.metadata;
      void sendEvents(context, changedMessageEvents(context, message, before));
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: withMetadata(context, message),
      };
    },
  }),

  'chat.delete': method({
    scope: 'chat:write',
    args: z.looseObject({ channel: z.string(), ts: z.string() }),
    run: (args, context) => {
      const message = ownMessage(args, context, 'cant_delete_message');
      context.workspace.removeMessage(message);
      void sendEvents(context, deletedMessageEvents(context, message));
      return { channel: message.channel, ts: message.ts };
    },
  }),

  'chat.getPermalink': method({
    args: z.looseObject({ channel: z.string(), message_ts: z.string() }),
    run: (args, context) => {
      const channel = requireChannel(args.channel, context);
      const message = context.workspace.findMessage(channel.id, args.message_ts);
      if (message === undefined || message.ephemeral) throw new SlackError('message_not_found');
      const place = `/archives/${channel.id}/p${message.ts.replace('.', '')}`;
      const thread =
        message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
      return { channel: channel.id, permalink: `${context.url}${place}${thread}` };
    },
  }),
};

/** A message as Slack gives it to its author, metadata included. */
export function withMetadata(context: ServerContext, message: StoredMessage) {
  return {
    ...messagePayload(context, message),
    ...(message.metadata !== null && { metadata: message.metadata }),
  };
}

/** A channel (or, by a user's id, the direct message) in which the bot may post. */
function writableChannel(idOrName: string, context: ServerContext): Conversation {
  const { workspace, scopes } = context;
  if (idOrName === workspace.you.id) return workspace.directMessage;
  const channel = requireChannel(idOrName, context);
  if (channel.isArchived) throw new SlackError('is_archived');
  if (!channel.botIsMember && !scopes.has('chat:write.public'))
    throw new SlackError('not_in_channel');
  return channel;
}

/** A reply to a reply belongs to the thread's first message. */
function threadOf(
  ts: string | undefined,
  channel: Conversation,
  { workspace }: ServerContext,
): string | null {
  if (ts === undefined || ts === '') return null;
  const parent = workspace.findMessage(channel.id, ts);
  if (parent === undefined || parent.ephemeral) throw new SlackError('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function ownMessage(
  { channel, ts }: { channel: string; ts: string },
  context: ServerContext,
  refused: string,
): StoredMessage {
  const message = context.workspace.findMessage(requireChannel(channel, context).id, ts);
  if (message === undefined || message.ephemeral) throw new SlackError('message_not_found');
  if (message.user !== context.workspace.bot.id) throw new SlackError(refused);
  return message;
}

/** Slack lets an app post about one message a second to a channel. */
function keepPace(channel: Conversation, { workspace, pace }: ServerContext): void {
  if (pace === null) return;
  const now = workspace.now();
  const before = pace.get(channel.id);
  if (before !== undefined && now - before < MESSAGE_INTERVAL_MS) {
    throw new SlackError('ratelimited', { retryAfter: 1 });
  }
  pace.set(channel.id, now);
}
