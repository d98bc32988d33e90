import { createHash } from 'node:crypto';
import { reportLink } from '../../domain/links.js';
import { isSharedOutside, LinksShared } from '../events.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';
import { asText } from '../previews.js';

const HASH_LENGTH = 16;

/**
 * Links to Ofsted's reports in a message get a preview of what the record says of them, where that
 * is switched on. Nobody asked for it: where another organisation shares the channel it takes
 * another setting, where the record holds nothing there is none, and a failure is only logged. What
 * is still being typed gets none, for nobody can tell yet where it will be posted. The same links
 * of a message are taken once, whatever is edited and however often Slack tells of them, and what a
 * process that was killed left of them is taken up by another.
 */
export function registerUnfurl(listeners: Listeners): void {
  listeners.event('link_shared', async ({ event, body, context }, services) => {
    const { features } = services;
    if (features.unfurl === 'off') return;
    const { user, channel, message_ts: ts, source, links } = LinksShared.parse(event);
    if (source === 'composer' || user === context.botUserId) return;
    if (features.unfurl !== 'everywhere' && isSharedOutside(body)) return;
    const urls = [...new Set(links.map(({ url }) => url))].filter((url) => reportLink(url));
    if (urls.length === 0) return;
    const hash = createHash('sha256').update(urls.toSorted().join('\n')).digest('hex');
    await takeQuestion(services, {
      team: workspaceOf(context),
      id: `unfurl/${channel}/${ts}/${hash.slice(0, HASH_LENGTH)}`,
      asked: { surface: 'preview', user, channel, messageTs: ts, text: asText(urls) },
    });
  });
}
