import type { WebClient } from '@slack/web-api';
import { publishHome, suggestPrompts } from '../api/views.js';
import { councilOptions } from '../council-options.js';
import { fillHome, filling, type HomeOf } from '../home.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { SUGGESTED_PROMPTS } from '../surfaces.js';
import { HOME_COUNCIL, loadingHomeView } from '../views/home.js';

/**
 * Somebody opens the bot: the Home tab gets its view, the conversation its suggested prompts. A
 * council chosen in the Home tab is shown there. A tab that is opened before the record is loaded
 * says so, and is filled when it is.
 */
export function registerHome(listeners: Listeners): void {
  const waiting = new Set<string>();

  const opened = async (services: Services, client: WebClient, whose: HomeOf): Promise<void> => {
    const { isLoaded, whenLoaded } = services;
    if (isLoaded()) return fillHome(services, client, whose);
    const key = `${whose.team}/${whose.user}`;
    if (waiting.has(key)) return;
    waiting.add(key);
    void whenLoaded.then(() => {
      waiting.delete(key);
      return fillHome(services, client, whose);
    });
    await filling(services, 'home', () => publishHome(client, whose.user, loadingHomeView()));
  };

  listeners.event('app_home_opened', async ({ event, client, context }, services) => {
    const { user, channel, tab } = event;
    if (tab === 'home')
      await opened(services, client, {
        team: workspaceOf(context),
        user,
        direct: channel,
        urn: null,
      });
    else
      await filling(services, tab ?? 'messages', () =>
        suggestPrompts(client, channel, SUGGESTED_PROMPTS),
      );
  });

  listeners.options(HOME_COUNCIL, async ({ ack, options }, { isLoaded, answers }) => {
    await ack({ options: isLoaded() ? councilOptions(options.value, answers()) : [] });
  });

  listeners.action(HOME_COUNCIL, async ({ ack, body, client, context }, services) => {
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    await services.take(clicked(team, action, null), ack, async () => {
      const { user, selected: urn, home } = action;
      await fillHome(services, client, { team, user, direct: home?.direct ?? null, urn });
      return true;
    });
  });
}
