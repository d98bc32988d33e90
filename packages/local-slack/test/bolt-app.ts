import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { LocalSlack, LocalSlackOptions } from '../src/index.js';
import { startWeatherSlack } from './weather-slack.js';

/** Failures are what several tests bring about; they need not be printed. */
const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** A Bolt app that speaks to a local Slack, over HTTP or Socket Mode. */
export type Running = { slack: LocalSlack; app: App; stop: () => Promise<void> };

/** Starts a local Slack and a Bolt app whose listeners `register` sets. */
export async function startBolt(
  mode: 'http' | 'socket',
  register: (app: App, slack: LocalSlack) => void,
  options: LocalSlackOptions = {},
): Promise<Running> {
  const slack = await startWeatherSlack(options);
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const { appToken, signingSecret, botToken: token } = slack;
  if (mode === 'http') {
    const receiver = new HTTPReceiver({
      signingSecret,
      logger,
      unhandledRequestTimeoutMillis: 2_000,
    });
    const app = new App({ token, receiver, clientOptions, logger });
    register(app, slack);
    const server = await receiver.start(0);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The app has no port.');
    slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
    return { slack, app, stop: () => stop(slack, app) };
  }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: 2_000,
    installerOptions: { clientOptions },
  });
  const app = new App({ token, receiver, clientOptions, logger });
  register(app, slack);
  await app.start();
  return { slack, app, stop: () => stop(slack, app) };
}

async function stop(slack: LocalSlack, app: App): Promise<void> {
  await app.stop();
  await slack.close();
}
