import { z } from 'zod';
import { type Subscription, Weekday } from '../domain/subscription.js';
import { readSubscription } from './subscription-rows.js';

/** When subscriptions post. */
export type Schedule = Pick<Subscription, 'at' | 'zone' | 'weekdays'>;

/**
 * A time of posting that has come: the instant (ISO 8601, UTC) and the day in the schedule's own
 * zone (ISO date).
 */
export type Slot = { at: string; localDate: string };

/**
 * A digest that this process holds for the length of a lease. `step` is what comes next: `compose`
 * it; `post` the kept message; `reconcile` an attempt of which nobody knows how it ended; `tell`
 * the owner how it ended.
 */
export type ClaimedRun = {
  id: string;
  lease: string;
  localDate: string;
  subscription: Subscription;
} & (
  | { step: 'compose' }
  | { step: 'post'; message: unknown }
  /** `attemptedAt` is ISO 8601, UTC, by the database's clock; `hours` have passed since. */
  | { step: 'reconcile'; attemptedAt: string; hours: number }
  | { step: 'tell'; notice: Notice; reason: string | null }
);

const Notice = z.enum(['not_posted', 'failed', 'paused']);
export type Notice = z.infer<typeof Notice>;

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
const Run = z.discriminatedUnion('run_status', [
  z.object({ run_status: z.literal('due') }),
  z.object({ run_status: z.literal('ready'), message: z.string() }),
  z.object({
    run_status: z.literal('attempted'),
    attempted_ms: z.number(),
    attempted_for: z.number(),
  }),
]);
const Told = z.object({ tell: Notice.nullable(), reason: z.string().nullable() });

const HOUR_MS = 3_600_000;

/** A row of a run that was claimed, with its subscription. */
export function readClaim(row: unknown, lease: string): ClaimedRun {
  const { id, local_date: localDate } = Key.parse(row);
  const held = { id: runId(id, localDate), lease, localDate, subscription: readSubscription(row) };
  const { tell, reason } = Told.parse(row);
  if (tell !== null) return { ...held, step: 'tell', notice: tell, reason };
  const run = Run.parse(row);
  switch (run.run_status) {
    case 'due':
      return { ...held, step: 'compose' };
    case 'ready':
      return { ...held, step: 'post', message: JSON.parse(run.message) };
    case 'attempted':
      return {
        ...held,
        step: 'reconcile',
        attemptedAt: new Date(run.attempted_ms).toISOString(),
        hours: run.attempted_for / HOUR_MS,
      };
  }
}

const runId = (subscription: string, localDate: string): string => `${subscription}:${localDate}`;

/** The subscription and the local date that the id of a run is made of. */
export function keyOf(id: string): [subscription: string, localDate: string] {
  const at = id.lastIndexOf(':');
  return [id.slice(0, at), id.slice(at + 1)];
}
