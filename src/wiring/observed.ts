import type { DigestRunStore } from '../domain/digest-run.js';
import type { Observer } from '../observability/index.js';
import type { FetchReports } from './fetch-reports.js';

/** The storage of digests, which tells an observer how each came to its end. */
export function observedRuns(runs: DigestRunStore, observer: Observer): DigestRunStore {
  const ending =
    <A extends unknown[]>(
      outcome: Parameters<Observer['digestEnded']>[0],
      end: (...args: A) => Promise<boolean>,
    ) =>
    async (...args: A): Promise<boolean> => {
      const ended = await end(...args);
      if (ended) observer.digestEnded(outcome);
      return ended;
    };
  return {
    ...runs,
    markSent: ending('posted', runs.markSent),
    markFailed: ending('failed', runs.markFailed),
    markNotPosted: ending('not_posted', runs.markNotPosted),
    markNothingNew: ending('nothing_new', runs.markNothingNew),
  };
}

/** What fetches reports, which tells an observer what came of it. */
export const observedFetching =
  (
    fetchReports: FetchReports,
    trigger: Parameters<Observer['synced']>[0],
    observer: Observer,
  ): FetchReports =>
  async (councils, options) => {
    try {
      const result = await fetchReports(councils, options);
      const isPartial = result.councils.some(({ fault }) => fault !== null);
      const documents = result.councils
        .flatMap((council) => council.documents)
        .filter(({ change }) => change !== 'not had').length;
      const outcome = result.stopped !== null ? 'stopped' : isPartial ? 'partly' : 'done';
      observer.synced(trigger, outcome, documents);
      return result;
    } catch (error) {
      observer.synced(trigger, 'failed', 0);
      throw error;
    }
  };
