import type { EntityMetadata, KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { marked, type Route } from './delivery.js';
import type { InTurn } from './pacing.js';

/** A preview of a link, by the address as it was posted. */
export type Preview = { url: string; blocks: KnownBlock[]; entity: EntityMetadata };

type Place = { channel: string; ts: string };

/**
 * Puts previews under a message, all in one call (a later one for the same message would change
 * those there are): as blocks or as Work Objects, which Slack takes where they are switched on for
 * the app. Previews do not wait for the replies of a channel, nor these for them. Source: Slack,
 * chat.unfurl.
 */
export const unfurlRoute = (
  client: WebClient,
  inTurn: InTurn,
  { channel, ts }: Place,
  previews: readonly Preview[],
  as: 'blocks' | 'work objects',
): Route => {
  const what =
    as === 'blocks'
      ? { unfurls: Object.fromEntries(previews.map(({ url, blocks }) => [url, { blocks }])) }
      : { metadata: { entities: previews.map(({ entity }) => entity) } };
  const call = () => client.chat.unfurl({ channel, ts, ...what });
  return {
    name: 'unfurl',
    send: (_, marks) => inTurn(`previews/${channel}`, () => marked(marks, 'unfurl', call)),
  };
};
