import type { Config } from '../config.js';
import { type SendingOptions, startSending } from '../digest/index.js';
import { InspectionError } from '../domain/errors.js';
import { silentObserver } from '../observability/index.js';
import { withinTime } from '../slack/api/within-time.js';
import type { SlackAppOptions } from '../slack/create-app.js';
import { describeError, newReference } from '../slack/failure.js';
import type { Readiness } from '../slack/web-server.js';
import { openDatabase } from '../store/database.js';
import { createStore } from '../store/store.js';
import { open } from './connect.js';
import { type DailySyncTimes, startDailySync } from './daily-sync.js';
import { fetchOnRequest } from './fetch-on-request.js';
import { createFetchReports, type FetchedSite } from './fetch-reports.js';
import { startForgettingReports } from './forget-reports.js';
import { startMetrics } from './metrics.js';
import { observedFetching, observedRuns } from './observed.js';
import { NEW_REPORTS, NEW_REPORTS_FOR_READERS, startupLines } from './startup-lines.js';
import { watchedRecord } from './watched-record.js';

/**
 * A running bot. `stop` takes no more requests, finishes what is under way and closes the state.
 */
export type Bot = { url: string; stop: () => Promise<void> };

/**
 * Whoever stops the bot kills it after ten seconds or more: answers under way have this long, all
 * else with them, and then the state.
 */
const PATIENCE_MS = 5_500;
const LONGEST_STOP_MS = 8_000;
const LONGEST_CLOSE_MS = 1_000;

const CONTACT_NEEDED =
  'SYNC is set without SYNC_CONTACT: set it to your e-mail address or web page; Ofsted’s site is told with every request whom to turn to.';

export type StartOptions = Pick<SlackAppOptions, 'logger' | 'now' | 'sleep'> &
  Pick<SendingOptions, 'lookEveryMs'> & {
    /** Which site reports are fetched from, and when; Ofsted's at a quiet hour. */
    syncing?: FetchedSite & DailySyncTimes;
    /** Takes the lines that tell a person how the bot was started. */
    print: (line: string) => void;
  };

/**
 * Starts the bot that a configuration describes.
 * @throws InspectionError with one sentence where record, state, token or port will not do.
 */
export async function start(config: Config, { print, ...options }: StartOptions): Promise<Bot> {
  const { logger, now = Date.now, syncing = {} } = options;
  const { dataDir, databaseUrl, digestLeaseSeconds: leaseSeconds } = config;
  const readiness: Readiness = {
    ...{ ready: false, takes: false, metrics: null },
    check: async () => true,
  };
  // Whoever watches over the bot can ask how it is while the record is loaded.
  const opened = await open(config, { readiness, logger, now });
  let ending = [opened.close];
  try {
    const watched = watchedRecord(dataDir, logger);
    const { loaded, isLoaded, answers, stopWatching } = watched;
    ending.unshift(async () => stopWatching());
    const store = createStore(await openDatabase(databaseUrl), now);
    ending.unshift(() => store.close());
    const metrics = startMetrics(config.metrics, watched, store);
    readiness.metrics = metrics;
    const observer = metrics?.observer ?? silentObserver;
    const stopping = new AbortController();
    const { daily, by, contact } = config.sync;
    const fetchReports = createFetchReports({
      ...syncing,
      dataDir,
      contact,
      record: watched.current,
      now,
    });
    if (daily !== 'off' && !fetchReports) throw new InspectionError(CONTACT_NEEDED);
    const fetching =
      fetchReports && by !== 'nobody'
        ? fetchOnRequest({
            ...{ by, watched, store, now, stopping: stopping.signal },
            fetchReports: observedFetching(fetchReports, 'request', observer),
          })
        : null;
    const newReports = NEW_REPORTS_FOR_READERS[daily];
    const connection = await opened.connect({
      ...{ ...options, answers, store, newReports, fetching, observer: metrics?.observer },
      loading: {
        isDone: isLoaded,
        done: new Promise((done) =>
          loaded.then(
            () => done(),
            () => {},
          ),
        ),
      },
    });
    // Questions that come before the record is loaded are taken in, and wait for it.
    readiness.takes = true;
    ending = [() => connection.close(0), async () => stopWatching(), () => store.close()];
    const record = await loaded;
    readiness.check = async () => {
      await store.ping();
      return connection.isOpen();
    };
    const onFault = (error: unknown) =>
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'digests are held up',
      );
    const { digestPorts: ports } = connection;
    const runs = observedRuns(store.digestRuns, observer);
    const sending = startSending({ ...options, runs, ports, leaseSeconds, onFault });
    const { tellSiteUnread } = connection;
    const dailySync =
      fetchReports &&
      startDailySync({
        fetchReports: observedFetching(fetchReports, 'daily', observer),
        ...{ ...syncing, daily, record: watched.current, store },
        ...{ tellSiteUnread, logger, now },
      });
    const forgetting = await startForgettingReports(store, config.reportsKeepDays, { logger, now });
    readiness.ready = true;
    for (const line of [
      ...connection.lines,
      ...startupLines(record, databaseUrl, NEW_REPORTS[daily]),
    ])
      print(line);
    return {
      url: connection.url,
      stop: async () => {
        readiness.ready = false;
        readiness.takes = false;
        stopWatching();
        forgetting.stop();
        stopping.abort();
        const ended = Promise.all([
          dailySync?.stop(),
          sending.stop(),
          connection.close(PATIENCE_MS),
        ]).then(() => true);
        if (!(await withinTime(LONGEST_STOP_MS, ended)))
          logger.warn('not all that was under way has ended; the next start goes on with it');
        await withinTime(LONGEST_CLOSE_MS, store.close());
      },
    };
  } catch (error) {
    for (const end of ending) await end();
    throw error;
  }
}
