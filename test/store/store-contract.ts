import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Feedback } from '../../src/store/feedback.js';
import type { ErrorReport, Store } from '../../src/store/store.js';
import { alertsContract } from './alerts-contract.js';
import { digestRunsContract } from './digest-runs-contract.js';
import { inboxContract } from './inbox-contract.js';
import { installationsContract, type ReadAllTables } from './installations-contract.js';
import { subscriptionsContract } from './subscriptions-contract.js';

const SINCE = '2026-11-27T04:00:00.000Z';

/**
 * A storage engine as the contract needs it: `open` gives a store over the same state every time,
 * until `wipe`; `breakDown` makes every use of it fail from then on.
 */
export type Engine = {
  open: (now?: () => number) => Promise<Store>;
  breakDown: () => Promise<void>;
  /** Every table and its rows, each as text. */
  readAllTables: ReadAllTables;
  wipe: () => Promise<void>;
};

const report = (reference: string, team: string, reportedAt: string): ErrorReport => ({
  reference,
  team,
  reportedAt,
  passages: ['a-source/p1'],
  text: 'The date is wrong',
});

const rating = (team: string, id: string, changes: Partial<Feedback> = {}): Feedback => ({
  ...{ team, id, rating: 'up', choice: null, comment: null, intent: 'latest' },
  ...{ parts: [{ slot: 'councils', said: 'Oldham' }], record: 'aaaaaaaaaaaa' },
  day: '2026-11-27',
  ...changes,
});

