import { z } from 'zod';
import { initialState } from '../elements.js';
import { changedMessageEvents, deletedMessageEvents, sendEvents } from '../events.js';
import { jsonObject, parseJson } from '../json.js';
import { messagePayload } from '../payloads.js';
import { checkContent, contentFields, postAsBot } from '../posting.js';
import type { Room } from '../room.js';
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
    run: (args, room) => {
      const channel = writableChannel(args.channel, room);
      const content = checkContent(args);
      const threadTs = threadOf(args.thread_ts, channel, room);
      keepPace(channel, room);
      const message = postAsBot(room, content, {
        channel: channel.id,
        threadTs,
        metadata: args.metadata ?? null,
      });
      return {
        channel: channel.id,
        ts: message.ts,
        message: withMetadata(room, message),
      };
    },
  }),

  'chat.postEphemeral': method({
    scope: 'chat:write',
    args: z.looseObject({ ...post.shape, user: z.string() }),
    run: (args, room) => {
      const channel = writableChannel(args.channel, room);
      const reader = room.workspace.users.get(args.user);
      if (reader === undefined || reader.isBot) throw new SlackError('user_not_in_channel');
      const message = postAsBot(room, checkContent(args), {
        channel: channel.id,
        threadTs: threadOf(args.thread_ts, channel, room),
        ephemeralTo: reader.id,
      });
      return { message_ts: message.ts };
    },
  }),

  'chat.update': method({
    scope: 'chat:write',
    args: z.looseObject({ ...contentFields, channel: z.string(), ts: z.string(), metadata }),
    run: (args, room) => {
      const message = ownMessage(args, room, 'cant_update_message');
      const before = messagePayload(room, message);
      const content = checkContent(args);
      room.workspace.editMessage(message, content);
      message.state = initialState(content.blocks);
      if (args.metadata !== undefined) message.metadata = args.metadata;
      void sendEvents(room, changedMessageEvents(room, message, before));
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: withMetadata(room, message),
      };
    },
  }),

  'chat.delete': method({
    scope: 'chat:write',
    args: z.looseObject({ channel: z.string(), ts: z.string() }),
    run: (args, room) => {
      const message = ownMessage(args, room, 'cant_delete_message');
      room.workspace.removeMessage(message);
      void sendEvents(room, deletedMessageEvents(room, message));
      return { channel: message.channel, ts: message.ts };
    },
  }),

  'chat.getPermalink': method({
    args: z.looseObject({ channel: z.string(), message_ts: z.string() }),
    run: (args, room) => {
      const channel = requireChannel(args.channel, room);
      const message = room.workspace.findMessage(channel.id, args.message_ts);
      if (message === undefined || message.ephemeral) throw new SlackError('message_not_found');
      const place = `/archives/${channel.id}/p${message.ts.replace('.', '')}`;
      const thread =
        message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
      return { channel: channel.id, permalink: `${room.url}${place}${thread}` };
    },
  }),
};

/** A message as Slack gives it to its author, metadata included. */
export function withMetadata(room: Room, message: StoredMessage) {
  return {
    ...messagePayload(room, message),
    ...(message.metadata !== null && { metadata: message.metadata }),
  };
}

/** A channel (or, by a user's id, the direct message) in which the bot may post. */
function writableChannel(idOrName: string, room: Room): Conversation {
  const { workspace, scopes } = room;
  if (idOrName === workspace.you.id) return workspace.directMessage;
  const channel = requireChannel(idOrName, room);
  if (channel.isArchived) throw new SlackError('is_archived');
  if (!channel.botIsMember && !scopes.has('chat:write.public'))
    throw new SlackError('not_in_channel');
  return channel;
}

/** A reply to a reply belongs to the thread's first message. */
function threadOf(
  ts: string | undefined,
  channel: Conversation,
  { workspace }: Room,
): string | null {
  if (ts === undefined || ts === '') return null;
  const parent = workspace.findMessage(channel.id, ts);
  if (parent === undefined || parent.ephemeral) throw new SlackError('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function ownMessage(
  { channel, ts }: { channel: string; ts: string },
  room: Room,
  refused: string,
): StoredMessage {
  const message = room.workspace.findMessage(requireChannel(channel, room).id, ts);
  if (message === undefined || message.ephemeral) throw new SlackError('message_not_found');
  if (message.user !== room.workspace.bot.id) throw new SlackError(refused);
  return message;
}

/** Slack lets an app post about one message a second to a channel. */
function keepPace(channel: Conversation, { workspace, pace }: Room): void {
  if (pace === null) return;
  const now = workspace.now();
  const before = pace.get(channel.id);
  if (before !== undefined && now - before < MESSAGE_INTERVAL_MS) {
    throw new SlackError('ratelimited', { retryAfter: 1 });
  }
  pace.set(channel.id, now);
}
