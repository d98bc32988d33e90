import type { App } from '@slack/bolt';
import { COMMANDS } from '../../answer/index.js';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';
import { SUGGESTED_PROMPTS } from '../surfaces.js';
import { homeView } from '../views/home.js';

/** Somebody opens the bot: the Home tab gets its view, the conversation its suggested prompts. Nobody asked, so a failure is only logged. */
export function registerHomeOpened(app: App, { logger }: Services): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'home')
        await client.views.publish({ user_id: event.user, view: homeView(COMMANDS) });
      // With agent_view a thread_ts here would make the call do nothing. Source: Slack, assistant.threads.setSuggestedPrompts.
      else
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: event.channel,
          prompts: SUGGESTED_PROMPTS,
        });
    } catch (error) {
      logger.warn(
        { reference: newReference(), tab: event.tab, error: describeError(error) },
        'an opened tab could not be filled',
      );
    }
  });
}
