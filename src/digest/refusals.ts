/** Slack's word for a right that was not granted. */
export const NOT_PERMITTED = 'missing_scope';

/** In the place of Slack's word for a refusal: this bot posts nothing by itself where another organisation reads it. */
export const IS_SHARED = 'is_ext_shared';

/** What Slack's words for a channel that takes no more posts mean to its members. Source: Slack, chat.postMessage, errors. */
const SENTENCES: Record<string, string> = {
  channel_not_found: 'The channel was deleted, or this app was removed from it.',
  is_archived: 'The channel is archived.',
  not_in_channel: 'This app was removed from the channel.',
  [IS_SHARED]: 'The channel is shared with another organisation now.',
  restricted_action: 'The channel’s settings do not let this app post.',
  restricted_action_read_only_channel: 'The channel’s settings do not let this app post.',
  account_inactive: 'This app was removed from the workspace.',
  token_revoked: 'This app’s access to the workspace was revoked.',
  [NOT_PERMITTED]: 'This app was not granted the right to post.',
};

/** Why a subscription was paused, in a sentence, from Slack's word for its refusal. */
export const whyPaused = (reason: string): string =>
  SENTENCES[reason] ?? `Slack takes no posts in the channel any more (${reason}).`;
