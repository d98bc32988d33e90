import {
  deletedMessageEvents,
  editedMessageEvents,
  newMessageEvents,
  sendEvents,
} from './events.js';
import { linkSharedEvents } from './links.js';
import { commandPayload, messagePayload } from './payloads.js';
import { Refused } from './refused.js';
import { respond } from './response-url.js';
import type { ServerContext } from './server-context.js';
import { SlackError } from './slack-error.js';
import { encodeTyped, escapeText } from './typed-text.js';
import { viewPayload } from './views.js';
import type { Conversation, Member, StoredMessage } from './workspace.js';

/** Who does something, and where; `you` in #general where nothing else is given. */
export type Where = { channel?: string; user?: string; threadTs?: string | null };

/**
 * Types a slash command: "/name text". Resolves when it was acknowledged or Slack gave up on it.
 */
export async function typeCommand(
  context: ServerContext,
  typed: string,
  where: Where = {},
): Promise<void> {
  const { workspace, commands, scopes, deliveries } = context;
  const { channel, user, threadTs } = resolve(context, where);
  const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  if (name === '/invite') return invite(context, text, { channel, user });
  if (!commands.some((command) => command.name === name) || !scopes.has('commands')) {
    throw new Refused(`${name} is not a valid command.`);
  }
  if (threadTs !== null) throw new Refused(`${name} is not supported in threads. Sorry!`);
  refuseStranger(channel, user);
  const payload = commandPayload(context, name, escapeText(text), { channel, user });
  const outcome = await deliveries.deliver({ kind: 'slash_commands', payload });
  if (!outcome.acked) {
    workspace.notify(commandFailure(name, outcome.error), channel.id);
    return;
  }
  if (outcome.response === null) return;
  const given =
    typeof outcome.response === 'string' ? { text: outcome.response } : outcome.response;
  try {
    respond(context, { channel: channel.id, user: user.id, messageTs: null }, given);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    workspace.notify(`${name} failed with the error "${error.code}"`, channel.id);
  }
}

/**
 * Types a message. Resolves when every event that it causes was acknowledged or Slack gave up on
 * it.
 */
export async function typeMessage(
  context: ServerContext,
  typed: string,
  where: Where = {},
): Promise<StoredMessage> {
  const { workspace } = context;
  const { channel, user, threadTs } = resolve(context, where);
  if (typed.trim() === '') throw new Refused('Type something first.');
  refuseStranger(channel, user);
  if (channel.isArchived) throw new Refused(`#${channel.name} is archived.`);
  const message = workspace.addMessage({
    channel: channel.id,
    user: user.id,
    text: encodeTyped(workspace, typed),
    threadTs,
    botId: user.isBot ? `B${user.id.slice(1)}` : null,
  });
  if (!channel.botIsMember && message.text.includes(`<@${workspace.bot.id}>`)) {
    const { name } = workspace.bot;
    workspace.notify(`@${name} is not in this channel. Type "/invite @${name}" first.`, channel.id);
  }
  const outcomes = await sendEvents(context, [
    ...newMessageEvents(context, message),
    ...linkSharedEvents(context, message),
  ]);
  if (outcomes.some(({ acked }) => !acked)) {
    workspace.notify(`${workspace.bot.name} could not be told of a message.`, channel.id);
  }
  return message;
}

/** Changes the wording of a message that a person typed. */
export async function editMessage(
  context: ServerContext,
  message: StoredMessage,
  typed: string,
): Promise<void> {
  const before = messagePayload(context, message);
  context.workspace.editMessage(message, {
    text: encodeTyped(context.workspace, typed),
    blocks: [],
  });
  await sendEvents(context, [
    ...editedMessageEvents(context, message, before),
    ...linkSharedEvents(context, message),
  ]);
}

export async function deleteMessage(context: ServerContext, message: StoredMessage): Promise<void> {
  context.workspace.removeMessage(message);
  await sendEvents(context, deletedMessageEvents(context, message));
}

/** Opens the app: its Home tab or its messages. */
export async function openApp(
  context: ServerContext,
  tab: 'home' | 'messages',
  user?: string,
): Promise<void> {
  const { workspace } = context;
  const person = resolve(context, { user }).user;
  const view = workspace.homes.get(person.id);
  await sendEvents(context, [
    {
      type: 'app_home_opened',
      user: person.id,
      channel: workspace.directMessage.id,
      tab,
      event_ts: workspace.nextTs(),
      ...(tab === 'home' && view !== undefined && { view: viewPayload(workspace, view) }),
    },
  ]);
}

/** The people and places meant; throws `Refused` where there are none such. */
export function resolve(
  { workspace }: ServerContext,
  where: Where,
): { channel: Conversation; user: Member; threadTs: string | null } {
  const channel = workspace.findChannel(where.channel ?? 'general');
  if (channel === undefined) throw new Refused(`There is no channel ${where.channel}.`);
  const user = workspace.users.get(where.user ?? workspace.you.id);
  if (user === undefined) throw new Refused(`There is no user ${where.user}.`);
  return { channel, user, threadTs: where.threadTs ?? null };
}

/** Whoever is not in a channel has no box there to write in. */
function refuseStranger({ name, members }: Conversation, user: Member): void {
  if (members !== null && !user.isBot && !members.includes(user.id))
    throw new Refused(`${user.name} is not in #${name}.`);
}

/** The bot joins a channel, and is told so. Source: Slack, "member_joined_channel". */
async function invite(
  context: ServerContext,
  text: string,
  { channel, user }: { channel: Conversation; user: Member },
): Promise<void> {
  const { workspace } = context;
  if (text.trim().toLowerCase() !== `@${workspace.bot.name}`.toLowerCase()) {
    throw new Refused(`Type "/invite @${workspace.bot.name}" to invite the bot.`);
  }
  if (channel.kind === 'im') throw new Refused('Nobody can be invited to a direct message.');
  if (channel.botIsMember)
    throw new Refused(`@${workspace.bot.name} is already in #${channel.name}.`);
  channel.botIsMember = true;
  workspace.changed();
  await sendEvents(context, [
    {
      type: 'member_joined_channel',
      ...{ user: workspace.bot.id, channel: channel.id, channel_type: 'C' },
      ...{ team: workspace.team.id, inviter: user.id, event_ts: workspace.nextTs() },
    },
  ]);
}

function commandFailure(name: string, error: string): string {
  if (error === 'operation_timeout') return `${name} did not answer in time (${error})`;
  return `${name} failed with the error "${error}"`;
}
