import type { EntityMetadata, KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { marked, type Route } from './delivery.js';
import type { InTurn } from './pacing.js';

/** A preview of a link, by the address as it was posted. */
export type Preview = { url: string; blocks: KnownBlock[]; entity: EntityMetadata };

type Place = { channel: string; ts: string };

/**
 * Puts previews under a message, all in one call: a later one for the same message would change
 * those there are. Source: Slack, chat.unfurl.
 */
export const unfurlRoute = (
  client: WebClient,
  inTurn: InTurn,
  { channel, ts }: Place,
  previews: readonly Preview[],
): Route =>
  unfurling(inTurn, channel, () => {
    const unfurls = Object.fromEntries(previews.map(({ url, blocks }) => [url, { blocks }]));
    return client.chat.unfurl({ channel, ts, unfurls });
  });

/** The same as Work Objects, which Slack takes where they are switched on for the app. */
export const workObjectRoute = (
  client: WebClient,
  inTurn: InTurn,
  { channel, ts }: Place,
  previews: readonly Preview[],
): Route =>
  unfurling(inTurn, channel, () => {
    const entities = previews.map(({ entity }) => entity);
    return client.chat.unfurl({ channel, ts, metadata: { entities } });
  });

/** Previews do not wait for the replies of a channel, nor these for them. */
const unfurling = (inTurn: InTurn, channel: string, call: () => Promise<unknown>): Route => ({
  name: 'unfurl',
  send: (_, marks) => inTurn(`previews/${channel}`, () => marked(marks, 'unfurl', call)),
});
