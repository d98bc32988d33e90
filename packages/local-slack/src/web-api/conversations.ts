import { z } from 'zod';
import { historyScope } from '../events.js';
import type { JsonObject } from '../json.js';
import { messagePayload } from '../payloads.js';
import { flag } from '../posting.js';
import type { ServerContext } from '../server-context.js';
import { SlackError } from '../slack-error.js';
import type { Conversation, StoredMessage } from '../workspace.js';
import { type Method, method, requireChannel, seenChannel } from './call.js';
import { withMetadata } from './chat.js';

const window = {
  channel: z.string(),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
  cursor: z.string().optional(),
};

export const conversationsMethods: Record<string, Method> = {
  'conversations.info': method({
    scope: readScope,
    args: z.looseObject({ channel: z.string() }),
    run: (args, context) => ({ channel: describe(requireChannel(args.channel, context), context) }),
  }),

  'conversations.open': method({
    scope: 'im:write',
    args: z.looseObject({ users: z.string().optional(), channel: z.string().optional() }),
    run: ({ users, channel }, { workspace }) => {
      const { directMessage, you } = workspace;
      if (users === undefined && channel === undefined)
        throw new SlackError('users_list_not_supplied');
      if (users !== undefined && users !== you.id) throw new SlackError('user_not_found');
      if (channel !== undefined && channel !== directMessage.id) {
        throw new SlackError('channel_not_found');
      }
      return { no_op: true, already_open: true, channel: { id: directMessage.id } };
    },
  }),

  'conversations.members': method({
    scope: readScope,
    args: z.looseObject({
      channel: z.string(),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
      cursor: z.string().optional(),
    }),
    run: (args, context) => {
      const { workspace } = context;
      const channel = requireChannel(args.channel, context);
      const people = channel.kind === 'im' ? [workspace.you] : [...workspace.users.values()];
      const members = people
        .map(({ id }) => id)
        .filter((id) => id !== workspace.bot.id && (channel.members?.includes(id) ?? true));
      const all = channel.botIsMember ? [...members, workspace.bot.id] : members;
      const start = args.cursor ? all.findIndex((id) => memberCursor(id) === args.cursor) : 0;
      if (start === -1) throw new SlackError('invalid_cursor');
      const next = all[start + args.limit];
      return {
        members: all.slice(start, start + args.limit),
        response_metadata: { next_cursor: next === undefined ? '' : memberCursor(next) },
      };
    },
  }),

  'conversations.history': method({
    scope: channelHistoryScope,
    args: z.looseObject(window),
    run: (args, context) => {
      const channel = readableChannel(args.channel, context);
      const messages = context.workspace.messages
        .filter((each) => each.channel === channel.id && !each.ephemeral && each.threadTs === null)
        .reverse();
      return page(messages, args, context);
    },
  }),

  'conversations.replies': method({
    scope: channelHistoryScope,
    args: z.looseObject({ ...window, ts: z.string() }),
    run: (args, context) => {
      const channel = readableChannel(args.channel, context);
      const parent = context.workspace.findMessage(channel.id, args.ts);
      if (parent === undefined || parent.ephemeral) throw new SlackError('thread_not_found');
      const thread = parent.threadTs ?? parent.ts;
      const messages = context.workspace.messages.filter(
        (each) =>
          each.channel === channel.id &&
          !each.ephemeral &&
          (each.ts === thread || each.threadTs === thread),
      );
      return page(messages, args, context);
    },
  }),
};

function page(
  messages: StoredMessage[],
  args: z.infer<z.ZodObject<typeof window>>,
  context: ServerContext,
): JsonObject {
  const { oldest, latest = '99999999999', inclusive, limit, cursor } = args;
  const inWindow = messages.filter(({ ts }) => {
    const [at, from, to] = [Number(ts), Number(oldest), Number(latest)];
    return (at > from && at < to) || (inclusive && (at === from || at === to));
  });
  const start =
    cursor === undefined || cursor === ''
      ? 0
      : inWindow.findIndex(({ ts }) => cursorOf(ts) === cursor);
  if (start === -1) throw new SlackError('invalid_cursor');
  const next = inWindow[start + limit];
  return {
    messages: inWindow.slice(start, start + limit).map((message) => ({
      ...(args.include_all_metadata
        ? withMetadata(context, message)
        : messagePayload(context, message)),
      ...replies(context, message),
    })),
    has_more: next !== undefined,
    response_metadata: { next_cursor: next === undefined ? '' : cursorOf(next.ts) },
  };
}

function replies({ workspace }: ServerContext, { channel, ts }: StoredMessage): JsonObject {
  const count = workspace.messages.filter(
    (each) => each.channel === channel && each.threadTs === ts && !each.ephemeral,
  ).length;
  return count === 0 ? {} : { thread_ts: ts, reply_count: count };
}

const memberCursor = (id: string): string => Buffer.from(`user:${id}`).toString('base64');

function cursorOf(ts: string): string {
  return Buffer.from(`next_ts:${ts}`).toString('base64');
}

function readableChannel(idOrName: string, context: ServerContext): Conversation {
  const channel = requireChannel(idOrName, context);
  if (!channel.botIsMember) throw new SlackError('not_in_channel');
  return channel;
}

function readScope({ channel: id }: JsonObject, context: ServerContext): string {
  const channel = seenChannel(id, context);
  if (channel?.kind === 'im') return 'im:read';
  return channel?.isPrivate ? 'groups:read' : 'channels:read';
}

function channelHistoryScope({ channel: id }: JsonObject, context: ServerContext): string {
  const channel = seenChannel(id, context);
  return channel === undefined ? 'channels:history' : historyScope(channel);
}

function describe(channel: Conversation, { workspace }: ServerContext): JsonObject {
  const isIm = channel.kind === 'im';
  return {
    id: channel.id,
    ...(isIm ? { user: workspace.you.id } : { name: channel.name, name_normalized: channel.name }),
    is_channel: !isIm && !channel.isPrivate,
    is_group: !isIm && channel.isPrivate,
    is_im: isIm,
    is_mpim: false,
    is_private: isIm || channel.isPrivate,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    is_member: channel.botIsMember,
    context_team_id: workspace.team.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}
