import { InspectionError } from '../domain/errors.js';

/**
 * How Slack reaches the bot: signed HTTP requests or Socket Mode, for one workspace by its tokens;
 * signed HTTP requests, for whichever workspaces install it; or no workspace at all (the local
 * Slack).
 */
export type SlackConnection =
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'workspaces'; clientId: string; clientSecret: string; signingSecret: string }
  | { mode: 'local' };

export type SlackVariables = {
  SLACK_BOT_TOKEN?: string | undefined;
  SLACK_SIGNING_SECRET?: string | undefined;
  SLACK_APP_TOKEN?: string | undefined;
  SLACK_CLIENT_ID?: string | undefined;
  SLACK_CLIENT_SECRET?: string | undefined;
};

/**
 * The connection that an environment gives; `hasStateKey` where it names what tokens are sealed
 * with.
 * @throws InspectionError with one sentence that names the variable to set.
 */
export function connectionOf(environment: SlackVariables, hasStateKey: boolean): SlackConnection {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: appToken,
  } = environment;
  if (!botToken) {
    if (environment.SLACK_CLIENT_ID || environment.SLACK_CLIENT_SECRET)
      return workspacesOf(environment, hasStateKey);
    const set = appToken ? 'SLACK_APP_TOKEN' : signingSecret && 'SLACK_SIGNING_SECRET';
    if (!set) return { mode: 'local' };
    throw new InspectionError(
      `${set} is set without SLACK_BOT_TOKEN: set SLACK_BOT_TOKEN to the bot user OAuth token, which starts with xoxb-.`,
    );
  }
  if (botToken.startsWith('xapp-'))
    throw new InspectionError(
      'SLACK_BOT_TOKEN holds an app-level token: set it to the bot user OAuth token, which starts with xoxb-.',
    );
  if (appToken?.startsWith('xoxb-'))
    throw new InspectionError(
      'SLACK_APP_TOKEN holds a bot token: set it to the app-level token, which starts with xapp-.',
    );
  if (appToken) return { mode: 'socket', botToken, appToken };
  if (signingSecret) return { mode: 'http', botToken, signingSecret };
  throw new InspectionError(
    'SLACK_BOT_TOKEN is set alone: set SLACK_APP_TOKEN beside it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  );
}

function workspacesOf(environment: SlackVariables, hasStateKey: boolean): SlackConnection {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
  } = environment;
  if (environment.SLACK_APP_TOKEN)
    throw new InspectionError(
      'SLACK_APP_TOKEN is set beside SLACK_CLIENT_ID: several workspaces are reached over HTTP alone, so unset it, or set SLACK_BOT_TOKEN for one workspace.',
    );
  const set = clientId ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET';
  const missing = (name: string, what: string) =>
    new InspectionError(`${set} is set without ${name}: set ${name} to ${what}.`);
  const ofTheApp = (what: string) => `the app’s ${what}, under Basic Information in its settings`;
  if (!clientId) throw missing('SLACK_CLIENT_ID', ofTheApp('client ID'));
  if (!clientSecret) throw missing('SLACK_CLIENT_SECRET', ofTheApp('client secret'));
  if (!signingSecret) throw missing('SLACK_SIGNING_SECRET', ofTheApp('signing secret'));
  if (!hasStateKey)
    throw missing(
      'STATE_KEY',
      'what the workspaces’ tokens are to be sealed with, such as what “openssl rand -hex 32” prints',
    );
  return { mode: 'workspaces', clientId, clientSecret, signingSecret };
}
