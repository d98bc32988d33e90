import { App, type ReceiverEvent } from '@slack/bolt';
import { withinTime } from './api/within-time.js';

/** Slack waits three seconds for an acknowledgement. */
const PATIENCE_MS = 2_000;

/**
 * Bolt's app, which acknowledges events not before its listeners run but when they have taken the
 * event in, so that one whose process is killed before that comes again. It knows what of all
 * requests is not acknowledged yet.
 */
export class AcknowledgingApp extends App {
  private readonly unacknowledged = new Set<Promise<void>>();

  /** Takes what Bolt throws at a request of a shape that Slack does not send. */
  onUnreadable: (error: unknown) => void = () => undefined;

  override async processEvent(event: ReceiverEvent): Promise<void> {
    let markDone = () => {};
    const acknowledged = new Promise<void>((resolve) => {
      markDone = resolve;
    });
    this.unacknowledged.add(acknowledged);
    const done = () => {
      this.unacknowledged.delete(acknowledged);
      markDone();
    };
    let isAcknowledged = false;
    const ack: typeof event.ack = async (response) => {
      isAcknowledged = true;
      try {
        await event.ack(response);
      } finally {
        done();
      }
    };
    try {
      // Of the requests, only events have an `event`, and Bolt acknowledges these by itself.
      if (event.body.event === undefined) {
        await super.processEvent({ ...event, ack }).catch(this.onUnreadable);
        // What no listener is for, Slack is told at once, and not after Bolt's three seconds.
        if (!isAcknowledged) await ack();
        return;
      }
      const processed = super
        .processEvent({ ...event, ack: async () => undefined })
        .catch(this.onUnreadable);
      await withinTime(PATIENCE_MS, processed);
      await ack();
      await processed;
    } finally {
      done();
    }
  }

  /** Resolves when every request that has come in is acknowledged, or in so many milliseconds. */
  async allAcknowledged(longestMs: number): Promise<void> {
    await withinTime(longestMs, Promise.all(this.unacknowledged));
  }
}
