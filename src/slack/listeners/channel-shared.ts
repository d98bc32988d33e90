import type { App } from '@slack/bolt';
import { whyPaused } from '../../digest/refusals.js';
import { localDate } from '../../digest/schedule.js';
import { describeError, newReference } from '../failure.js';
import type { Services } from '../services.js';

/** In the place of Slack's word for a refusal. */
const IS_SHARED = 'is_ext_shared';

/**
 * A channel is shared with another organisation (Slack Connect): its digest is paused and its owner told, since nothing unsolicited is
 * posted there.
 */
export function registerChannelShared(app: App, services: Services): void {
  const { store, tell, inTurn, logger, now } = services;
  app.event('channel_shared', async ({ event, body }) => {
    const { channel } = event;
    const team = body.team_id;
    try {
      const subscription = await store.subscriptions.get(team, channel);
      if (subscription?.status !== 'active') return;
      await store.subscriptions.pause(team, channel, whyPaused(IS_SHARED));
      const { owner, zone, id: runId } = subscription;
      const today = localDate(zone, new Date(now()));
      const notice = { team, channel, owner, runId, localDate: today, reason: IS_SHARED };
      await inTurn(owner, () => tell({ kind: 'paused', ...notice }));
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'the digest of a channel that is shared now could not be paused',
      );
    }
  });
}