/** What the bot asks of its state, whatever engine keeps it. */
export function storeContract(name: string, createEngine: () => Promise<Engine>): void {
  describe(`The state in ${name}`, () => {
    let engine: Engine;
    let store: Store;
    let now: number;
    const clock = () => now;

    beforeEach(async () => {
      now = Date.now();
      engine = await createEngine();
      store = await engine.open(clock);
    });
    afterEach(async () => {
      await store.close();
      await engine.wipe();
    });

    it('gives a day’s work to one at a time, and only so often', async () => {
      const day = { localDate: '2026-11-27', most: 2 };
      const claim = () => store.dailyClaims.claim('look', day, 60);
      const done = async () => {
        const claims = await Promise.all([claim(), claim(), claim()]);
        const leases = claims.flatMap((each) => ('lease' in each ? [each.lease] : []));
        expect(leases).toHaveLength(1);
        expect(claims).toContainEqual({ refused: 'under way' });
        await store.dailyClaims.end('look', leases[0] ?? '', { counts: true });
      };
      await done();
      await done();
      expect(await claim()).toEqual({ refused: 'enough' });
      const next = { ...day, localDate: '2026-11-28' };
      expect(await store.dailyClaims.claim('look', next, 60)).toHaveProperty('lease');
    });

    it('gives work that was not done to another, at once or when its lease has run out', async () => {
      const day = { localDate: '2026-11-27', most: 1 };
      const claim = async (seconds: number) => {
        const claimed = await store.dailyClaims.claim('look', day, seconds);
        if ('refused' in claimed) throw new Error(claimed.refused);
        return claimed.lease;
      };
      await store.dailyClaims.end('look', await claim(60), { counts: false });
      const lost = await claim(0);
      const lease = await claim(60);
      expect(await store.dailyClaims.extend('look', lost, 60)).toBe(false);
      expect(await store.dailyClaims.extend('look', lease, 60)).toBe(true);
      await store.dailyClaims.end('look', lease, { counts: false, pause: 60 });
      await expect(claim(60)).rejects.toThrow('under way');
    });

    it('knows when the site was read and who was told, until the workspace leaves', async () => {
      expect(await store.siteRead.get()).toBeNull();
      await store.siteRead.set('2026-11-27T04:00:00.000Z');
      expect(await store.siteRead.get()).toBe('2026-11-27T04:00:00.000Z');
      await store.siteNotices.add('T1', 'U1', '2026-11-27T04:00:00.000Z');
      expect(await store.siteNotices.has('T1', 'U1', '2026-11-27T04:00:00.000Z')).toBe(true);
      expect(await store.siteNotices.has('T1', 'U1', '2026-12-27T04:00:00.000Z')).toBe(false);
      expect(await store.siteNotices.has('T2', 'U1', '2026-11-27T04:00:00.000Z')).toBe(false);
      await store.deleteWorkspace('T1');
      expect(await store.siteNotices.has('T1', 'U1', '2026-11-27T04:00:00.000Z')).toBe(false);
    });

    it('takes the same mark twice', async () => {
      await store.siteNotices.add('T1', 'U1', SINCE);
      await store.siteNotices.add('T1', 'U1', SINCE);
      expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
    });

    it('remembers across a restart', async () => {
      await store.siteNotices.add('T1', 'U1', SINCE);
      await store.errorReports.add(report('R1', 'T1', '2026-11-21T09:00:00.000Z'));
      await store.close();
      store = await engine.open(clock);
      expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
      expect(await store.errorReports.list()).toHaveLength(1);
    });

    it('lists the reports of every workspace, oldest first, as they were given', async () => {
      const later = report('R1', 'T1', '2026-11-22T09:00:00.000Z');
      const earlier = report('R2', 'T2', '2026-11-21T09:00:00.000Z');
      await store.errorReports.add(later);
      await store.errorReports.add(earlier);
      expect(await store.errorReports.list()).toEqual([earlier, later]);
    });

    it('deletes everything of a workspace that leaves, and nothing of another', async () => {
      for (const team of ['T1', 'T12', 'T2']) {
        await store.siteNotices.add(team, 'U1', SINCE);
        await store.errorReports.add(report(`R-${team}`, team, '2026-11-21T09:00:00.000Z'));
      }
      await store.deleteWorkspace('T1');
      expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(false);
      expect(await store.siteNotices.has('T12', 'U1', SINCE)).toBe(true);
      expect(await store.siteNotices.has('T2', 'U1', SINCE)).toBe(true);
      expect((await store.errorReports.list()).map(({ team }) => team).sort()).toEqual([
        'T12',
        'T2',
      ]);
    });

    it('keeps what a conversation is about for seven days after its last question', async () => {
      const place = { team: 'T1', channel: 'C1', threadTs: '1764230400.000100' };
      const direct = { team: 'T1', channel: 'D1' };
      const about = {
        parts: [{ slot: 'councils' as const, said: 'Tameside' }],
        ...{ hasOtherWords: false, isInPart: false, quoted: ['a-source/p1'], newest: '2023-12' },
      };
      await store.conversations.set(place, about);
      await store.conversations.set(direct, { ...about, newest: null });
      expect(await store.conversations.get(place)).toEqual(about);
      await store.conversations.forget(direct);
      expect(await store.conversations.get(direct)).toBeNull();
      now += 7 * 24 * 3_600_000 - 1_000;
      expect(await store.conversations.get(place)).toEqual(about);
      now += 2_000;
      expect(await store.conversations.get(place)).toBeNull();
      await store.conversations.set(place, about);
      await store.deleteWorkspace('T1');
      expect(await store.conversations.get(place)).toBeNull();
    });

    it('keeps one rating of an answer by a person, and what was wrong with it', async () => {
      const { feedback } = store;
      const kept = rating('T1', 'one', { rating: 'down' });
      await feedback.rate(kept);
      const told = { choice: 'other', comment: 'Too “long”' } as const;
      await feedback.rate({ ...kept, ...told });
      await feedback.rate({ ...kept, day: '2026-11-28' });
      expect(await feedback.list()).toEqual([{ ...kept, ...told, day: '2026-11-28' }]);
      await feedback.rate({ ...kept, rating: 'up' });
      expect(await feedback.list()).toEqual([{ ...kept, rating: 'up' }]);
    });

    it('deletes ratings by their age, and those of a workspace with it', async () => {
      const { feedback } = store;
      await feedback.rate(rating('T1', 'old', { day: '2026-10-01' }));
      await feedback.rate(rating('T1', 'new', { day: '2026-11-01' }));
      await feedback.rate(rating('T2', 'new', { day: '2026-11-01' }));
      expect(await feedback.deleteBefore('2026-11-01')).toBe(1);
      await store.deleteWorkspace('T1');
      expect((await feedback.list()).map(({ team, id }) => [team, id])).toEqual([['T2', 'new']]);
      expect(await feedback.deleteBefore('all')).toBe(1);
    });

    it('keeps the council of a channel until the workspace leaves', async () => {
      const bristol = { urn: '80441', asked: null };
      await store.channelCouncils.set('T1', 'C1', bristol);
      expect(await store.channelCouncils.get('T1', 'C1')).toEqual(bristol);
      expect(await store.channelCouncils.get('T1', 'C2')).toBeNull();
      expect(await store.channelCouncils.get('T2', 'C1')).toBeNull();
      await store.deleteWorkspace('T1');
      expect(await store.channelCouncils.get('T1', 'C1')).toBeNull();
    });

    it('opens for several processes at once, whose first has still to make the tables', async () => {
      const fresh = await createEngine();
      const stores = await Promise.all(Array.from({ length: 4 }, () => fresh.open()));
      await Promise.all(stores.map((each, at) => each.siteNotices.add('T1', `U${at}`, SINCE)));
      expect(await stores[0]?.siteNotices.has('T1', 'U3', SINCE)).toBe(true);
      for (const each of stores) await each.close();
      await fresh.wipe();
    });

    it('says so when it fails, rather than that nothing is there', async () => {
      await engine.breakDown();
      await expect(store.siteNotices.has('T1', 'U1', SINCE)).rejects.toThrow();
      await expect(store.siteNotices.add('T1', 'U1', SINCE)).rejects.toThrow();
      await expect(store.errorReports.list()).rejects.toThrow();
      await expect(store.deleteWorkspace('T1')).rejects.toThrow();
    });

    subscriptionsContract(() => store);
    alertsContract(() => store);
    inboxContract(() => store);
    installationsContract(() => ({ store, readAllTables: engine.readAllTables }));
    digestRunsContract(() => ({ store, open: () => engine.open(clock) }));
  });
}
