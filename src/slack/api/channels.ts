import type { WebClient } from '@slack/web-api';
import { DigestProblem } from '../../digest/index.js';
import { type ChannelRefusal, channelRefusal, lacksScope } from './errors.js';

/** Whether a channel is a direct message: the ids of these begin with D. */
export const isDirectMessage = (channel: string): boolean => channel.startsWith('D');

/** A channel as a message names it, in mrkdwn; a direct message has no name. */
export const channelInWords = (channel: string): string =>
  isDirectMessage(channel) ? 'your direct message with this app' : `<#${channel}>`;

const MEMBERS_A_PAGE = 1_000;
const MOST_PAGES = 30;

const INVITE =
  'This app is not in that channel: invite it there first (type /invite and its name), then try again.';
const ARCHIVED = 'That channel is archived: choose another.';
const RESTRICTED =
  'That channel’s settings do not let this app post: ask whoever manages it, or choose another.';
const NOT_OURS =
  'Digests are posted in channels and in the direct message with this app, not here.';
const SHARED =
  'That channel is shared with another organisation, where this app posts nothing by itself: choose a channel of your own organisation.';
const ASK_THERE =
  'This app may not see who belongs to that channel: write /ofsted digest in the channel itself.';

/**
 * Checks that digests may be posted in a channel: this app is in it, it is in use, and no other
 * organisation shares it. Where the scope to see that was not granted, channelRoute the
 * announcement shows the first two.
 * @throws DigestProblem with what to do; what Slack's client throws where Slack fails.
 */
export async function checkPostable(client: WebClient, channel: string): Promise<void> {
  if (isDirectMessage(channel)) return;
  try {
    const { channel: found } = await client.conversations.info({ channel });
    if (found?.is_ext_shared) throw new DigestProblem(SHARED, 'channel');
    if (found?.is_archived) throw new DigestProblem(ARCHIVED, 'channel');
    if (found?.is_member === false && !found.is_im) throw new DigestProblem(INVITE, 'channel');
  } catch (error) {
    if (channelRefusal(error) === 'not_a_member') throw new DigestProblem(INVITE, 'channel');
    if (!lacksScope(error)) throw error;
  }
}

/**
 * Checks that somebody is a member of a channel other than the one they are writing in.
 * @throws DigestProblem where they are not, or it cannot be seen; what Slack's client throws where
 * Slack fails.
 */
export async function checkMember(client: WebClient, channel: string, user: string): Promise<void> {
  try {
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { members = [], response_metadata } = await client.conversations.members({
        channel,
        limit: MEMBERS_A_PAGE,
        ...(cursor && { cursor }),
      });
      if (members.includes(user)) return;
      cursor = response_metadata?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    if (lacksScope(error)) throw new DigestProblem(ASK_THERE, 'channel');
    if (channelRefusal(error) === 'not_a_member') throw new DigestProblem(INVITE, 'channel');
    throw error;
  }
  throw new DigestProblem(
    'Only a member of a channel can set up its digest: join that channel first.',
    'channel',
  );
}

const CHANNEL_SENTENCES: Record<ChannelRefusal, string> = {
  not_a_member: INVITE,
  archived: ARCHIVED,
  restricted: RESTRICTED,
};

/**
 * What a failed announcement in a channel means for whoever changes its digest; null where it says
 * nothing of the channel.
 */
export function closedChannel(error: unknown, channel: string): DigestProblem | null {
  const refusal = channelRefusal(error);
  if (refusal === null) return null;
  const isElsewhere = refusal === 'not_a_member' && isDirectMessage(channel);
  return new DigestProblem(isElsewhere ? NOT_OURS : CHANNEL_SENTENCES[refusal], 'channel');
}
