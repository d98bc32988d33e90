import type { JsonObject } from './json.js';
import type { Outcome } from './outcome.js';
import { eventPayload, messagePayload } from './payloads.js';
import type { Room } from './room.js';
import { richTextOf } from './typed-text.js';
import type { Conversation, StoredMessage } from './workspace.js';

/** Sends an event and waits until Slack is done with it: acknowledged, or given up after the last repetition. */
export function sendEvent(room: Room, event: JsonObject): Promise<Outcome> {
  return room.deliveries.deliver({ kind: 'events_api', payload: eventPayload(room, event) });
}

/** Sends events at the same time and waits until Slack is done with all of them. */
export function sendEvents(room: Room, events: JsonObject[]): Promise<Outcome[]> {
  return Promise.all(events.map((event) => sendEvent(room, event)));
}

/**
 * The events that a new message causes: `app_mention` where it names the bot outside a direct message, and `message`
 * where the app may read the channel. Neither where the bot is no member.
 */
export function newMessageEvents(room: Room, message: StoredMessage): JsonObject[] {
  const { workspace, scopes } = room;
  const channel = workspace.channel(message.channel);
  if (message.ephemeral || !channel.botIsMember) return [];
  const base = {
    ...messagePayload(room, message),
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
    ...(mayRead(room, channel) ? [{ ...base, channel_type: channelType(channel) }] : []),
  ];
}

/** The `message_changed` event, where the app may read the channel. `before` is the message as it was. */
export function changedMessageEvents(
  room: Room,
  message: StoredMessage,
  before: JsonObject,
): JsonObject[] {
  const channel = room.workspace.channel(message.channel);
  if (message.ephemeral || !mayRead(room, channel)) return [];
  const ts = room.workspace.nextTs();
  return [
    {
      type: 'message',
      subtype: 'message_changed',
      message: messagePayload(room, message),
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
export function deletedMessageEvents(room: Room, message: StoredMessage): JsonObject[] {
  const channel = room.workspace.channel(message.channel);
  if (message.ephemeral || !mayRead(room, channel)) return [];
  const ts = room.workspace.nextTs();
  return [
    {
      type: 'message',
      subtype: 'message_deleted',
      deleted_ts: message.ts,
      previous_message: messagePayload(room, message),
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

function mayRead({ scopes }: Room, channel: Conversation): boolean {
  return channel.botIsMember && scopes.has(historyScope(channel));
}

function channelType(channel: Conversation): string {
  if (channel.kind === 'im') return 'im';
  return channel.isPrivate ? 'group' : 'channel';
}
