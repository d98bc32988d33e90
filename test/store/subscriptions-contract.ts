import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/store/store.js';
import { SCHEDULE, slot, subscription } from './subscriptions.js';

/** What the bot asks of the subscriptions that it keeps. */
export function subscriptionsContract(current: () => Store): void {
  describe('its subscriptions', () => {
    it('are given back as they were saved', async () => {
      const { subscriptions } = current();
      const saved = subscription({
        authorities: ['80569', '80577'],
        themes: ['care-leavers'],
        at: '01:30',
        zone: 'Pacific/Auckland',
        weekdays: ['mon', 'thu'],
        onlyNew: true,
        state: { reported: { a: 'v1' }, themesUsed: { '80569': ['neglect'] } },
      });
      await subscriptions.save(saved);
      expect(await subscriptions.get('T1', 'C1')).toEqual(saved);
    });

    it('belong to a workspace and a channel', async () => {
      const { subscriptions } = current();
      await subscriptions.save(subscription());
      expect(await subscriptions.get('T2', 'C1')).toBeNull();
      expect(await subscriptions.get('T1', 'C2')).toBeNull();
    });

    it('are one a channel: a later one changes the first in place and drops what it had due', async () => {
      const { subscriptions, digestRuns } = current();
      await subscriptions.save(subscription({ id: 'old' }));
      await digestRuns.plan(SCHEDULE, slot(20));
      await subscriptions.save(subscription({ id: 'new', at: '09:00' }));
      expect(await subscriptions.get('T1', 'C1')).toMatchObject({ id: 'old', at: '09:00' });
      expect(await digestRuns.claim(10, 60)).toEqual([]);
      await digestRuns.plan({ ...SCHEDULE, at: '09:00' }, slot(20));
      expect(await digestRuns.claim(10, 60)).toHaveLength(1);
    });

    it('have one digest a local date, whose outcome they remember, when their time is moved', async () => {
      const { subscriptions, digestRuns } = current();
      await subscriptions.save(subscription());
      await digestRuns.plan(SCHEDULE, slot(20));
      const [run] = await digestRuns.claim(1, 60);
      if (!run) throw new Error('nothing is due');
      expect(await subscriptions.hadRun('T1', 'C1', '2026-11-20')).toBe(false);
      await digestRuns.markNothingNew(run, run.subscription.state, slot(20).at);
      await subscriptions.save(subscription({ at: '17:00' }));
      await digestRuns.plan({ ...SCHEDULE, at: '17:00' }, slot(20));
      expect(await digestRuns.claim(10, 60)).toEqual([]);
      expect(await subscriptions.hadRun('T1', 'C1', '2026-11-20')).toBe(true);
      expect(await subscriptions.lastOutcome('T1', 'C1')).toMatchObject({ outcome: 'nothing_new' });
    });

    it('keep an attempt of unknown outcome when their settings change, and what a new council has told', async () => {
      const { subscriptions, digestRuns } = current();
      await subscriptions.save(subscription());
      await digestRuns.plan(SCHEDULE, slot(20));
      const [run] = await digestRuns.claim(1, 60);
      if (!run) throw new Error('nothing is due');
      const state = { reported: { a: 'v2' }, themesUsed: { '80569': ['neglect'] } };
      await digestRuns.saveMessage(run, { text: 'Today', blocks: [] }, state);
      await digestRuns.markAttempted(run, 0.05);
      const joining = { reported: { a: 'v1', b: 'v1' }, themesUsed: {} };
      await subscriptions.save(subscription({ at: '17:00', state: joining }));
      await sleep(100);
      const [again] = await digestRuns.claim(1, 60);
      expect(again).toMatchObject({ step: 'reconcile', subscription: { at: '17:00' } });
      if (!again) return;
      await digestRuns.markSent(again, '1.2', slot(20).at);
      expect((await subscriptions.get('T1', 'C1'))?.state).toEqual({
        reported: { a: 'v2', b: 'v1' },
        themesUsed: state.themesUsed,
      });
    });

    it('are put back or removed by whoever changed them only while nobody changed them since', async () => {
      const { subscriptions } = current();
      const first = subscription();
      const second = { ...first, at: '09:00' };
      const third = { ...first, themes: ['neglect'] };
      await subscriptions.save(first);
      await subscriptions.save(second);
      expect(await subscriptions.replace(first, third)).toBe(false);
      expect(await subscriptions.replace(first, null)).toBe(false);
      expect(await subscriptions.get('T1', 'C1')).toEqual(second);
      expect(await subscriptions.replace(second, third)).toBe(true);
      expect(await subscriptions.get('T1', 'C1')).toEqual(third);
      expect(await subscriptions.replace(third, null)).toBe(true);
      expect(await subscriptions.get('T1', 'C1')).toBeNull();
    });

    it('keep what they have told and whether they are paused when their settings change', async () => {
      const { subscriptions } = current();
      const state = { reported: { a: 'v1' }, themesUsed: {} };
      await subscriptions.save(subscription({ id: 'one', state }));
      await subscriptions.pause('T1', 'C1', 'The channel is archived.');
      await subscriptions.save(subscription({ id: 'one', at: '17:00' }));
      expect(await subscriptions.get('T1', 'C1')).toMatchObject({
        at: '17:00',
        state,
        status: 'paused',
        pausedBecause: 'The channel is archived.',
      });
    });

    it('pause and resume, from then on', async () => {
      const { subscriptions } = current();
      await subscriptions.save(subscription());
      expect(await subscriptions.pause('T1', 'C1', null)).toBe(true);
      expect(await subscriptions.get('T1', 'C1')).toMatchObject({
        status: 'paused',
        pausedBecause: null,
      });
      expect(await subscriptions.resume('T1', 'C1', '2026-11-20T12:00:00.000Z')).toBe(true);
      expect(await subscriptions.get('T1', 'C1')).toMatchObject({
        status: 'active',
        activeFrom: '2026-11-20T12:00:00.000Z',
      });
    });

    it('say where a channel has none', async () => {
      const { subscriptions } = current();
      expect(await subscriptions.pause('T1', 'C1', null)).toBe(false);
      expect(await subscriptions.resume('T1', 'C1', '2026-11-20T12:00:00.000Z')).toBe(false);
      expect(await subscriptions.remove('T1', 'C1')).toBe(false);
      expect(await subscriptions.lastOutcome('T1', 'C1')).toBeNull();
    });

    it('are removed with all that was due and all that became of them', async () => {
      const { subscriptions, digestRuns } = current();
      await subscriptions.save(subscription());
      await digestRuns.plan(SCHEDULE, slot(20));
      expect(await subscriptions.remove('T1', 'C1')).toBe(true);
      expect(await subscriptions.get('T1', 'C1')).toBeNull();
      expect(await digestRuns.claim(10, 60)).toEqual([]);
    });

    it('are listed by workspace in the order they were set up', async () => {
      const { subscriptions } = current();
      const at = (day: number) => ({ createdAt: slot(day).at });
      await subscriptions.save(subscription({ channel: 'C3', ...at(3) }));
      await subscriptions.save(subscription({ channel: 'C1', ...at(1) }));
      await subscriptions.save(subscription({ team: 'T2', channel: 'C2', ...at(2) }));
      expect((await subscriptions.list('T1')).map(({ channel }) => channel)).toEqual(['C1', 'C3']);
    });

    it('leave with their workspace', async () => {
      const store = current();
      await store.subscriptions.save(subscription());
      await store.subscriptions.save(subscription({ team: 'T2' }));
      await store.digestRuns.plan(SCHEDULE, slot(20));
      await store.deleteWorkspace('T1');
      expect(await store.subscriptions.list('T1')).toEqual([]);
      expect(await store.subscriptions.list('T2')).toHaveLength(1);
      expect(await store.digestRuns.claim(10, 60)).toHaveLength(1);
    });
  });
}
