import type { App, Context } from '@slack/bolt';
import { isStillInstalled } from '../api/still-installed.js';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';

/** Slack's clock and the database's need not agree to the second. */
const CLOCKS_APART_MS = 5_000;

/** What Slack says with an event: `event_time` in seconds since 1970. */
type Envelope = { team_id?: string | null; event_time: number };

/**
 * The app was removed, its bot token was revoked, or an organisation took a workspace from it:
 * everything stored for the workspace is deleted, or for all those of the organisation.
 */
export function registerUninstalled(app: App, services: Services): void {
  const { store, logger } = services;
  const deleteWorkspaces = async (
    find: () => Promise<string[]>,
    { event_time }: Envelope,
  ): Promise<void> => {
    try {
      for (const id of await find()) {
        const { installedAt = 0 } = (await store.installations.get(id)) ?? {};
        // Slack may tell of the end of an installation when there is another one already.
        if (installedAt > event_time * 1_000 + CLOCKS_APART_MS) continue;
        await store.deleteWorkspace(id);
        logger.info('a workspace left; its data is deleted');
      }
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'a workspace left, but its data could not be deleted',
      );
    }
  };
  const gone = async (context: Context, body: Envelope): Promise<string[]> => {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    const own = teamId ? [teamId] : [];
    if (!isEnterpriseInstall || !enterpriseId) return own;
    // Where Slack names a workspace, it may be that one alone that the organisation took away.
    const isOneOfSeveral =
      body.team_id &&
      body.team_id !== enterpriseId &&
      (await isStillInstalled(services.clientOf(enterpriseId)));
    return isOneOfSeveral ? own : [enterpriseId, ...own];
  };
  app.event('app_uninstalled', ({ body, context }) =>
    deleteWorkspaces(() => gone(context, body), body),
  );
  app.event('tokens_revoked', async ({ event, body, context }) => {
    if ((event.tokens.bot ?? []).length > 0)
      await deleteWorkspaces(() => gone(context, body), body);
  });
  app.event('team_access_revoked', ({ event, body }) =>
    deleteWorkspaces(async () => event.team_ids, body),
  );
}
