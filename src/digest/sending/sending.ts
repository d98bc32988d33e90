import { setTimeout as sleepFor } from 'node:timers/promises';
import type { DigestRunStore } from '../../domain/digest-run.js';
import { createAlertPlanner } from '../schedule/alert-planner.js';
import { createPlanner } from '../schedule/planner.js';
import type { DigestPorts } from './ports.js';
import { createSender } from './sender.js';

export type SendingOptions = {
  runs: DigestRunStore;
  ports: DigestPorts;
  /** How long a process may take over a digest before another goes on with it. */
  leaseSeconds: number;
  /** Takes what went wrong; sending goes on. */
  onFault: (error: unknown) => void;
  /** In milliseconds since 1970. */
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<unknown>;
  /** How long after one look for what is due the next one comes; 5,000 ms. */
  lookEveryMs?: number;
};

/** `stop` takes up nothing more and resolves when what is under way has come to its end. */
export type Sending = { stop: () => Promise<void> };

/**
 * How many digests one process has under way: a channel that does not answer holds up its own
 * alone.
 */
const MOST_UNDER_WAY = 20;

/**
 * `look` plans, and takes up as much of what is due as there is room for; `underWay` holds what was
 * taken up and has not ended.
 */
function createRounds({ runs, ports, leaseSeconds, onFault, ...options }: SendingOptions) {
  const { now = Date.now, sleep = (milliseconds) => sleepFor(milliseconds) } = options;
  const plan = createPlanner(runs, now, onFault);
  const planAlerts = createAlertPlanner(runs, ports.alerts, now, onFault);
  const send = createSender({ runs, ports, now, sleep, leaseSeconds });
  const underWay = new Set<Promise<void>>();
  return {
    underWay,
    /** Resolves with how many were taken up. */
    async look(): Promise<number> {
      await plan();
      await planAlerts();
      const room = MOST_UNDER_WAY - underWay.size;
      const claimed = room > 0 ? await runs.claim(room, leaseSeconds) : [];
      for (const run of claimed) {
        const sent = send(run)
          .catch(onFault)
          .finally(() => underWay.delete(sent));
        underWay.add(sent);
      }
      return claimed.length;
    },
  };
}

/** Sends every digest that is due now, and resolves when nothing more can be done for now. */
export async function sendDue(options: SendingOptions): Promise<void> {
  const { look, underWay } = createRounds(options);
  while ((await look()) > 0) await Promise.all(underWay);
}

/** Sends digests as they fall due, until it is stopped. */
export function startSending(options: SendingOptions): Sending {
  const { onFault, lookEveryMs = 5_000 } = options;
  const { look, underWay } = createRounds(options);
  const stopping = new AbortController();
  const pause = () =>
    sleepFor(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  const rounds = async () => {
    while (!stopping.signal.aborted) {
      await look().catch(onFault);
      if (underWay.size < MOST_UNDER_WAY) await pause();
      else await Promise.race(underWay);
    }
  };
  const ended = rounds();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
      await Promise.all(underWay);
    },
  };
}
