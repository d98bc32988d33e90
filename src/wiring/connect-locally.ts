import { NoPort, startLocalSlack } from 'local-slack';
import { InspectionError } from '../domain/errors.js';
import type { Connection, ConnectionOptions } from '../slack/connect.js';
import { createSlackApp } from '../slack/create-app.js';
import { createHttpReceiver } from '../slack/receivers.js';
import { SLASH_COMMAND } from '../slack/surfaces.js';
import { createRouter, SLACK_PATH } from '../slack/web-server.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';

/**
 * Connects to no workspace: starts a local Slack with a page, and the bot behind it over signed
 * HTTP on the same port.
 * @throws InspectionError where no port can be had.
 */
export async function connectLocally(
  options: Omit<ConnectionOptions, 'token'>,
): Promise<Connection> {
  let route: ReturnType<typeof createRouter> = () => false;
  const slack = await startLocalSlack({
    port: options.port,
    ...(options.host && { host: options.host }),
    ...LOCAL_WORKSPACE,
    handle: (request, response) => route(request, response),
  }).catch((error) => {
    if (!(error instanceof NoPort)) throw error;
    throw new InspectionError(`${error.message}: set PORT to another.`, { cause: error });
  });
  const { apiUrl, botToken, signingSecret } = slack;
  const { receiver, handle } = createHttpReceiver({ ...options, signingSecret });
  const { drained, digestPorts, tellSiteUnread } = await createSlackApp({
    ...options,
    receiver,
    token: botToken,
    apiUrl,
    // The local Slack is on this machine, where no proxy is.
    proxies: undefined,
  });
  route = createRouter(options.readiness, handle, options.metrics);
  slack.deliverTo(`${slack.url}${SLACK_PATH}`);
  const { port, url, portWasTaken } = slack;
  return {
    url,
    lines: [
      ...(portWasTaken ? [`Port ${options.port} is in use, so port ${port} serves.`] : []),
      'No Slack tokens are set, so a local Slack stands in for a workspace.',
      `Open ${url} and type: ${SLASH_COMMAND.name} tameside latest`,
    ],
    digestPorts,
    tellSiteUnread,
    close: async () => {
      await drained();
      await slack.close();
    },
  };
}
