import type { App } from '@slack/bolt';
import { shownExamples } from '../../answer/index.js';
import { publishHome, suggestPrompts } from '../api/views.js';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';
import { SUGGESTED_PROMPTS } from '../surfaces.js';
import { homeView } from '../views/home.js';

/**
 * Somebody opens the bot: the Home tab gets its view, the conversation its suggested prompts.
 * Nobody asked, so a failure is only logged.
 */
export function registerHomeOpened(app: App, { logger, newReports }: Services): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'home')
        await publishHome(client, event.user, homeView(shownExamples(), newReports));
      else await suggestPrompts(client, event.channel, SUGGESTED_PROMPTS);
    } catch (error) {
      logger.warn(
        { reference: newReference(), tab: event.tab, error: describeError(error) },
        'an opened tab could not be filled',
      );
    }
  });
}
