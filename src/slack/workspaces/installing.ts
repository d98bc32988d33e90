import type { HTTPReceiverOptions, Installation, InstallationStore } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Installations } from '../../store/installations.js';
import type { Sealing } from '../../store/sealing.js';
import type { OAuthApp } from '../api/exchange-tokens.js';
import { describeError, newReference } from '../failure.js';
import { INSTALL_PATH, REDIRECT_PATH } from '../web-server.js';
import { sendInstalled, sendNotInstalled } from './pages.js';
import { createStateStore, STATE_SECONDS } from './state.js';
import type { WorkspaceTokens } from './tokens.js';

export type InstallingOptions = {
  app: OAuthApp;
  installations: Installations;
  tokens: WorkspaceTokens;
  /** Seals the states of OAuth flows. */
  sealing: Sealing;
  apiUrl: string;
  clientOptions: WebClientOptions;
  logger: Logger;
  /** What is asked of whoever installs the app. */
  scopes: readonly string[];
};

/** Where Slack asks whether the app may be installed: beside its Web API. */
const authorizationUrl = (apiUrl: string): string => new URL('/oauth/v2/authorize', apiUrl).href;

/** Bolt's installer as this bot uses it, as options of its receiver. */
export function installing(
  options: InstallingOptions,
): Pick<
  HTTPReceiverOptions,
  'clientId' | 'clientSecret' | 'scopes' | 'installationStore' | 'installerOptions'
> {
  const { app, apiUrl, clientOptions, logger, scopes } = options;
  return {
    ...app,
    scopes: [...scopes],
    installationStore: installationStore(options),
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      directInstall: true,
      authorizationUrl: authorizationUrl(apiUrl),
      stateStore: createStateStore(options, { scopes: [...scopes] }),
      stateCookieName: 'ofsted-install',
      stateCookieExpirationSeconds: STATE_SECONDS,
      clientOptions,
      callbackOptions: {
        success: (installation, _options, _request, response) => {
          logger.info({ isOrg: installation.isEnterpriseInstall === true }, 'installed');
          sendInstalled(response, installation);
        },
        failure: (error, _options, _request, response) => {
          const reference = newReference();
          logger.warn({ reference, error: describeError(error) }, 'not installed');
          sendNotInstalled(response, error.code, reference);
        },
      },
    },
  };
}

/**
 * Where Bolt's installer keeps installations. It is told nothing of refresh tokens: it would
 * exchange them in every process at once.
 */
function installationStore({
  installations,
  tokens,
  logger,
}: InstallingOptions): InstallationStore {
  // Without the database a request is answered all the same; the next one makes up for it.
  const remember = (team: string, org: string): Promise<void> =>
    installations.addWorkspace(team, org).catch((error) => {
      logger.warn(
        { error: describeError(error) },
        'the workspace of an organisation was not noted',
      );
    });
  return {
    storeInstallation: async (installation) => {
      const { bot, isEnterpriseInstall = false } = installation;
      const id = isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (!id || !bot) throw new Error('Slack gave no bot token');
      const { token: botToken, id: botId, userId: botUserId, refreshToken, expiresAt } = bot;
      const expiresIn = expiresAt === undefined ? null : expiresAt * 1_000 - Date.now();
      await tokens.save(
        id,
        isEnterpriseInstall,
        { botToken, botId, botUserId, refreshToken },
        expiresIn,
      );
    },
    fetchInstallation: async ({ isEnterpriseInstall, teamId, enterpriseId }) => {
      const direct = isEnterpriseInstall ? enterpriseId : teamId;
      const found = await tokens
        .serving(direct || enterpriseId || teamId || '')
        // What Slack tells of an organisation need not say that it is about its installation.
        .catch((error) => {
          if (!enterpriseId || direct === enterpriseId) throw error;
          return tokens.serving(enterpriseId);
        });
      if (found.isOrg && teamId && teamId !== found.id) await remember(teamId, found.id);
      return installationOf(found);
    },
  };
}

function installationOf({
  id,
  isOrg,
  tokens,
}: Awaited<ReturnType<WorkspaceTokens['serving']>>): Installation<'v2', boolean> {
  const bot = { token: tokens.botToken, id: tokens.botId, userId: tokens.botUserId, scopes: [] };
  return {
    team: isOrg ? undefined : { id },
    enterprise: isOrg ? { id } : undefined,
    user: { token: undefined, scopes: undefined, id: '' },
    bot,
    isEnterpriseInstall: isOrg,
    authVersion: 'v2',
  };
}
