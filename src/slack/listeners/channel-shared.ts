import { localDate } from '../../digest/index.js';
import { IS_SHARED, whyPaused } from '../api/errors.js';
import { describeError, newReference } from '../failure.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';

/**
 * A channel is shared with another organisation (Slack Connect): its digest and alerts are
 * paused, since nothing unsolicited is posted there, and whoever sends digests notifies its owner.
 */
export function registerChannelShared(listeners: Listeners): void {
  listeners.event('channel_shared', async ({ event, context }, services) => {
    const { store, logger, now } = services;
    const { channel } = event;
    const team = workspaceOf(context);
    try {
      const digest = await store.subscriptions.get(team, channel);
      const alerts = await store.alerts.list(team);
      const sent = [...(digest ? [digest] : []), ...alerts].find(
        (each) => each.channel === channel && each.status === 'active',
      );
      if (!sent) return;
      const moment = new Date(now());
      const refusal = { reason: IS_SHARED, pausedBecause: whyPaused(IS_SHARED) };
      const slot = { at: moment.toISOString(), localDate: localDate(sent.zone, moment) };
      await store.digestRuns.pauseChannel(team, channel, refusal, slot);
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'the digest of a channel that is shared now could not be paused',
      );
    }
  });
}
