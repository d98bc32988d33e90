import { NoPort, startLocalSlack } from 'local-slack';
import { InspectionError } from '../domain/errors.js';
import { accessByToken } from '../slack/access.js';
import type { ConnectionOptions, Opened, OpeningOptions } from '../slack/connect.js';
import { createSlackApp } from '../slack/create-app.js';
import { createHttpReceiver } from '../slack/receivers.js';
import { BOT_SCOPES, LINK_SCOPES, SLASH_COMMAND } from '../slack/surfaces.js';
import { createRouter, SLACK_PATH } from '../slack/web-server.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';

/**
 * For no workspace: starts a local Slack with a page, and puts the bot behind it over signed HTTP
 * on the same port.
 * @throws InspectionError where no port can be had.
 */
export async function openLocally(
  opening: OpeningOptions,
): Promise<Opened<Omit<ConnectionOptions, 'access' | 'apiUrl'>>> {
  let route: ReturnType<typeof createRouter> = createRouter(opening.readiness);
  const slack = await startLocalSlack({
    port: opening.port,
    ...(opening.host && { host: opening.host }),
    ...LOCAL_WORKSPACE,
    scopes: [...BOT_SCOPES, ...LINK_SCOPES],
    handle: (request, response) => route(request, response),
  }).catch((error) => {
    if (!(error instanceof NoPort)) throw error;
    throw new InspectionError(`${error.message}: set PORT to another.`, { cause: error });
  });
  return {
    close: () => slack.close(),
    connect: async ({ stateKeys, ...options }) => {
      const { apiUrl, botToken, signingSecret, url } = slack;
      const access = accessByToken(botToken);
      const secrets = stateKeys ?? [signingSecret];
      const { receiver, handle } = createHttpReceiver({ ...opening, signingSecret });
      const { app, drained, ...rest } = await createSlackApp({
        ...options,
        ...{ receiver, access, apiUrl, secrets },
        // The local Slack is on this machine, where no proxy is.
        proxies: undefined,
      });
      route = createRouter(opening.readiness, handle);
      slack.deliverTo(`${url}${SLACK_PATH}`);
      return {
        ...rest,
        url,
        lines: [
          ...(slack.portWasTaken
            ? [`Port ${opening.port} is in use, so port ${slack.port} serves.`]
            : []),
          'No Slack tokens are set, so a local Slack stands in for a workspace.',
          `Open ${url} and type: ${SLASH_COMMAND.name} tameside latest`,
        ],
        isOpen: () => true,
        close: async (patienceMs) => {
          await drained(patienceMs);
          await slack.close();
        },
      };
    },
  };
}
