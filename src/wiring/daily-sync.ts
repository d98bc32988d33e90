import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { SyncStopped } from '../corpus/sync/failures.js';
import type { SyncOptions, SyncResult } from '../corpus/sync/sync.js';
import { localDate } from '../digest/index.js';
import type { InspectionRecord } from '../domain/record.js';
import { describeError, newReference } from '../slack/failure.js';
import type { Store } from '../store/store.js';
import { claimedWork } from './claimed-work.js';
import type { FetchReports } from './fetch-reports.js';
import { type TellSiteUnread, tellOfSiteUnread } from './site-unread.js';

/** When the site is looked at; `at` is a time of day in London, `HH:MM`. */
export type DailySyncTimes = { at?: string; lookEveryMs?: number };

export type DailySyncOptions = DailySyncTimes & {
  daily: Config['sync']['daily'];
  fetchReports: FetchReports;
  record: () => InspectionRecord;
  store: Store;
  tellSiteUnread: TellSiteUnread;
  logger: Logger;
  now: () => number;
};

const ZONE = 'Europe/London';
/** How often a process looks whether the day's run is due and nobody has done it. */
const LOOK_EVERY_MS = 60_000;
const PAUSE_AFTER_FAULT_S = 900;

/** The bots that people run do not all come at once: each has a minute of the quiet hour. */
const quietTime = (): string => `04:${String(Math.floor(Math.random() * 60)).padStart(2, '0')}`;

/**
 * Looks at Ofsted's site once a day, from `at` on, and imports what is new; one process of all does
 * it. A day on which no process ran at that time is made up for as soon as one does.
 */
export function startDailySync(options: DailySyncOptions): { stop: () => Promise<void> } {
  const { daily, at = quietTime(), lookEveryMs = LOOK_EVERY_MS, logger, now } = options;
  if (daily === 'off') return { stop: async () => undefined };
  const stopping = new AbortController();
  const { signal } = stopping;
  const look = async (): Promise<void> => {
    const instant = new Date(now());
    if (timeOfDay(instant) >= at) await syncOnce(localDate(ZONE, instant), options, signal);
  };
  const rounds = async (): Promise<void> => {
    while (!signal.aborted) {
      await look().catch((error) => {
        if (error instanceof SyncStopped) logger.warn(error.message);
        else
          logger.error(
            { reference: newReference(), error: describeError(error) },
            'the daily look at the site failed',
          );
      });
      await sleepFor(lookEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const ended = rounds();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function syncOnce(
  day: string,
  { daily, fetchReports, record, store, tellSiteUnread, logger, now }: DailySyncOptions,
  stopping: AbortSignal,
): Promise<void> {
  const work = {
    name: 'daily sync',
    localDate: day,
    most: 1,
    pauseAfterFault: PAUSE_AFTER_FAULT_S,
  };
  await claimedWork(store.dailyClaims, work, stopping, async (signal) => {
    const moment = () => new Date(now()).toISOString();
    const since = (await store.siteRead.get()) ?? moment();
    await store.siteRead.set(since);
    const councils = daily === 'all' ? 'all' : await followed(store, record());
    if (councils.length === 0) return { value: null, counts: false };
    const result = await fetchReports(councils, { signal });
    logResult(result, logger);
    // A run that the bot's end broke off is gone on with at its next start.
    if (signal.aborted) return { value: null, counts: false };
    if (isSiteRead(result)) await store.siteRead.set(moment());
    else await tellOfSiteUnread(since, { store, tellSiteUnread, logger, now });
    return { value: null, counts: true };
  });
}

/** The councils that exist and have a digest, or an alert that names them. */
async function followed(
  store: Store,
  { authorities }: InspectionRecord,
): Promise<Exclude<SyncOptions['councils'], 'all'>> {
  const digests = await store.subscriptions.listAll();
  const alerts = await store.alerts.listAll();
  const urns = new Set([
    ...digests.flatMap((each) => each.authorities),
    ...alerts.flatMap(({ places }) => places.flatMap((place) => place.urns)),
  ]);
  return authorities.filter(({ urn, ended }) => urns.has(urn) && !ended);
}

/** Whether anything of the site could be read. */
const isSiteRead = ({ councils, stopped }: SyncResult): boolean =>
  councils.some(({ fault }) => fault === null) || (councils.length === 0 && stopped === null);

function logResult({ looked, councils, requests, stopped }: SyncResult, logger: Logger): void {
  const changes = councils.flatMap(({ documents }) => documents.map(({ change }) => change));
  const documents = changes.filter((change) => change !== 'not had').length;
  const faults = councils.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : []));
  const missed = changes.length - documents;
  logger.info(
    { looked, read: councils.length, documents, missed, requests, faults, stopped },
    'looked for new reports',
  );
}

function timeOfDay(instant: Date): string {
  const format = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(instant);
}
