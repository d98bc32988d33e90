import type { AppOptions } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { botIdentity } from './api/bot-identity.js';
import { fetchAs } from './api/fetch-as.js';
import { type ClientOf, READING } from './api/web-client.js';
import type { WorkspaceTokens } from './workspaces/tokens.js';

/** By which tokens Slack is called, for Bolt and for all that this bot does by itself. */
export type Access = {
  bolt: Pick<AppOptions, 'token' | 'botId' | 'botUserId'>;
  clientOf: ClientOf;
};

/** Makes it of how Slack's Web API is reached. */
export type OpenAccess = (options: WebClientOptions & { fetch: typeof fetch }) => Promise<Access>;

/**
 * One workspace, by its token.
 * @throws InspectionError where Slack refuses the token or is out of reach.
 */
export const accessByToken =
  (token: string): OpenAccess =>
  async (options) => {
    const { botId, botUserId } = await botIdentity(
      new WebClient(token, { ...options, ...READING }),
    );
    const caller = new WebClient(token, options);
    return {
      bolt: { token, botId, botUserId },
      clientOf: (_team, more) => (more ? new WebClient(token, { ...options, ...more }) : caller),
    };
  };

/** Each workspace by the token that it, or its organisation, installed the app with. */
export const accessByInstallations =
  (tokens: WorkspaceTokens): OpenAccess =>
  async (options) => ({
    bolt: {},
    clientOf: (team, more) =>
      new WebClient(undefined, {
        ...options,
        ...more,
        fetch: fetchAs(options.fetch, () => tokens.tokenOf(team)),
        // A token of an organisation acts on the workspace that a call names; others ignore it.
        teamId: team,
      }),
  });
