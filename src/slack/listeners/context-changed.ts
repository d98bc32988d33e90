import { ContextChanged } from '../events.js';
import { describeError } from '../failure.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';

/**
 * Somebody opens another channel while the bot is beside it. Where that channel asks about a
 * council, this is kept for an hour, so that a direct message may be about it; what was kept before
 * goes. Being subscribed to this event, the bot is also told with each direct message what is open.
 */
export function registerContextChanged(listeners: Listeners): void {
  listeners.event('app_context_changed', async ({ body, context }, { store, logger }) => {
    const { user, openChannel } = ContextChanged.parse(body);
    if (!user) return;
    const team = workspaceOf(context);
    try {
      const council = openChannel && (await store.channelCouncils.get(team, openChannel))?.urn;
      await store.openChannels.set(team, user, council ? openChannel : null);
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'which channel is open could not be kept');
    }
  });
}
