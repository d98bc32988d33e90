import type { App } from '@slack/bolt';
import { withinTime } from './api/within-time.js';

/** Slack waits three seconds for an acknowledgement. */
const PATIENCE_MS = 2_000;
/** `allSent` resolves when every request that has come in is acknowledged, or in so many ms. */
export type Acknowledging = { allSent: (longestMs: number) => Promise<void> };

/**
 * Changes when Bolt acknowledges events: not before its listeners run but when they have taken the
 * event in, so that one whose process is killed before that comes again. Counts what of all
 * requests is not acknowledged yet.
 */
export function acknowledgeWhenTaken(app: App): Acknowledging {
  const processEvent = app.processEvent.bind(app);
  const unsent = new Set<Promise<void>>();
  app.processEvent = async (event) => {
    let markSent = () => {};
    const sent = new Promise<void>((resolve) => {
      markSent = resolve;
    });
    unsent.add(sent);
    const done = () => {
      unsent.delete(sent);
      markSent();
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
      if (event.body.event === undefined) return await processEvent({ ...event, ack });
      const processed = processEvent({ ...event, ack: async () => undefined });
      await withinTime(PATIENCE_MS, processed);
      await ack();
      await processed;
    } finally {
      done();
    }
  };
  return {
    allSent: async (longestMs) => {
      await withinTime(longestMs, Promise.all(unsent));
    },
  };
}
