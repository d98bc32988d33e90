import type { Schedule } from '../store/claimed-run.js';
import type { DigestRuns } from '../store/digest-runs.js';
import { newestDueSlot } from './schedule.js';

const DAY_MS = 86_400_000;
/** How long it is remembered what became of a digest. */
const KEPT_DAYS = 60;
/** How long a slot counts as planned before it is planned again, in case the database was put back from a copy. */
const TRUSTED_MS = 600_000;

/**
 * Gives a function that makes every slot due whose time has come, once for each subscription and local date. Subscriptions
 * of the same times are planned together, and again only when their next slot comes.
 */
export function createPlanner(runs: DigestRuns, now: () => number): () => Promise<void> {
  const planned = new Map<string, { slot: string; at: number }>();
  let forgottenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const moment = now();
    for (const schedule of await runs.schedules()) {
      const slot = newestDueSlot(schedule, new Date(moment));
      if (slot === null) continue;
      const key = nameOf(schedule);
      const before = planned.get(key);
      if (before?.slot === slot.at && Math.abs(moment - before.at) < TRUSTED_MS) continue;
      await runs.plan(schedule, slot);
      planned.set(key, { slot: slot.at, at: moment });
    }
    if (Math.abs(moment - forgottenAt) < DAY_MS) return;
    await runs.forgetBefore(new Date(moment - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10));
    forgottenAt = moment;
  };
}

const nameOf = ({ at, zone, weekdays }: Schedule): string => [at, zone, ...weekdays].join(' ');
