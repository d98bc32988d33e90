import { createMetrics, type Metrics, type Readings } from '../observability/index.js';
import type { Store } from '../store/store.js';
import type { WatchedRecord } from './watched-record.js';

/** The bot's metrics, of its record and its state; null where they are off. */
export function startMetrics(
  isOn: boolean,
  watched: Pick<WatchedRecord, 'current' | 'isLoaded' | 'loadedAt'>,
  store: Pick<Store, 'siteRead' | 'openDigests' | 'inbox'>,
): Metrics | null {
  if (!isOn) return null;
  const dayOf = (date: string | null) => (date === null ? null : Date.parse(date));
  const readings: Readings = {
    record: () => {
      if (!watched.isLoaded()) return null;
      const { authorities, documents, passages, freshness } = watched.current();
      return {
        councils: authorities.filter(({ ended }) => !ended).length,
        documents: documents.length,
        passages: passages.all().length,
        gradesUntil: dayOf(freshness.gradesUntil),
      };
    },
    recordLoaded: watched.loadedAt,
    openDigests: store.openDigests,
    inbox: () => store.inbox.underWay(),
    siteRead: async () => dayOf(await store.siteRead.get()),
  };
  return createMetrics(readings);
}
