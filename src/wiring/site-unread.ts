import type { Logger } from 'pino';
import { describeError } from '../slack/failure.js';
import type { Store } from '../store/store.js';

/**
 * Tells an owner that Ofsted's site was not read since a moment (ISO 8601, UTC).
 * @throws where it should be tried again another day.
 */
export type TellSiteUnread = (team: string, owner: string, since: string) => Promise<void>;

const WEEK_MS = 7 * 86_400_000;

/**
 * Where the site was not read for a week: the log says so, and so does a message to the owner of
 * each digest, once until it has been read again.
 */
export async function tellOfSiteUnread(
  since: string,
  {
    store,
    tellSiteUnread,
    logger,
    now,
  }: { store: Store; tellSiteUnread: TellSiteUnread; logger: Logger; now: () => number },
): Promise<void> {
  if (now() - Date.parse(since) < WEEK_MS) return;
  logger.warn({ since }, 'the site could not be read for a week');
  const owners = [...(await store.subscriptions.listAll()), ...(await store.alerts.listAll())];
  for (const { team, owner } of owners) {
    if (await store.siteNotices.has(team, owner, since)) continue;
    try {
      await tellSiteUnread(team, owner, since);
      await store.siteNotices.add(team, owner, since);
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'the owner of a digest was not told');
    }
  }
}
