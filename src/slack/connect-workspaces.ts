import { WebClient } from '@slack/web-api';
import { createSealing } from '../store/sealing.js';
import { accessByInstallations } from './access.js';
import { boltLogger } from './api/bolt-logger.js';
import { exchangeTokens, type OAuthApp } from './api/exchange-tokens.js';
import { createOutgoing } from './api/outgoing.js';
import { clientOptions } from './api/web-client.js';
import type { ConnectionOptions, Opened, OpeningOptions } from './connect.js';
import { createSlackApp } from './create-app.js';
import { createHttpReceiver } from './receivers.js';
import { BOT_SCOPES, LINK_SCOPES } from './surfaces.js';
import { createRouter, INSTALL_PATH, REDIRECT_PATH, SLACK_PATH, serve } from './web-server.js';
import { installing } from './workspaces/installing.js';
import { createTokens } from './workspaces/tokens.js';

/**
 * For signed HTTP requests of whichever workspaces install the app, which they do at
 * `INSTALL_PATH`, by OAuth.
 * @throws InspectionError where the port cannot be had.
 */
export async function openForWorkspaces(
  opening: OpeningOptions & { app: OAuthApp; signingSecret: string; stateKeys: readonly string[] },
): Promise<Opened<Omit<ConnectionOptions, 'access' | 'stateKeys'>>> {
  const { app, stateKeys, readiness, logger } = opening;
  let handle: ReturnType<typeof createHttpReceiver>['handle'] = (_, response) =>
    response.writeHead(503).end();
  const router = createRouter(readiness, (request, response) => handle(request, response), [
    SLACK_PATH,
    INSTALL_PATH,
    REDIRECT_PATH,
  ]);
  const { port, close } = await serve(router, opening.port, opening.host);
  return {
    close,
    connect: async (options) => {
      const { apiUrl, proxies, store, observer, features } = options;
      const { installations } = store;
      const reaching = {
        ...clientOptions(apiUrl, createOutgoing(apiUrl, proxies, observer)),
        logger: boltLogger(logger),
      };
      const exchanging = new WebClient(undefined, reaching);
      const tokens = createTokens({
        ...{ installations, logger },
        sealing: createSealing(stateKeys, 'tokens'),
        exchange: (refreshToken) => exchangeTokens(exchanging, app, refreshToken),
      });
      const { installed, unreadable } = await tokens.reseal();
      const made = createHttpReceiver({
        ...opening,
        installing: installing({
          ...{ app, installations, tokens, apiUrl, logger, clientOptions: reaching },
          sealing: createSealing(stateKeys, 'oauth'),
          scopes: [...BOT_SCOPES, ...(features.unfurl === 'off' ? [] : LINK_SCOPES)],
        }),
      });
      const {
        app: _,
        drained,
        ...rest
      } = await createSlackApp({
        ...options,
        receiver: made.receiver,
        secrets: stateKeys,
        access: accessByInstallations(tokens),
      });
      handle = made.handle;
      return {
        ...rest,
        url: `http://localhost:${port}`,
        lines: linesOf({ port, installed, unreadable }),
        isOpen: () => true,
        close: async (patienceMs) => {
          await close();
          await drained(patienceMs);
        },
      };
    },
  };
}

function linesOf(found: { port: number; installed: number; unreadable: number }): string[] {
  const { port, installed, unreadable } = found;
  const many =
    installed === 1
      ? '1 workspace or organisation has'
      : `${installed} workspaces or organisations have`;
  return [
    `Listening for Slack on port ${port}, path ${SLACK_PATH}.`,
    `${many} installed the app; others do at ${INSTALL_PATH}.`,
    ...(unreadable > 0
      ? [
          `The tokens of ${unreadable} of them were sealed with a key that STATE_KEY does not have: add it behind a comma, or have them install the app again.`,
        ]
      : []),
  ];
}
