import type { Context } from '@slack/bolt';
import { isStillInstalled } from '../api/still-installed.js';
import { describeError, newReference } from '../failure.js';
import type { Listeners } from '../listener-table.js';
import type { Services } from '../services.js';

/** Slack's clock and the database's need not agree to the second. */
const CLOCKS_APART_MS = 5_000;

/** What Slack says with an event: `event_time` in seconds since 1970. */
type Envelope = { team_id?: string | null; event_time: number };

/**
 * The app was removed, its bot token was revoked, or an organisation took a workspace from it:
 * everything stored for the workspace is deleted, or for all those of the organisation.
 */
export function registerUninstalled(listeners: Listeners): void {
  const deleteWorkspaces = async (
    { store, logger }: Services,
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
  const gone = async (
    { clientOf }: Services,
    context: Context,
    body: Envelope,
  ): Promise<string[]> => {
    const { teamId, enterpriseId, isEnterpriseInstall } = context;
    const own = teamId ? [teamId] : [];
    if (!isEnterpriseInstall || !enterpriseId) return own;
    // Where Slack names a workspace, it may be that one alone that the organisation took away.
    const isOneOfSeveral =
      body.team_id &&
      body.team_id !== enterpriseId &&
      (await isStillInstalled(clientOf(enterpriseId)));
    return isOneOfSeveral ? own : [enterpriseId, ...own];
  };
  listeners.event('app_uninstalled', ({ body, context }, services) =>
    deleteWorkspaces(services, () => gone(services, context, body), body),
  );
  listeners.event('tokens_revoked', async ({ event, body, context }, services) => {
    if ((event.tokens.bot ?? []).length > 0)
      await deleteWorkspaces(services, () => gone(services, context, body), body);
  });
  listeners.event('team_access_revoked', ({ event, body }, services) =>
    deleteWorkspaces(services, async () => event.team_ids, body),
  );
}
