import type { AppOptions, ReceiverEvent } from '@slack/bolt';
import { currentRequest, type Observer, withinRequest } from '../observability/index.js';
import { AcknowledgingApp } from './acknowledging.js';
import { askerOf } from './rate-limits.js';

/**
 * Bolt's app, which does each request of Slack's under an id of its own and times how long its
 * acknowledgement took.
 */
export class ObservedApp extends AcknowledgingApp {
  constructor(
    options: AppOptions,
    private readonly observer: Observer,
  ) {
    super(options);
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return withinRequest(askerOf(event.body), async () => {
      const ended = this.observer.underWay();
      const ack: ReceiverEvent['ack'] = async (...args) => {
        await event.ack(...args);
        this.observer.acknowledged(kindOf(event.body), secondsSoFar());
      };
      try {
        await super.processEvent({ ...event, ack });
      } finally {
        ended();
      }
    });
  }
}

/** How long the request at work has taken so far. */
export const secondsSoFar = (): number => {
  const request = currentRequest();
  return request ? (performance.now() - request.began) / 1_000 : 0;
};

const KINDS = new Set(['event_callback', 'block_actions', 'view_submission', 'view_closed']);

/** One of a few words for what Slack sent. */
function kindOf(body: Record<string, unknown> | null | undefined): string {
  if (typeof body?.command === 'string') return 'command';
  return typeof body?.type === 'string' && KINDS.has(body.type) ? body.type : 'other';
}
