import { z } from 'zod';
import type { ClaimedRun, Schedule } from '../domain/digest-run.js';
import { Weekday } from '../domain/subscription.js';
import { readEither } from './subscription-row.js';

const ScheduleRow = z.object({
  post_at: z.string(),
  zone: z.string(),
  weekdays: z.string().transform((days) => Weekday.array().parse(days.split(','))),
});

export function readSchedule(row: unknown): Schedule {
  const { post_at: at, zone, weekdays } = ScheduleRow.parse(row);
  return { at, zone, weekdays };
}

const Key = z.object({ id: z.string(), local_date: z.string() });
const Status = z.discriminatedUnion('run_status', [
  z.object({ run_status: z.literal('due') }),
  z.object({ run_status: z.literal('ready'), message: z.string() }),
  z.object({
    run_status: z.literal('attempted'),
    message: z.string().nullable(),
    attempted_ms: z.number(),
    attempted_for: z.number(),
  }),
]);
/** The column `tell` holds the kind of a notice that its owner has not had yet. */
const Notice = z.object({
  tell: z.enum(['not_posted', 'failed', 'paused']).nullable(),
  reason: z.string().nullable(),
});

const HOUR_MS = 3_600_000;
/** What comes after it says which run of several of that day. */
const DATE_LENGTH = 10;

/** Reads a row of a run that was claimed, with its subscription. */
export function readClaim(row: unknown, lease: string): ClaimedRun {
  const { id, local_date: key } = Key.parse(row);
  const localDate = key.slice(0, DATE_LENGTH);
  const run = { id: runId(id, key), lease, localDate, subscription: readEither(row) };
  const { tell, reason } = Notice.parse(row);
  if (tell !== null) return { ...run, step: 'notify', notice: tell, reason };
  const status = Status.parse(row);
  switch (status.run_status) {
    case 'due':
      return { ...run, step: 'compose' };
    case 'ready':
      return { ...run, step: 'post', message: JSON.parse(status.message) };
    case 'attempted':
      return {
        ...run,
        step: 'reconcile',
        message: status.message === null ? null : JSON.parse(status.message),
        attemptedAt: new Date(status.attempted_ms).toISOString(),
        hours: status.attempted_for / HOUR_MS,
      };
  }
}

const runId = (subscription: string, localDate: string): string => `${subscription}:${localDate}`;

/** The subscription and the local date that the id of a run is made of. */
export function keyOf(id: string): [subscription: string, localDate: string] {
  const at = id.lastIndexOf(':');
  return [id.slice(0, at), id.slice(at + 1)];
}
