import { attempt } from '../answering.js';
import { channelRoute, deliver } from '../api/delivery.js';
import { Joined } from '../events.js';
import { NOBODY } from '../inbox/asked.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';
import { welcomeView } from '../views/welcome.js';

/** The bot is added to a channel: three lines there on what it does, once. */
export function registerWelcome(listeners: Listeners): void {
  listeners.event('member_joined_channel', async ({ event, client, context }, services) => {
    const { inTurn, logger } = services;
    const { user, channel, inviter = user } = Joined.parse(event);
    if (user !== context.botUserId) return;
    const routes = [channelRoute(client, inTurn, channel), NOBODY];
    await services.take(
      {
        team: workspaceOf(context),
        id: `welcome/${channel}`,
        asked: { surface: 'unasked', user: inviter, channel, text: '' },
      },
      async () => undefined,
      (marks) =>
        attempt(services, { routes, surface: 'welcome', marks }, async () => {
          await deliver(welcomeView(), routes, logger, marks);
        }),
    );
  });
}
