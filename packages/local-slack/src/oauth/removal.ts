import { sendEvents } from '../events.js';
import type { JsonObject } from '../json.js';
import type { ServerContext } from '../server-context.js';
import type { Grant } from './grants.js';
import type { Organisation } from './organisation.js';

const APP_UNINSTALLED = { type: 'app_uninstalled' };

const revoked = ({ workspace }: ServerContext): JsonObject => ({
  type: 'tokens_revoked',
  tokens: { oauth: [], bot: [workspace.bot.id] },
});

/** Sends what Slack sends when a bot token was revoked; the app stays installed. */
export const tokensRevoked = (context: ServerContext, { organisation }: Grant<ServerContext>) =>
  sendEvents(context, [revoked(context)], organisation === null ? 'workspace' : 'organisation');

/** Removes the app from the workspace: its tokens stop working, and it is sent the events. */
export async function uninstallApp(context: ServerContext): Promise<void> {
  const { grants } = context.site;
  grants.end(grants.inForce(context).filter(({ organisation }) => organisation === null));
  await sendEvents(context, [revoked(context), APP_UNINSTALLED]);
}

/** Removes the app from an organisation and all its workspaces. */
export async function uninstallFromOrganisation(
  contexts: readonly ServerContext[],
  organisation: Organisation,
): Promise<void> {
  const [first] = contexts;
  if (first === undefined) return;
  const { grants } = first.site;
  const inForce = contexts.flatMap((context) => grants.inForce(context));
  grants.end(inForce.filter((grant) => grant.organisation === organisation));
  await sendEvents(first, [revoked(first), APP_UNINSTALLED], 'organisation');
}

/** Takes a workspace from what the app was granted across an organisation. */
export async function revokeTeamAccess(context: ServerContext): Promise<void> {
  const { organisation, team } = context.workspace;
  if (organisation === null) throw new Error(`${team.name} is in no organisation.`);
  for (const grant of context.site.grants.inForce(context))
    if (grant.organisation !== null)
      grant.contexts = grant.contexts.filter((each) => each !== context);
  await sendEvents(context, [{ type: 'team_access_revoked', team_ids: [team.id] }], 'access');
}
