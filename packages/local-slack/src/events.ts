import type { JsonObject } from './json.js';
import type { Outcome } from './outcome.js';
import { type Concerned, eventPayload, messagePayload, openedBy } from './payloads.js';
import type { ServerContext } from './server-context.js';
import { richTextOf } from './typed-text.js';
import type { Conversation, StoredMessage } from './workspace.js';

/**
 * Sends an event and waits until Slack is done with it: acknowledged, or given up after the last
 * repetition.
 */
export function sendEvent(
  context: ServerContext,
  event: JsonObject,
  concerns?: Concerned,
): Promise<Outcome> {
  const payload = eventPayload(context, event, concerns);
  return context.deliveries.deliver({ kind: 'events_api', payload });
}

/** Sends events at the same time and waits until Slack is done with all of them. */
export function sendEvents(
  context: ServerContext,
  events: JsonObject[],
  concerns?: Concerned,
): Promise<Outcome[]> {
  return Promise.all(events.map((event) => sendEvent(context, event, concerns)));
}

/**
 * The events that a new message causes: `app_mention` where it names the bot outside a direct
 * message, and `message` where the app may read the channel. Neither where the bot is no member.
 */
export function newMessageEvents(context: ServerContext, message: StoredMessage): JsonObject[] {
  const { workspace, scopes } = context;
  const channel = workspace.channel(message.channel);
  if (message.ephemeral || !channel.botIsMember) return [];
  const base = {
    ...messagePayload(context, message),
    ...(message.botId === null && { blocks: [richTextOf(message.text)] }),
    channel: channel.id,
    event_ts: message.ts,
  };
  const mentions = message.text.includes(`<@${workspace.bot.id}>`);
  return [
    ...(mentions &&
    channel.kind !== 'im' &&
    message.user !== workspace.bot.id &&
    scopes.has('app_mentions:read')
      ? [{ ...base, type: 'app_mention' }]
      : []),
    ...(mayRead(context, channel)
      ? [{ ...base, ...appContext(context, message), channel_type: channelType(channel) }]
      : []),
  ];
}

/** Source: Slack, "Agent context has landed": with direct messages, what their writer has open. */
function appContext(context: ServerContext, { channel, user }: StoredMessage): JsonObject {
  const isDirect = context.workspace.channel(channel).kind === 'im';
  return isDirect && context.workspace.openChannels.has(user)
    ? { app_context: openedBy(context, user) }
    : {};
}

/**
 * The events that an edit causes: `app_mention` with `edited` where the message names the bot,
 * whether it did before or not, and `message_changed` where the app may read the channel. `before`
 * is the message as it was.
 */
export function editedMessageEvents(
  context: ServerContext,
  message: StoredMessage,
  before: JsonObject,
): JsonObject[] {
  const mentions = newMessageEvents(context, message).filter(({ type }) => type === 'app_mention');
  return [...mentions, ...changedMessageEvents(context, message, before)];
}

/**
 * The `message_changed` event, where the app may read the channel. `before` is the message as it
 * was.
 */
export function changedMessageEvents(
  context: ServerContext,
  message: StoredMessage,
  before: JsonObject,
): JsonObject[] {
  const channel = context.workspace.channel(message.channel);
  if (message.ephemeral || !mayRead(context, channel)) return [];
  const ts = context.workspace.nextTs();
  return [
    {
      type: 'message',
      subtype: 'message_changed',
      message: messagePayload(context, message),
      previous_message: before,
      channel: channel.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
  ];
}

/** The `message_deleted` event, where the app may read the channel. */
export function deletedMessageEvents(context: ServerContext, message: StoredMessage): JsonObject[] {
  const channel = context.workspace.channel(message.channel);
  if (message.ephemeral || !mayRead(context, channel)) return [];
  const ts = context.workspace.nextTs();
  return [
    {
      type: 'message',
      subtype: 'message_deleted',
      deleted_ts: message.ts,
      previous_message: messagePayload(context, message),
      channel: channel.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
  ];
}

/** The scope that lets an app read a channel's messages. */
export function historyScope(channel: Conversation): string {
  if (channel.kind === 'im') return 'im:history';
  return channel.isPrivate ? 'groups:history' : 'channels:history';
}

function mayRead({ scopes }: ServerContext, channel: Conversation): boolean {
  return channel.botIsMember && scopes.has(historyScope(channel));
}

function channelType(channel: Conversation): string {
  if (channel.kind === 'im') return 'im';
  return channel.isPrivate ? 'group' : 'channel';
}
