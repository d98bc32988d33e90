import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { publishHome, suggestPrompts } from '../api/views.js';
import { councilOptions } from '../council-options.js';
import { describeError, newReference } from '../failure.js';
import { homeOf } from '../home.js';
import { clicked } from '../inbox/take-question.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { SUGGESTED_PROMPTS } from '../surfaces.js';
import { HOME_COUNCIL, homeView } from '../views/home.js';

/**
 * Somebody opens the bot: the Home tab gets its view, the conversation its suggested prompts. A
 * council chosen in the Home tab is shown there. Nobody asked a question, so a failure is only
 * logged.
 */
export function registerHome(app: App, services: Services): void {
  const { logger, answers } = services;
  const tried = async (tab: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn(
        { reference: newReference(), tab, error: describeError(error) },
        'an opened tab could not be filled',
      );
    }
  };
  const publish = async (client: WebClient, team: string, user: string, urn: string | null) =>
    publishHome(client, user, homeView(await homeOf(services, { team, user, urn })));

  app.event('app_home_opened', ({ event, client, context }) =>
    tried(event.tab ?? 'home', async () => {
      if (event.tab === 'home') await publish(client, workspaceOf(context), event.user, null);
      else await suggestPrompts(client, event.channel, SUGGESTED_PROMPTS);
    }),
  );

  app.options(HOME_COUNCIL, async ({ ack, options }) => {
    await ack({ options: councilOptions(options.value, answers()) });
  });

  app.action(HOME_COUNCIL, async ({ ack, body, client, context }) => {
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    await services.take(clicked(team, action, null), ack, async () => {
      await tried('home', () => publish(client, team, action.user, action.selected));
      return true;
    });
  });
}
