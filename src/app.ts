import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NoPort, startLocalSlack } from 'local-slack';
import type { Logger } from 'pino';
import { createAnswerContext } from './answer/index.js';
import { type Config, parseConfig } from './config.js';
import { type LoadedRecord, loadRecord } from './corpus/load.js';
import { watchRecord } from './corpus/watch.js';
import { type SendingOptions, startSending } from './digest/sending.js';
import { formatDate } from './domain/dates.js';
import { InspectionError } from './domain/errors.js';
import { coveredAuthorities } from './domain/record.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';
import { createLogger } from './logger.js';
import { cacheNote, type IndexCache, openIndexCache } from './search/index.js';
import { type Connection, connectOverHttp, connectOverSocket } from './slack/connect.js';
import { createSlackApp, type SlackAppOptions } from './slack/create-app.js';
import { describeError, newReference } from './slack/failure.js';
import { createHttpReceiver } from './slack/receivers.js';
import { SLASH_COMMAND } from './slack/surfaces.js';
import { createRouter, type Readiness, SLACK_PATH } from './slack/web-server.js';
import { openDatabase } from './store/database.js';
import { databasePlace } from './store/database-url.js';
import { createStore } from './store/store.js';

/** A bot at work. `stop` takes nothing more, lets what is under way finish, and closes the state. */
export type Bot = { url: string; stop: () => Promise<void> };

export type StartOptions = Pick<SlackAppOptions, 'logger' | 'now' | 'sleep'> &
  Pick<SendingOptions, 'lookEveryMs'> & {
    /** Takes the lines that tell a person how the bot was started. */
    say: (line: string) => void;
  };

type Common = Omit<SlackAppOptions, 'receiver' | 'token'> & { readiness: Readiness };

/**
 * Starts the bot that a configuration describes.
 * @throws InspectionError with one sentence where record, state, token or port will not do.
 */
export async function start(config: Config, { say, ...options }: StartOptions): Promise<Bot> {
  const locations = { dataDir: config.dataDir, openCache: openIndexCache };
  const record = await loadRecord(locations);
  const contextOf = (loaded: LoadedRecord<IndexCache>) => {
    const note = loaded.cache && cacheNote(loaded.cache);
    if (note) options.logger.info(note);
    return createAnswerContext(loaded, loaded.cache);
  };
  let context = contextOf(record);
  const stopWatching = await watchRecord({
    ...locations,
    onRecord: (changed) => {
      context = contextOf(changed);
    },
    onFault: (error) =>
      options.logger.error({ error: describeError(error) }, 'the changed record cannot be read'),
  });
  const store = createStore(await openDatabase(config.databaseUrl), options.now);
  const readiness = { ready: false };
  const common = { ...options, apiUrl: config.apiUrl, answers: () => context, store, readiness };
  try {
    const { url, lines, digestPorts, close } = await connect(config, common);
    const sending = startSending({
      ...options,
      runs: store.digestRuns,
      ports: digestPorts,
      leaseSeconds: config.digestLeaseSeconds,
      onFault: (error) =>
        options.logger.error(
          { reference: newReference(), error: describeError(error) },
          'digests are held up',
        ),
    });
    readiness.ready = true;
    const state = `State is kept in ${databasePlace(config.databaseUrl)}`;
    for (const line of [...lines, ...aboutRecord(record), state]) say(line);
    return {
      url,
      stop: async () => {
        readiness.ready = false;
        stopWatching();
        await sending.stop();
        await close();
        await store.close();
      },
    };
  } catch (error) {
    stopWatching();
    await store.close();
    throw error;
  }
}

function connect(config: Config, common: Common): Promise<Connection> {
  const { connection, port, portIsFixed } = config;
  switch (connection.mode) {
    case 'http':
      return connectOverHttp({ ...common, ...connection, token: connection.botToken, port });
    case 'socket':
      return connectOverSocket({
        ...common,
        ...connection,
        token: connection.botToken,
        port,
        portIsFixed,
      });
    case 'local':
      return connectLocally(common, port);
  }
}

/** No workspace: a local Slack with a page, and the bot behind it over signed HTTP on the same port. */
async function connectLocally(common: Common, port: number): Promise<Connection> {
  let route: ReturnType<typeof createRouter> = () => false;
  const slack = await startLocalSlack({
    ...LOCAL_WORKSPACE,
    port,
    handle: (request, response) => route(request, response),
  }).catch((error) => {
    if (!(error instanceof NoPort)) throw error;
    throw new InspectionError(`${error.message}: set PORT to another.`, { cause: error });
  });
  const { apiUrl, botToken, signingSecret } = slack;
  const { receiver, handle } = createHttpReceiver({ ...common, signingSecret });
  const { drained, digestPorts } = await createSlackApp({
    ...common,
    receiver,
    token: botToken,
    apiUrl,
  });
  route = createRouter(common.readiness, handle);
  slack.deliverTo(`${slack.url}${SLACK_PATH}`);
  return {
    url: slack.url,
    lines: [
      ...(slack.portWasTaken ? [`Port ${port} is in use, so port ${slack.port} serves.`] : []),
      'No Slack tokens are set, so a local Slack stands in for a workspace.',
      `Open ${slack.url} and type: ${SLASH_COMMAND.name} tameside latest`,
    ],
    digestPorts,
    close: async () => {
      await drained();
      await slack.close();
    },
  };
}

/** "Record: 1 authority, 214 quotations, documents looked through on 21 November 2026", and a line for every file that had to be left out. */
function aboutRecord(record: LoadedRecord): string[] {
  const authorities = coveredAuthorities(record).length;
  const [earliest] = [...record.checked.values()].sort();
  return [
    `Record: ${authorities} ${authorities === 1 ? 'authority' : 'authorities'}, ${record.passages.length} quotations${earliest ? `, documents looked through on ${formatDate(earliest)}` : ''}`,
    ...record.problems.map(({ file, reason }) => `Left out of the record: ${file}: ${reason}`),
  ];
}

/**
 * On the first SIGTERM or SIGINT the bot stops in order and the process exits with 0, or with 1 where stopping failed; on the
 * second it exits at once.
 */
export function stopOnSignals(
  bot: Bot,
  logger: Logger,
  host: { on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown },
  exit: (code: number) => void,
): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return exit(1);
    stopping = true;
    bot.stop().then(
      () => exit(0),
      (error) => {
        logger.error({ error: describeError(error) }, 'the bot did not stop in order');
        exit(1);
      },
    );
  };
  host.on('SIGTERM', onSignal);
  host.on('SIGINT', onSignal);
}

async function main(): Promise<void> {
  try {
    const config = parseConfig(process.env);
    const logger = createLogger(config.logLevel);
    process.on('unhandledRejection', (error) =>
      logger.error({ reference: newReference(), error: describeError(error) }, 'unhandled'),
    );
    const bot = await start(config, { logger, say: (line) => console.log(line) });
    stopOnSignals(bot, logger, process, (code) => process.exit(code));
  } catch (error) {
    console.error(error instanceof InspectionError ? error.message : error);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main();
