import type { DigestRunStore, Schedule } from '../../domain/digest-run.js';
import { newestDueSlot, nextRun } from './schedule.js';

const DAY_MS = 86_400_000;
/** How long it is stored what became of a digest. */
const RETENTION_DAYS = 60;
/**
 * How long a slot counts as planned before it is planned again, in case the database was restored
 * from a backup.
 */
const TRUSTED_MS = 600_000;

/**
 * Gives a function that makes every slot due whose time has come, once for each subscription and
 * local date. Subscriptions of the same times are planned together, and again only when their next
 * slot comes.
 */
export function createPlanner(
  runs: DigestRunStore,
  now: () => number,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  const timesAt = (schedule: Schedule, date: Date) => {
    try {
      return { due: newestDueSlot(schedule, date), next: nextRun(schedule, date).getTime() };
    } catch (error) {
      // A zone that this machine does not know holds up its own subscriptions alone.
      onFault(error);
      return null;
    }
  };
  const planned = new Map<string, { at: number; until: number }>();
  let deletedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const moment = now();
    for (const schedule of await runs.schedules()) {
      const key = nameOf(schedule);
      const before = planned.get(key);
      if (before && moment >= before.at && moment < before.until) continue;
      const times = timesAt(schedule, new Date(moment));
      if (times === null) continue;
      if (times.due !== null) await runs.plan(schedule, times.due);
      planned.set(key, { at: moment, until: Math.min(times.next, moment + TRUSTED_MS) });
    }
    if (Math.abs(moment - deletedAt) < DAY_MS) return;
    await runs.deleteBefore(new Date(moment - RETENTION_DAYS * DAY_MS).toISOString().slice(0, 10));
    deletedAt = moment;
  };
}

const nameOf = ({ at, zone, weekdays }: Schedule): string => [at, zone, ...weekdays].join(' ');
