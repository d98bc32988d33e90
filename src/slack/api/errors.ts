import { WebAPIPlatformError } from '@slack/web-api';
import { ResponseUrlError } from './response-url.js';

/** Slack's error word for a scope that was not granted. */
export const MISSING_SCOPE = 'missing_scope';

/** Slack's error word for a thread whose first message was deleted. */
export const THREAD_GONE = 'thread_not_found';

/**
 * Stands in the place of Slack's error word: this bot posts nothing by itself in a channel that
 * another organisation shares.
 */
export const IS_SHARED = 'is_ext_shared';

/** What a digest's setter can do about a channel in which nothing can be posted. */
export type ChannelRefusal = 'not_a_member' | 'archived' | 'restricted';

/** What one of Slack's error words means to this bot. */
type Meaning = {
  /**
   * What it says of a post. `closed`: no later one can be posted there either, until a person
   * changes something; `later`: Slack may take it in a minute; `unknown`: it may stand all the
   * same.
   */
  post?: 'closed' | 'later' | 'unknown';
  /** The person can be sent nothing, ever. */
  personIsGone?: true;
  /** Why a channel takes no more posts, for its members. */
  sentence?: string;
  /** What the word says of a channel that somebody chooses. */
  channel?: ChannelRefusal;
};

const RESTRICTED = 'The channel’s settings do not let this app post.';

/**
 * Slack's error words as far as they mean something here; any other word is a plain refusal.
 * Source: Slack, chat.postMessage, conversations.info and conversations.history, errors.
 */
const MEANINGS: Record<string, Meaning> = {
  accesslimited: { post: 'later' },
  account_inactive: {
    post: 'closed',
    personIsGone: true,
    sentence: 'This app was removed from the workspace.',
  },
  cannot_dm_bot: { personIsGone: true },
  cannot_reply_to_message: { post: 'closed' },
  channel_not_found: {
    post: 'closed',
    personIsGone: true,
    sentence: 'The channel was deleted, or this app was removed from it.',
    channel: 'not_a_member',
  },
  channel_type_not_supported: { post: 'closed' },
  ekm_access_denied: { post: 'closed' },
  fatal_error: { post: 'unknown' },
  internal_error: { post: 'unknown' },
  invalid_auth: { post: 'later' },
  is_archived: {
    post: 'closed',
    personIsGone: true,
    sentence: 'The channel is archived.',
    channel: 'archived',
  },
  [IS_SHARED]: {
    post: 'closed',
    sentence: 'The channel is shared with another organisation now.',
  },
  is_inactive: { post: 'closed' },
  messages_tab_disabled: { personIsGone: true },
  [MISSING_SCOPE]: {
    post: 'closed',
    sentence: 'This app was not granted the right to post.',
  },
  no_permission: { post: 'closed' },
  not_authed: { post: 'later' },
  not_in_channel: {
    post: 'closed',
    personIsGone: true,
    sentence: 'This app was removed from the channel.',
    channel: 'not_a_member',
  },
  ratelimited: { post: 'later' },
  request_timeout: { post: 'unknown' },
  restricted_action: {
    post: 'closed',
    personIsGone: true,
    sentence: RESTRICTED,
    channel: 'restricted',
  },
  restricted_action_non_threadable_channel: { post: 'closed', channel: 'restricted' },
  restricted_action_read_only_channel: {
    post: 'closed',
    sentence: RESTRICTED,
    channel: 'restricted',
  },
  restricted_action_thread_only_channel: { post: 'closed', channel: 'restricted' },
  service_unavailable: { post: 'unknown' },
  team_access_not_granted: { post: 'closed' },
  team_added_to_org: { post: 'later' },
  token_expired: { post: 'later' },
  token_revoked: {
    post: 'closed',
    personIsGone: true,
    sentence: 'This app’s access to the workspace was revoked.',
  },
  user_disabled: { personIsGone: true },
  user_not_found: { post: 'closed', personIsGone: true },
};

/** Slack's error word for why it refused a call; null where a call failed otherwise. */
export function errorWord(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof ResponseUrlError ? error.reason : null;
}

/** What an error word says of a post; `refused` where only this one is refused. */
export const postMeaning = (word: string): 'closed' | 'later' | 'unknown' | 'refused' =>
  MEANINGS[word]?.post ?? 'refused';

/** Whether a call failed because a person can be sent nothing, ever. */
export const personIsGone = (error: unknown): boolean =>
  MEANINGS[errorWord(error) ?? '']?.personIsGone === true;

/** What a failed call says of a channel that somebody chose; null where it says nothing of it. */
export const channelRefusal = (error: unknown): ChannelRefusal | null =>
  MEANINGS[errorWord(error) ?? '']?.channel ?? null;

/** Whether a call failed because its scope was not granted. */
export const lacksScope = (error: unknown): boolean => errorWord(error) === MISSING_SCOPE;

/**
 * Whether an error word is about the blocks of a message: `invalid_blocks`, `msg_blocks_too_long`,
 * ….
 */
export const isAboutBlocks = (word: string | null): boolean => word?.includes('blocks') === true;

/** Says in a sentence why a channel takes no more posts, from Slack's error word. */
export const whyPaused = (word: string): string =>
  MEANINGS[word]?.sentence ?? `Slack takes no posts in the channel any more (${word}).`;
