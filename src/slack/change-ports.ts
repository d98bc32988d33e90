import type { WebClient } from '@slack/web-api';
import type { ChangePorts } from '../digest/index.js';
import { checkPostable, closedChannel } from './api/channels.js';
import { channelRoute, deliver } from './api/delivery.js';
import { describeError } from './failure.js';
import type { Services } from './services.js';
import { announcement } from './views/announcement.js';

/** Slack's side of changing digests, for requests whose token `client` has. */
export const changePorts = (
  { store, answers, now, inTurn, logger }: Services,
  client: WebClient,
): ChangePorts => ({
  subscriptions: store.subscriptions,
  context: answers,
  now,
  checkPostable: (channel) => checkPostable(client, channel),
  announce: async (change, { channel, user }, subscription) => {
    try {
      const message = announcement(change, user, subscription, answers());
      await deliver(message, [channelRoute(client, inTurn, channel)], logger);
      return true;
    } catch (error) {
      const reasons: unknown[] = error instanceof AggregateError ? error.errors : [error];
      const closed = reasons
        .map((reason) => closedChannel(reason, channel))
        .find((problem) => problem !== null);
      if (closed) throw closed;
      logger.warn({ error: describeError(error) }, 'a change of a digest was not announced');
      return false;
    }
  },
});
