import { setImmediate } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { linkedReport } from '../answer/index.js';
import { attempt } from './answering.js';
import { type CallMarks, deliver } from './api/delivery.js';
import { type Preview, unfurlRoute } from './api/unfurl.js';
import { type Asked, NOBODY } from './inbox/asked.js';
import type { Services } from './services.js';
import { lines } from './views/lines.js';
import { previewOf } from './views/preview.js';

/** So many links of one message get a preview. */
const MOST_LINKS = 5;

/** The addresses of a message as a request keeps them. */
export const asText = (urls: readonly string[]): string => urls.join('\n');

/**
 * Puts previews under a message of what the record says of the reports that it links to, where it
 * holds any. A failure is only logged: nobody asked for it. Returns whether all went well.
 */
export const previewLinks = (
  services: Services,
  client: WebClient,
  { channel = '', messageTs: ts = '', text }: Asked,
  marks: CallMarks,
): Promise<boolean> =>
  attempt(services, { routes: [NOBODY], surface: 'unfurl', marks }, async () => {
    const { features, inTurn, logger } = services;
    const answers = services.answers();
    const previews: Preview[] = [];
    for (const url of text.split('\n')) {
      if (previews.length === MOST_LINKS) break;
      // The first look at a report takes a while, and others are answered in between.
      await setImmediate();
      const report = linkedReport(url, answers);
      if (report) previews.push(previewOf(url, report));
    }
    if (previews.length === 0) return;
    const kinds = [...(features.workObjects ? (['work objects'] as const) : []), 'blocks' as const];
    const routes = kinds.map((as) => unfurlRoute(client, inTurn, { channel, ts }, previews, as));
    await deliver(lines([]), routes, logger, marks);
    logger.info({ links: previews.length }, 'previewed');
  });
