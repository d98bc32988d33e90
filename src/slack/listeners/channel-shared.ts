import type { App } from '@slack/bolt';
import { localDate } from '../../digest/schedule.js';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';

const BECAUSE = 'The channel is shared with another organisation now.';

/**
 * A channel is shared with another organisation (Slack Connect): its digest is paused and its owner told, since nothing unsolicited is
 * posted there.
 */
export function registerChannelShared(app: App, { store, tell, logger, now }: Services): void {
  app.event('channel_shared', async ({ event, body }) => {
    const { channel } = event;
    const team = body.team_id;
    try {
      const subscription = await store.subscriptions.get(team, channel);
      if (subscription?.status !== 'active') return;
      await store.subscriptions.pause(team, channel, BECAUSE);
      await tell({
        kind: 'paused',
        team,
        channel,
        owner: subscription.owner,
        runId: subscription.id,
        localDate: localDate(subscription.zone, new Date(now())),
        reason: 'is_ext_shared',
      });
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'the digest of a channel that is shared now could not be paused',
      );
    }
  });
}
