import type { Config } from '../config.js';
import { type SendingOptions, startSending } from '../digest/index.js';
import { InspectionError } from '../domain/errors.js';
import { silentObserver } from '../observability/index.js';
import type { SlackAppOptions } from '../slack/create-app.js';
import { describeError, newReference } from '../slack/failure.js';
import { openDatabase } from '../store/database.js';
import { createStore } from '../store/store.js';
import { connect } from './connect.js';
import { type DailySyncTimes, startDailySync } from './daily-sync.js';
import { fetchOnRequest } from './fetch-on-request.js';
import { createFetchReports, type FetchedSite } from './fetch-reports.js';
import { startForgettingReports } from './forget-reports.js';
import { startMetrics } from './metrics.js';
import { observedFetching, observedRuns } from './observed.js';
import { NEW_REPORTS, startupLines } from './startup-lines.js';
import { watchedRecord } from './watched-record.js';

/**
 * A running bot. `stop` takes no more requests, finishes what is under way and closes the state.
 */
export type Bot = { url: string; stop: () => Promise<void> };

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
  const { dataDir } = config;
  const watched = await watchedRecord(dataDir, logger);
  const { record, answers, stopWatching } = watched;
  const store = createStore(await openDatabase(config.databaseUrl), now);
  const metrics = startMetrics(config.metrics, watched, store);
  const observer = metrics?.observer ?? silentObserver;
  const stopping = new AbortController();
  const readiness = { ready: false };
  const { apiUrl, databaseUrl, digestLeaseSeconds: leaseSeconds } = config;
  try {
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
            by,
            fetchReports: observedFetching(fetchReports, 'request', observer),
            watched,
            store,
            now,
            stopping: stopping.signal,
          })
        : null;
    const newReports = NEW_REPORTS[daily];
    const connection = await connect(config, {
      ...{ ...options, apiUrl, answers, store, readiness, newReports, fetching, metrics },
      observer: metrics?.observer,
    });
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
    for (const line of [...connection.lines, ...startupLines(record, databaseUrl, newReports)])
      print(line);
    return {
      url: connection.url,
      stop: async () => {
        readiness.ready = false;
        stopWatching();
        forgetting.stop();
        stopping.abort();
        await dailySync?.stop();
        await sending.stop();
        await connection.close();
        await store.close();
      },
    };
  } catch (error) {
    stopWatching();
    await store.close();
    throw error;
  }
}
