import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { linkedReport } from '../../answer/index.js';
import { reportLink } from '../../domain/links.js';
import { attempt } from '../answering.js';
import { deliver } from '../api/delivery.js';
import { type Preview, unfurlRoute } from '../api/unfurl.js';
import { isSharedOutside, LinksShared } from '../events.js';
import { NOBODY } from '../inbox/asked.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';
import { lines } from '../views/lines.js';
import { previewOf } from '../views/preview.js';

/** So many links of one message get a preview. */
const MOST_LINKS = 5;
const HASH_LENGTH = 16;

/**
 * Links to Ofsted's reports in a message get a preview of what the record says of them, where that
 * is switched on. Nobody asked for it: where another organisation shares the channel it takes
 * another setting, where the record holds nothing there is none, and a failure is only logged. What
 * is still being typed gets none, for nobody can tell yet where it will be posted. The same links
 * of a message are taken once, whatever is edited and however often Slack tells of them.
 */
export function registerUnfurl(listeners: Listeners): void {
  listeners.event('link_shared', async ({ event, body, client, context }, services) => {
    const { features, inTurn, logger } = services;
    if (features.unfurl === 'off') return;
    const { user, channel, message_ts: ts, source, links } = LinksShared.parse(event);
    if (source === 'composer' || user === context.botUserId) return;
    if (features.unfurl !== 'everywhere' && isSharedOutside(body)) return;
    const urls = [...new Set(links.map(({ url }) => url))].filter((url) => reportLink(url));
    if (urls.length === 0) return;
    const hash = createHash('sha256').update(urls.toSorted().join('\n')).digest('hex');
    await services.take(
      {
        team: workspaceOf(context),
        id: `unfurl/${channel}/${ts}/${hash.slice(0, HASH_LENGTH)}`,
        asked: { surface: 'unasked', user, channel, text: '' },
      },
      async () => undefined,
      (marks) =>
        attempt(services, { routes: [NOBODY], surface: 'unfurl', marks }, async () => {
          const answers = services.answers();
          const previews: Preview[] = [];
          for (const url of urls) {
            if (previews.length === MOST_LINKS) break;
            // The first look at a report takes a while, and others are answered in between.
            await setImmediate();
            const report = linkedReport(url, answers);
            if (report) previews.push(previewOf(url, report));
          }
          if (previews.length === 0) return;
          const place = { channel, ts };
          const routes = [
            ...(features.workObjects ? (['work objects'] as const) : []),
            'blocks' as const,
          ].map((as) => unfurlRoute(client, inTurn, place, previews, as));
          await deliver(lines([]), routes, logger, marks);
          logger.info({ links: previews.length }, 'previewed');
        }),
    );
  });
}
