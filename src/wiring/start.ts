import type { Config } from '../config.js';
import { type SendingOptions, startSending } from '../digest/index.js';
import type { SlackAppOptions } from '../slack/create-app.js';
import { describeError, newReference } from '../slack/failure.js';
import { openDatabase } from '../store/database.js';
import { createStore } from '../store/store.js';
import { connect } from './connect.js';
import { startupLines } from './startup-lines.js';
import { watchedRecord } from './watched-record.js';

/**
 * A running bot. `stop` takes no more requests, finishes what is under way and closes the state.
 */
export type Bot = { url: string; stop: () => Promise<void> };

export type StartOptions = Pick<SlackAppOptions, 'logger' | 'now' | 'sleep'> &
  Pick<SendingOptions, 'lookEveryMs'> & {
    /** Takes the lines that tell a person how the bot was started. */
    print: (line: string) => void;
  };

/**
 * Starts the bot that a configuration describes.
 * @throws InspectionError with one sentence where record, state, token or port will not do.
 */
export async function start(config: Config, { print, ...options }: StartOptions): Promise<Bot> {
  const { logger, now } = options;
  const { record, answers, stopWatching } = await watchedRecord(config.dataDir, logger);
  const store = createStore(await openDatabase(config.databaseUrl), now);
  const readiness = { ready: false };
  const { apiUrl, databaseUrl, digestLeaseSeconds: leaseSeconds } = config;
  try {
    const connection = await connect(config, { ...options, apiUrl, answers, store, readiness });
    const onFault = (error: unknown) =>
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'digests are held up',
      );
    const { digestPorts: ports } = connection;
    const runs = store.digestRuns;
    const sending = startSending({ ...options, runs, ports, leaseSeconds, onFault });
    readiness.ready = true;
    for (const line of [...connection.lines, ...startupLines(record, databaseUrl)]) print(line);
    return {
      url: connection.url,
      stop: async () => {
        readiness.ready = false;
        stopWatching();
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
