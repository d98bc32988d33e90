import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { ClaimedRun } from '../../src/domain/digest-run.js';
import type { Store } from '../../src/store/store.js';
import { SCHEDULE, slot, subscription } from './subscriptions.js';

const LEASE_S = 60;
const AT = '2026-11-20T08:30:05.000Z';
const MESSAGE = { text: 'Today', blocks: [{ type: 'divider' }] };
const STATE = { reported: { a: 'v1' }, themesUsed: { '80569': ['neglect'] } };

const OWNER = { team: 'T1', owner: 'U1' };

/**
 * What sending asks of the digests that have fallen due. `open` gives another process's view of the
 * same state.
 */
export function digestRunsContract(
  current: () => { store: Store; open: () => Promise<Store> },
): void {
  describe('its digests that are due', () => {
    const runs = () => current().store.digestRuns;
    const due = async (day = 20, changes = {}) => {
      await current().store.subscriptions.save(subscription({ id: 'one', ...changes }));
      await runs().plan(SCHEDULE, slot(day));
    };
    const claimOne = async (leaseSeconds = LEASE_S): Promise<ClaimedRun> => {
      const [run] = await runs().claim(1, leaseSeconds);
      if (!run) throw new Error('nothing is due');
      return run;
    };
    const attempted = async (leaseSeconds = LEASE_S): Promise<ClaimedRun> => {
      const run = await claimOne();
      expect(await runs().saveMessage(run, MESSAGE, STATE)).toBe(true);
      expect(await runs().markAttempted(run, leaseSeconds)).toBe(true);
      return run;
    };
    const outcome = () => current().store.subscriptions.lastOutcome('T1', 'C1');
    const stateNow = async () => (await current().store.subscriptions.get('T1', 'C1'))?.state;

    it('name each schedule of active subscriptions once', async () => {
      const { subscriptions } = current().store;
      await subscriptions.save(subscription({ channel: 'C1' }));
      await subscriptions.save(subscription({ channel: 'C2' }));
      await subscriptions.save(subscription({ channel: 'C3', weekdays: ['mon', 'thu'] }));
      await subscriptions.save(subscription({ channel: 'C4', at: '17:00' }));
      await subscriptions.pause('T1', 'C4', null);
      expect(await runs().schedules()).toHaveLength(2);
      expect(await runs().schedules()).toContainEqual({ ...SCHEDULE, weekdays: ['mon', 'thu'] });
    });

    it('fall due once a local date, however often they are planned and by whomever', async () => {
      await due();
      const other = await current().open();
      await Promise.all([
        runs().plan(SCHEDULE, slot(20)),
        other.digestRuns.plan(SCHEDULE, slot(20)),
      ]);
      const both = [
        ...(await runs().claim(10, LEASE_S)),
        ...(await other.digestRuns.claim(10, LEASE_S)),
      ];
      expect(both.map(({ id, step }) => [id, step])).toEqual([['one:2026-11-20', 'compose']]);
      await other.close();
    });

    it('do not fall due for what is paused, of another schedule, or younger than the slot', async () => {
      const { subscriptions } = current().store;
      await subscriptions.save(subscription({ channel: 'C1' }));
      await subscriptions.pause('T1', 'C1', null);
      await subscriptions.save(subscription({ channel: 'C2', at: '17:00' }));
      await subscriptions.save(subscription({ channel: 'C3', activeFrom: slot(21).at }));
      await runs().plan(SCHEDULE, slot(20));
      expect(await runs().claim(10, LEASE_S)).toEqual([]);
    });

    it('are claimed by one of several processes each', async () => {
      const { subscriptions } = current().store;
      for (let channel = 0; channel < 40; channel += 1)
        await subscriptions.save(subscription({ channel: `C${channel}` }));
      await runs().plan(SCHEDULE, slot(20));
      const stores = await Promise.all([1, 2, 3].map(() => current().open()));
      const claims = await Promise.all(
        stores.flatMap(({ digestRuns }) =>
          Array.from({ length: 8 }, () => digestRuns.claim(3, LEASE_S)),
        ),
      );
      const ids = claims.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      ids.push(...(await runs().claim(40, LEASE_S)).map(({ id }) => id));
      expect(new Set(ids).size).toBe(40);
      for (const store of stores) await store.close();
    });

    it('come back when a lease has run out, and are no longer the first one’s to change', async () => {
      await due();
      const first = await claimOne(0.05);
      await sleep(100);
      const second = await claimOne();
      expect(await runs().saveMessage(first, MESSAGE, STATE)).toBe(false);
      expect(await runs().saveMessage(second, MESSAGE, STATE)).toBe(true);
    });

    it('cannot be attempted once the lease has run out, though nobody else has claimed them', async () => {
      await due();
      const run = await claimOne(0.2);
      await runs().saveMessage(run, MESSAGE, STATE);
      await sleep(300);
      expect(await runs().markAttempted(run, LEASE_S)).toBe(false);
    });

    it('give back the message as it was kept', async () => {
      await due();
      const run = await claimOne();
      await runs().saveMessage(run, MESSAGE, STATE);
      await runs().release(run, 0, 'as it was');
      expect(await claimOne()).toMatchObject({ step: 'post', message: MESSAGE });
    });

    it('move what the subscription has told only when they were posted', async () => {
      await due();
      const run = await attempted();
      expect(await stateNow()).toEqual({ reported: {}, themesUsed: {} });
      expect(await runs().markSent(run, '1.2', AT)).toBe(true);
      expect(await stateNow()).toEqual(STATE);
      expect(await outcome()).toEqual({
        at: AT,
        localDate: '2026-11-20',
        outcome: 'sent',
        reason: null,
        ts: '1.2',
      });
    });

    it('end without a message where there is nothing new', async () => {
      await due();
      expect(await runs().markNothingNew(await claimOne(), STATE, AT)).toBe(true);
      expect(await stateNow()).toEqual(STATE);
      expect(await outcome()).toMatchObject({ outcome: 'nothing_new', ts: null });
      expect(await runs().claim(10, LEASE_S)).toEqual([]);
    });

    it('are to be reconciled after an attempt that was interrupted', async () => {
      await due();
      await attempted(0.05);
      await sleep(100);
      const run = await claimOne();
      expect(run.step).toBe('reconcile');
      if (run.step !== 'reconcile') return;
      expect(Math.abs(Date.parse(run.attemptedAt) - Date.now())).toBeLessThan(60_000);
      expect(run.hours).toBeLessThan(0.1);
      await runs().release(run, 0, 'not posted');
      expect((await claimOne()).step).toBe('post');
    });

    it('are merged into a newer one after an attempt that came to nothing', async () => {
      await due(19);
      const older = await attempted();
      await runs().plan(SCHEDULE, slot(20));
      await runs().release(older, 0, 'not posted');
      expect((await runs().claim(10, LEASE_S)).map(({ id, step }) => [id, step])).toEqual([
        ['one:2026-11-20', 'compose'],
      ]);
    });

    it('wait as long as they are told to', async () => {
      await due();
      await runs().release(await attempted(), 0.3, 'not posted');
      expect(await runs().claim(1, LEASE_S)).toEqual([]);
      await sleep(400);
      expect((await claimOne()).step).toBe('post');
    });

    it('wait while an older one of the channel may still turn out to be posted', async () => {
      await due(20);
      const older = await attempted();
      await runs().plan(SCHEDULE, slot(21));
      expect(await runs().claim(10, LEASE_S)).toEqual([]);
      await runs().markSent(older, '1.2', AT);
      const newer = await claimOne();
      expect(newer).toMatchObject({ localDate: '2026-11-21', subscription: { state: STATE } });
    });

    it('are merged into the next one where they were never under way', async () => {
      await due(19);
      await runs().plan(SCHEDULE, slot(20));
      expect((await runs().claim(10, LEASE_S)).map(({ localDate }) => localDate)).toEqual([
        '2026-11-20',
      ]);
    });

    it('are dropped when their subscription is paused, and one that Slack takes meanwhile is recorded', async () => {
      await due();
      const run = await attempted();
      await current().store.subscriptions.pause('T1', 'C1', null);
      expect(await runs().claim(10, LEASE_S)).toEqual([]);
      expect(await runs().markSent(run, '1.2', AT)).toBe(true);
      expect(await outcome()).toMatchObject({ outcome: 'sent' });
      expect(await stateNow()).toEqual(STATE);
    });

    it('cannot be attempted once their subscription is paused', async () => {
      await due();
      const run = await claimOne();
      await runs().saveMessage(run, MESSAGE, STATE);
      await current().store.subscriptions.pause('T1', 'C1', null);
      expect(await runs().markAttempted(run, LEASE_S)).toBe(false);
    });

    it('end where Slack refuses them, and the owner is told until that was done', async () => {
      await due();
      const run = await attempted();
      await runs().markFailed(run, { reason: 'restricted_action', pausedBecause: null }, AT);
      expect(await outcome()).toMatchObject({ outcome: 'failed', reason: 'restricted_action' });
      const telling = await claimOne();
      expect(telling).toMatchObject({
        step: 'notify',
        notice: 'failed',
        reason: 'restricted_action',
        subscription: { owner: 'U1', status: 'active' },
      });
      await runs().release(telling, 0, 'as it was');
      await runs().markNotified(await claimOne());
      expect(await runs().claim(10, LEASE_S)).toEqual([]);
    });

    it('pause their subscription where nothing can be posted any more', async () => {
      await due();
      const run = await attempted();
      const pausedBecause = 'The channel is archived.';
      await runs().markFailed(run, { reason: 'is_archived', pausedBecause }, AT);
      expect(await current().store.subscriptions.get('T1', 'C1')).toMatchObject({
        status: 'paused',
        pausedBecause,
      });
      expect(await claimOne()).toMatchObject({ step: 'notify', notice: 'paused' });
    });

    it.each(['none', 'due', 'ended'] as const)(
      'tell the owner once that their channel was closed (today’s: %s)',
      async (today) => {
        await due(today === 'none' ? 19 : 20);
        if (today === 'ended') await runs().markNothingNew(await claimOne(), STATE, AT);
        const refusal = { reason: 'is_ext_shared', pausedBecause: 'It is shared.' };
        await runs().pauseChannel('T1', 'C1', refusal, slot(20));
        await runs().pauseChannel('T1', 'C1', refusal, slot(20));
        expect(await current().store.subscriptions.get('T1', 'C1')).toMatchObject({
          status: 'paused',
          pausedBecause: 'It is shared.',
        });
        const telling = await claimOne();
        expect(telling).toMatchObject({
          step: 'notify',
          notice: 'paused',
          reason: 'is_ext_shared',
        });
        await runs().markNotified(telling);
        await runs().pauseChannel('T1', 'C1', refusal, slot(20));
        expect(await runs().claim(10, LEASE_S)).toEqual([]);
      },
    );

    it('tell of a closed channel also after one that was under way was posted', async () => {
      await due();
      const run = await attempted();
      const refusal = { reason: 'is_ext_shared', pausedBecause: 'It is shared.' };
      await runs().pauseChannel('T1', 'C1', refusal, slot(20));
      await runs().markSent(run, '1.2', AT);
      expect(await outcome()).toMatchObject({ outcome: 'sent', ts: '1.2' });
      expect(await claimOne()).toMatchObject({ step: 'notify', notice: 'paused' });
    });

    it('are posted after all when the owner asks for it, once', async () => {
      await due();
      const run = await attempted();
      await runs().markNotPosted(run, null, AT);
      expect(await outcome()).toMatchObject({ outcome: 'not_posted' });
      const others = [
        { team: 'T2', owner: 'U1' },
        { team: 'T1', owner: 'U2' },
      ];
      for (const whose of others) expect(await runs().postNow(run.id, whose)).toBe('gone');
      expect(await runs().postNow(run.id, OWNER)).toBe('queued');
      expect(await runs().postNow(run.id, OWNER)).toBe('settled');
      const again = await claimOne();
      expect(again).toMatchObject({ step: 'post', message: MESSAGE });
      await runs().markAttempted(again, LEASE_S);
      await runs().markSent(again, '1.2', AT);
      expect(await runs().postNow(run.id, OWNER)).toBe('settled');
      expect(await stateNow()).toEqual(STATE);
    });

    it('are not posted after all while their subscription is paused', async () => {
      await due();
      const run = await attempted();
      await runs().markNotPosted(run, 'missing_scope', AT);
      await current().store.subscriptions.pause('T1', 'C1', null);
      expect(await runs().postNow(run.id, OWNER)).toBe('paused');
      await current().store.subscriptions.resume('T1', 'C1', slot(20).at);
      expect(await runs().postNow(run.id, OWNER)).toBe('queued');
    });

    it('are not posted after all where a newer one has fallen due, or the subscription is gone', async () => {
      await due();
      const run = await attempted();
      await runs().markNotPosted(run, null, AT);
      await runs().plan(SCHEDULE, slot(21));
      expect(await runs().postNow(run.id, OWNER)).toBe('newer');
      await current().store.subscriptions.remove('T1', 'C1');
      expect(await runs().postNow(run.id, OWNER)).toBe('gone');
    });

    it('are forgotten after a time, but never while they are open', async () => {
      await due(19);
      await runs().markNothingNew(await claimOne(), STATE, AT);
      await runs().deleteBefore('2026-11-19');
      expect(await outcome()).not.toBeNull();
      await runs().deleteBefore('2026-11-20');
      expect(await outcome()).toBeNull();
      await due(19);
      await runs().deleteBefore('2026-11-20');
      expect(await runs().claim(10, LEASE_S)).toHaveLength(1);
    });
  });
}
