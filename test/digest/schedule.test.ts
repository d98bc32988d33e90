import { describe, expect, it } from '@jest/globals';
import { localDate, newestDueSlot, nextRun } from '../../src/digest/schedule/schedule.js';
import { SCHEDULE } from '../store/subscriptions.js';

const ZONES = [
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
];
const TIMES = ['08:30', '01:30'];
/** No part of a day, so that one looks at every hour in turn. */
const LOOK_MS = 7 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const every = (stepMs: number, from: string, to: string): Date[] => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: Math.ceil((end - start) / stepMs) }, (_, step) => {
    return new Date(start + step * stepMs);
  });
};

/**
 * The slots that somebody sees who looks at these moments, in order, each as often as it is new.
 */
const slotsSeen = (at: string, zone: string, moments: Date[]) => {
  const seen: { at: string; localDate: string }[] = [];
  for (const moment of moments) {
    const slot = newestDueSlot({ ...SCHEDULE, at, zone }, moment);
    if (slot && seen.at(-1)?.at !== slot.at) seen.push(slot);
  }
  return seen;
};

/** Every date of the calendar from one to another, both included. */
const calendar = (from: string, to: string): string[] =>
  every(24 * HOUR_MS, `${from}T00:00:00Z`, `${to}T00:00:01Z`).map((day) =>
    day.toISOString().slice(0, 10),
  );

describe('The times of posting', () => {
  it.each(ZONES.flatMap((zone) => TIMES.map((at): [string, string] => [at, zone])))(
    'at %s in %s come once a local date, in 2026 and 2027 and on the leap day of 2028',
    (at, zone) => {
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      for (const [from, to] of [
        ['2026-01-01', '2027-12-31'],
        ['2028-02-27', '2028-03-02'],
      ] as const) {
        const seen = slotsSeen(at, zone, every(LOOK_MS, `${from}T00:00:00Z`, `${to}T23:59:59Z`));
        // At the ends the zone's own date differs from the one in UTC.
        const days = calendar(from, to).slice(1, -1);
        const dates = seen.map((slot) => slot.localDate);
        expect(
          dates.filter((date) => date >= (days[0] ?? '') && date <= (days.at(-1) ?? '')),
        ).toEqual(days);
        const astray = seen.filter((slot) => {
          const moment = new Date(slot.at);
          // A time that a clock change skips moves to the end of the gap, within the hour.
          const late = (minutesOf(clock.format(moment)) - minutesOf(at) + 1_440) % 1_440;
          return late > 60 || localDate(zone, moment) !== slot.localDate;
        });
        expect(astray).toEqual([]);
      }
    },
  );

  it.each([
    ['when the clocks go forward over it', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['when the clocks go back and it comes twice', '2026-10-25', '2026-10-25T00:30:00.000Z'],
  ])('at 01:30 in London come once %s, however often one looks', (_, date, at) => {
    const minutes = every(MINUTE_MS, `${date}T00:00:00Z`, `${date}T12:00:00Z`);
    expect(
      slotsSeen('01:30', 'Europe/London', minutes).filter((s) => s.localDate === date),
    ).toEqual([{ at, localDate: date }]);
  });

  it('have come at their very second, and not before', () => {
    const slotAt = (moment: string) => newestDueSlot(SCHEDULE, new Date(moment))?.localDate;
    expect(slotAt('2026-11-20T08:29:59.999Z')).toBeUndefined();
    expect(slotAt('2026-11-20T08:30:00.000Z')).toBe('2026-11-20');
    expect(slotAt('2026-11-20T08:30:00.500Z')).toBe('2026-11-20');
  });

  it('are made up for by one after five days without the bot', () => {
    const slots = slotsSeen('08:30', 'Europe/London', [
      new Date('2026-11-13T08:31:00Z'),
      new Date('2026-11-18T10:00:00Z'),
      new Date('2026-11-18T10:05:00Z'),
    ]);
    expect(slots.map((slot) => slot.localDate)).toEqual(['2026-11-13', '2026-11-18']);
  });

  it('are left to the next one where that comes within twelve hours', () => {
    const due = (moment: string) => newestDueSlot(SCHEDULE, new Date(moment))?.localDate ?? null;
    expect(due('2026-11-20T20:29:00Z')).toBe('2026-11-20');
    expect(due('2026-11-21T07:00:00Z')).toBeNull();
  });

  it('of one day a week are made up for days later', () => {
    const mondays = { ...SCHEDULE, weekdays: ['mon' as const] };
    expect(newestDueSlot(mondays, new Date('2026-11-19T10:00:00Z'))?.localDate).toBe('2026-11-16');
  });

  it('keep to their weekdays', () => {
    const weekdays = { ...SCHEDULE, weekdays: ['mon' as const, 'thu' as const] };
    expect(nextRun(weekdays, new Date('2026-11-20T12:00:00Z')).toISOString()).toBe(
      '2026-11-23T08:30:00.000Z',
    );
    expect(nextRun(weekdays, new Date('2026-11-23T08:30:00Z')).toISOString()).toBe(
      '2026-11-26T08:30:00.000Z',
    );
  });
});

function minutesOf(wall: string): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  return hours * 60 + minutes;
}
