import { z } from 'zod';
import { Urn } from './authority.js';

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

/** The most councils that one subscription follows. */
export const MOST_AUTHORITIES = 20;

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone that this machine knows, such as `Europe/London`. */
export const TimeZone = z
  .string()
  .regex(/^[A-Za-z]/)
  .refine(isZone, 'not a time zone');

/** `HH:MM` on a 24-hour clock. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');

const inWeekOrder = (days: Weekday[]): boolean =>
  days.every(
    (day, at) =>
      at === 0 || Weekday.options.indexOf(day) > Weekday.options.indexOf(days[at - 1] ?? day),
  );

/**
 * What a subscription has reported. `reported` gives the version by the key of a document;
 * `themesUsed` gives the ids of themes by URN since every theme with findings was last used up.
 */
export const DigestState = z.strictObject({
  reported: z.record(z.string(), z.string()),
  themesUsed: z.record(z.string(), z.array(z.string())),
});
export type DigestState = z.infer<typeof DigestState>;

/** A channel's subscription to digests; a channel has one at most. Instants are ISO 8601, UTC. */
export const Subscription = z.strictObject({
  /** Random; it stays when the settings change. */
  id: z.string().min(1),
  /** The workspace, or the enterprise that it belongs to. */
  team: z.string().min(1),
  channel: z.string().min(1),
  /** The Slack user who set it up and is notified when something goes wrong. */
  owner: z.string().min(1),
  /** How a digest names the owner without pinging: the handle, without an @. */
  ownerName: z.string().min(1),
  authorities: z.array(Urn).min(1).max(MOST_AUTHORITIES),
  /** Ids of themes; empty: all. */
  themes: z.array(z.string()),
  at: TimeOfDay,
  zone: TimeZone,
  weekdays: z.array(Weekday).min(1).refine(inWeekOrder, 'weekdays come once each, in week order'),
  /** Nothing is posted on a day that has nothing new. */
  onlyNew: z.boolean(),
  /** The message is its headlines, and all the rest stands in its thread. */
  condensed: z.boolean().default(false),
  status: z.enum(['active', 'paused']),
  /** One sentence; null where nobody but a member paused it, or it is active. */
  pausedBecause: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** No time of posting before this is due: when it was set up or, later, resumed. */
  activeFrom: z.iso.datetime(),
  state: DigestState,
});
export type Subscription = z.infer<typeof Subscription>;

/**
 * What became of the newest digest that was due. `localDate` is the day in the subscription's own
 * zone; `at` is ISO 8601, UTC.
 */
export const LastOutcome = z.object({
  at: z.iso.datetime(),
  localDate: z.iso.date(),
  /**
   * `not_posted`: whether Slack took it is unknown, and it was not sent again; `failed`: Slack
   * refused it.
   */
  outcome: z.enum(['sent', 'nothing_new', 'not_posted', 'failed']),
  /** Slack's word for a refusal, such as `is_archived`; null where there was none. */
  reason: z.string().nullable(),
  /** Slack's time stamp of the message; null where there is none. */
  ts: z.string().nullable(),
});
export type LastOutcome = z.infer<typeof LastOutcome>;
