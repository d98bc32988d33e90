import { randomUUID } from 'node:crypto';
import type { Alert } from '../../src/domain/alert.js';
import type { Subscription } from '../../src/domain/subscription.js';

/**
 * A subscription to one council at 08:30 in London on every day, in force since the beginning of
 * November 2026.
 */
export const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  id: randomUUID(),
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  ownerName: 'owner',
  authorities: ['80569'],
  themes: [],
  at: '08:30',
  zone: 'Europe/London',
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  onlyNew: false,
  condensed: false,
  status: 'active',
  pausedBecause: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  activeFrom: '2026-11-01T00:00:00.000Z',
  state: { reported: {}, themesUsed: {} },
  ...changes,
});

/** 08:30 in London on a day of November 2026, as a slot of the schedule above. */
export const slot = (day: number) => {
  const localDate = `2026-11-${String(day).padStart(2, '0')}`;
  return { at: `${localDate}T08:30:00.000Z`, localDate };
};

/** The schedule above. */
export const SCHEDULE = (({ at, zone, weekdays }) => ({ at, zone, weekdays }))(subscription());

/** An alert on a word in reports on one council, in force since the beginning of November 2026. */
export const alert = (changes: Partial<Alert> = {}): Alert => ({
  kind: 'alert',
  ...{ id: randomUUID(), team: 'T1', channel: 'C1', owner: 'U1', ownerName: 'owner' },
  ...{ words: ['unregistered'], places: [{ name: 'Kent', urns: ['80554'] }] },
  ...{ zone: 'Europe/London', status: 'active', pausedBecause: null },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', activeFrom: '2026-11-01T00:00:00.000Z' },
  state: { reported: { a: '' }, themesUsed: {} },
  ...changes,
});
