import type { App } from '@slack/bolt';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';

/**
 * The app was removed or its token was revoked (a person's own is no matter): everything stored for
 * the workspace is deleted.
 */
export function registerUninstalled(app: App, { store, logger }: Services): void {
  const deleteWorkspace = async (team: string) => {
    try {
      await store.deleteWorkspace(team);
      logger.info('a workspace left; its data is deleted');
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'a workspace left, but its data could not be deleted',
      );
    }
  };
  app.event('app_uninstalled', ({ body }) => deleteWorkspace(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await deleteWorkspace(body.team_id);
  });
}
