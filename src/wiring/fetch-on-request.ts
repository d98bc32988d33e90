import { SyncStopped } from '../corpus/sync/failures.js';
import type { SyncResult } from '../corpus/sync/sync.js';
import { localDate } from '../digest/index.js';
import type { FetchOutcome, ReportFetching } from '../slack/fetch-reports.js';
import type { Store } from '../store/store.js';
import { claimedWork } from './claimed-work.js';
import type { FetchReports } from './fetch-reports.js';
import type { WatchedRecord } from './watched-record.js';

export type FetchOnRequestOptions = {
  by: ReportFetching['by'];
  fetchReports: FetchReports;
  watched: Pick<WatchedRecord, 'current' | 'caughtUp'>;
  store: Store;
  now: () => number;
  /** Ends what is being fetched, when the bot stops. */
  stopping: AbortSignal;
};

/** Councils that are fetched on request in a day, by everybody together. */
const MOST_A_DAY = 10;

/** Fetches councils' reports as people ask for them, one council at a time. */
export function fetchOnRequest(options: FetchOnRequestOptions): ReportFetching {
  const { by, fetchReports, watched, store, now, stopping } = options;
  return {
    by,
    most: MOST_A_DAY,
    fetch: async (urn, onFile): Promise<FetchOutcome> => {
      const councils = watched.current().authorities.filter((each) => each.urn === urn);
      const work = {
        name: 'fetch on request',
        localDate: localDate('Europe/London', new Date(now())),
        most: MOST_A_DAY,
        pauseAfterFault: 0,
      };
      try {
        const worked = await claimedWork(store.dailyClaims, work, stopping, async (signal) => {
          onFile(0, 0);
          const value = await fetchReports(councils, { signal, onFile });
          return { value, counts: true };
        });
        if (worked.refused) return { kind: 'refused', because: worked.refused };
        await watched.caughtUp();
        return outcomeOf(worked.value);
      } catch (error) {
        if (error instanceof SyncStopped) return { kind: 'refused', because: 'under way' };
        throw error;
      }
    },
  };
}

function outcomeOf({ councils, stopped }: SyncResult): FetchOutcome {
  const changes = councils.flatMap(({ documents }) => documents.map(({ change }) => change));
  const missed = changes.filter((change) => change === 'not had').length;
  const fault = councils.map((council) => council.fault).find((each) => each !== null);
  return {
    kind: 'done',
    documents: changes.length - missed,
    missed,
    fault: stopped ?? fault ?? null,
  };
}
