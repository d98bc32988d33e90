import { Cron } from 'croner';
import type { Schedule, Slot } from '../../domain/digest-run.js';

const SECOND_MS = 1_000;
/**
 * A missed time of posting is made up for unless the next one comes within so long: two posts in a
 * morning help nobody.
 */
const NEAR_MS = 12 * 3_600_000;

const cron = ({ at, zone, weekdays }: Schedule): Cron => {
  const [hour, minute] = at.split(':').map(Number);
  return new Cron(`${minute} ${hour} * * ${weekdays.join(',')}`, { timezone: zone });
};

/** The ISO date in a time zone at an instant. */
export function localDate(zone: string, instant: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const [day, month, year] = format.format(instant).split('/');
  return `${year}-${month}-${day}`;
}

/**
 * The first time of posting after an instant. On the day when clocks go forward a time that does
 * not exist moves to the end of the gap; on the day when they go back a time that comes twice is
 * its first occurrence.
 */
export const nextRun = (schedule: Schedule, after: Date): Date => nextOf(cron(schedule), after);

function nextOf(times: Cron, after: Date): Date {
  const next = times.nextRun(after);
  if (next === null) throw new Error('a schedule has no end');
  return next;
}

/**
 * The newest time of posting up to and including `now`, which stands for all that were missed
 * before it; null where it was missed and the next one is less than twelve hours away. One local
 * date has one slot at most, whatever the clocks do.
 */
export function newestDueSlot(schedule: Schedule, now: Date): Slot | null {
  const nextSecond = new Date((Math.floor(now.getTime() / SECOND_MS) + 1) * SECOND_MS);
  const times = cron(schedule);
  const [at] = times.previousRuns(1, nextSecond);
  if (at === undefined) return null;
  if (nextOf(times, now).getTime() - now.getTime() < NEAR_MS) return null;
  return { at: at.toISOString(), localDate: localDate(schedule.zone, at) };
}
