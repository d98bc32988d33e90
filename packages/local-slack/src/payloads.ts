import type { JsonObject } from './json.js';
import { randomId } from './random-id.js';
import { organisationOf, type ServerContext } from './server-context.js';
import type { Conversation, Member, StoredMessage } from './workspace.js';

/** A verification token was Slack's older way to sign; apps must not rely on it. */
const VERIFICATION_TOKEN = 'not-a-secret';

/** The form that a slash command sends. */
export function commandPayload(
  context: ServerContext,
  command: string,
  text: string,
  { channel, user }: { channel: Conversation; user: Member },
): JsonObject {
  const { workspace, tickets, url } = context;
  const { organisation } = workspace;
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    ...(organisation && { enterprise_id: organisation.id, enterprise_name: organisation.name }),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: userName(user),
    command,
    text,
    api_app_id: workspace.appId,
    is_enterprise_install: String(organisationOf(context) !== null),
    response_url: `${url}${tickets.issueResponse({ channel: channel.id, user: user.id, messageTs: null })}`,
    trigger_id: tickets.issueTrigger(user.id),
  };
}

/**
 * What an event is about: a workspace, the installation across an organisation, or which of its
 * workspaces that reaches.
 */
export type Concerned = 'workspace' | 'organisation' | 'access';

/** The envelope in which every event travels. */
export function eventPayload(
  context: ServerContext,
  event: JsonObject,
  concerns: Concerned = 'workspace',
): JsonObject {
  const { workspace } = context;
  const { organisation } = workspace;
  const isAcross = concerns === 'organisation' || organisationOf(context) !== null;
  return {
    token: VERIFICATION_TOKEN,
    team_id: concerns === 'workspace' ? workspace.team.id : null,
    ...(organisation && { enterprise_id: organisation.id }),
    context_team_id: workspace.team.id,
    context_enterprise_id: organisation?.id ?? null,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: `Ev0${randomId(9)}`,
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      concerns === 'access'
        ? {
            enterprise_id: organisation?.id ?? null,
            team_id: workspace.team.id,
            is_bot: false,
            is_enterprise_install: false,
          }
        : {
            enterprise_id: organisation?.id ?? null,
            team_id: isAcross ? null : workspace.team.id,
            user_id: workspace.bot.id,
            is_bot: true,
            is_enterprise_install: isAcross,
          },
    ],
    is_ext_shared_channel: isInSharedChannel(workspace.channels.get(String(event.channel))),
    event_context: `4-${randomId(16)}`,
  };
}

/** What somebody has open beside the app, as events show it. */
export function openedBy({ workspace }: ServerContext, user: string): JsonObject {
  const value = workspace.openChannels.get(user);
  if (value === undefined) return {};
  return { entities: [{ type: 'slack#/types/channel_id', value, team_id: workspace.team.id }] };
}

const WITHOUT_TRIGGER = new Set(['view_closed', 'block_suggestion']);

/** What `block_actions`, `block_suggestion`, `view_submission` and `view_closed` have in common. */
export function interactionPayload(context: ServerContext, type: string, user: Member) {
  const { workspace, tickets } = context;
  // Source: Slack, interaction payloads: `team` is null where the app is installed across an
  // organisation.
  const isAcross = organisationOf(context) !== null;
  return {
    type,
    team: isAcross ? null : { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: workspace.organisation,
    is_enterprise_install: isAcross,
    user: {
      id: user.id,
      username: userName(user),
      name: userName(user),
      team_id: workspace.team.id,
    },
    api_app_id: workspace.appId,
    token: VERIFICATION_TOKEN,
    ...(!WITHOUT_TRIGGER.has(type) && { trigger_id: tickets.issueTrigger(user.id) }),
  };
}

/** A message as events, interactions and `conversations.history` show it. */
export function messagePayload({ workspace }: ServerContext, message: StoredMessage): JsonObject {
  const { botId, threadTs } = message;
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.team.id,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(botId !== null && {
      bot_id: botId,
      app_id: workspace.appId,
      bot_profile: {
        id: botId,
        app_id: workspace.appId,
        name: workspace.users.get(message.user)?.name ?? '',
        deleted: false,
        team_id: workspace.team.id,
      },
    }),
    ...(threadTs !== null && {
      thread_ts: threadTs,
      parent_user_id: workspace.findMessage(message.channel, threadTs)?.user,
    }),
    ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
  };
}

/** How Slack names a channel to an app. */
export function channelName(channel: Conversation): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.isPrivate ? 'privategroup' : channel.name;
}

export function userName(user: Member): string {
  return user.name.toLowerCase().replace(/\s+/g, '.');
}

function isInSharedChannel(channel: Conversation | undefined): boolean {
  return channel?.isExtShared ?? false;
}
