import { version } from '../cli/version.js';
import type { LoadedRecord } from '../corpus/load.js';
import { SyncStopped } from '../corpus/sync/failures.js';
import { ofstedSite, type Site } from '../corpus/sync/site.js';
import type { SyncOptions, SyncResult } from '../corpus/sync/sync.js';
import { userAgent } from '../corpus/sync/user-agent.js';

/** The site that reports are fetched from, and the milliseconds between requests to it. */
export type FetchedSite = { site?: Site; interval?: number };

/**
 * Fetches what the site has of councils into the record, beside all else that the bot does.
 * @throws SyncStopped where another sync is at work.
 */
export type FetchReports = (
  councils: SyncOptions['councils'],
  options: Pick<SyncOptions, 'signal' | 'onFile'>,
) => Promise<SyncResult>;

export type FetchReportsOptions = FetchedSite & {
  dataDir: string | undefined;
  contact: string | undefined;
  /** The record as it is now. */
  record: () => LoadedRecord;
  /** In milliseconds since 1970. */
  now: () => number;
};

const INTERVAL_MS = 1_000;
const TIME_LIMIT_MS = 60_000;
/** Requests in one run; what is left, the next one fetches. */
const MOST_REQUESTS = 1_000;

/**
 * Gives what fetches reports, or null where Ofsted's site could not be told whom to turn to.
 * @throws InspectionError where the contact is none.
 */
export function createFetchReports({
  dataDir,
  contact,
  record,
  now,
  site = ofstedSite,
  interval = INTERVAL_MS,
}: FetchReportsOptions): FetchReports | null {
  const agent = userAgent(version(), contact, false);
  if (site.isOfsted && !contact) return null;
  let isBusy = false;
  return async (councils, options) => {
    // The lock in the folder tells processes apart, and this is one.
    if (isBusy) throw new SyncStopped('Another sync is at work; wait for it.');
    isBusy = true;
    try {
      const { openImporter } = await import('../corpus/import/importer.js');
      const { sync } = await import('../corpus/sync/sync.js');
      const importer = await openImporter({ dataDir, record: record(), threads: 1 });
      try {
        const clock = () => new Date(now());
        const how = { interval, timeLimit: TIME_LIMIT_MS, cap: MOST_REQUESTS, now: clock };
        return await sync({ site, agent, importer, councils, ...how, ...options });
      } finally {
        await importer.close();
      }
    } finally {
      isBusy = false;
    }
  };
}
