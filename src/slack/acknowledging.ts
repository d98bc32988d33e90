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
    const ack: typeof event.ack = async (response) => {
      try {
        await event.ack(response);
      } finally {
        done();
      }
    };
    try {
      // Of the requests, only events have an `event`, and Bolt acknowledges these by itself.
      if (event.body.event === undefined) return await super.processEvent({ ...event, ack });
      const processed = super.processEvent({ ...event, ack: async () => undefined });
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
