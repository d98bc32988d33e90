import { describe, expect, it } from '@jest/globals';
import { MOST_ALERTS } from '../../src/domain/alert.js';
import type { Store } from '../../src/store/store.js';
import { alert, subscription } from './subscriptions.js';

const AT = { at: '2026-11-27T09:30:05.123Z', localDate: '2026-11-27' };
const LATER = { at: '2026-11-27T10:00:00.000Z', localDate: '2026-11-27' };

/** What the bot asks of the alerts that it keeps. */
export function alertsContract(current: () => Store): void {
  describe('its alerts', () => {
    it('are given back as they were saved, several a channel beside its digest', async () => {
      const { alerts, subscriptions } = current();
      const [one, other] = [alert(), alert({ words: [], createdAt: '2026-11-02T00:00:00.000Z' })];
      await subscriptions.save(subscription());
      expect([await alerts.add(one), await alerts.add(other)]).toEqual([true, true]);
      expect(await alerts.list('T1')).toEqual([one, other]);
      expect(await alerts.get('T1', one.id)).toEqual(one);
      expect(await alerts.get('T2', one.id)).toBeNull();
      expect(await subscriptions.list('T1')).toHaveLength(1);
      await subscriptions.remove('T1', 'C1');
      expect(await alerts.listAll()).toHaveLength(2);
    });

    it('are no more than a channel can have', async () => {
      const { alerts } = current();
      for (let n = 0; n < MOST_ALERTS; n++) expect(await alerts.add(alert())).toBe(true);
      expect(await alerts.add(alert())).toBe(false);
      expect(await alerts.add(alert({ channel: 'C2' }))).toBe(true);
    });

    it('have one run under way at a time, whoever makes it due, and move on once it was sent', async () => {
      const { alerts, digestRuns } = current();
      const one = alert();
      await alerts.add(one);
      expect(await digestRuns.activeAlerts()).toEqual([{ id: one.id, activeFrom: one.activeFrom }]);
      await Promise.all([digestRuns.planAlert(one.id, AT), digestRuns.planAlert(one.id, LATER)]);
      const [run, ...others] = await digestRuns.claim(10, 60);
      expect(others).toEqual([]);
      if (!run) throw new Error('nothing is due');
      expect(run).toMatchObject({ step: 'compose', localDate: '2026-11-27' });
      const state = { reported: { a: '', b: '' }, themesUsed: {} };
      await digestRuns.saveMessage(run, { text: 'x', blocks: [] }, state);
      await digestRuns.markAttempted(run, 60);
      await digestRuns.planAlert(one.id, LATER);
      expect(await digestRuns.markSent(run, '1.1', AT.at)).toBe(true);
      expect((await alerts.get('T1', one.id))?.state).toEqual(state);
      expect(await digestRuns.claim(10, 60)).toEqual([]);
      await digestRuns.planAlert(one.id, { ...LATER, at: '2026-11-27T11:00:00.000Z' });
      expect(await digestRuns.claim(10, 60)).toHaveLength(1);
    });

    it('of one channel have one run under way, and those told beside it move on with it', async () => {
      const { alerts, digestRuns } = current();
      const [one, beside, changed] = [alert(), alert(), alert()];
      const elsewhere = alert({ channel: 'C2' });
      for (const each of [one, beside, changed, elsewhere]) await alerts.add(each);
      await Promise.all([one, beside, elsewhere].map(({ id }) => digestRuns.planAlert(id, AT)));
      const runs = await digestRuns.claim(10, 60);
      expect(runs.map(({ subscription }) => subscription.channel).sort()).toEqual(['C1', 'C2']);
      const run = runs.find(({ subscription }) => subscription.channel === 'C1');
      if (!run) throw new Error('nothing is due');
      expect(await digestRuns.alertsOf({ team: 'T1', channel: 'C1', ...AT })).toHaveLength(3);
      const state = { reported: { told: '' }, themesUsed: {} };
      await digestRuns.saveMessage(run, { text: 'x', blocks: [] }, state);
      await digestRuns.markAttempted(run, 60);
      const told = [one, beside, { ...changed, activeFrom: '2020-01-01T00:00:00.000Z' }]
        .filter(({ id }) => id !== run.subscription.id)
        .map(({ id, activeFrom }) => ({ id, activeFrom, state }));
      expect(await digestRuns.markSent({ ...run, lease: 'another' }, '1.1', AT.at, { told })).toBe(
        false,
      );
      expect((await alerts.get('T1', beside.id))?.state).not.toEqual(state);
      await digestRuns.markSent(run, '1.1', AT.at, { told });
      expect((await alerts.get('T1', one.id))?.state).toEqual(state);
      expect((await alerts.get('T1', beside.id))?.state).toEqual(state);
      expect((await alerts.get('T1', changed.id))?.state).toEqual(changed.state);
    });

    it('stopped while its message is sent is gone at once, and those beside wait to see what it told', async () => {
      const { alerts, digestRuns } = current();
      const [one, beside] = [alert(), alert()];
      for (const each of [one, beside]) await alerts.add(each);
      await digestRuns.planAlert(one.id, AT);
      const [run] = await digestRuns.claim(10, 60);
      if (!run) throw new Error('nothing is due');
      const state = { reported: { told: '' }, themesUsed: {} };
      await digestRuns.saveMessage(run, { text: 'x', blocks: [] }, state);
      await digestRuns.markAttempted(run, 60);
      expect(await alerts.remove('T1', one.id)).toBe(true);
      expect(await alerts.remove('T1', one.id)).toBe(false);
      expect(await alerts.listAll()).toEqual([beside]);
      await digestRuns.planAlert(beside.id, LATER);
      expect(await digestRuns.claim(10, 60)).toEqual([]);
      const told = [{ ...beside, state }];
      expect(await digestRuns.markSent(run, '1.1', AT.at, { told })).toBe(true);
      expect((await alerts.get('T1', beside.id))?.state).toEqual(state);
      await digestRuns.deleteBefore('2000-01-01');
      await digestRuns.planAlert(beside.id, LATER);
      expect(await digestRuns.claim(10, 60)).toHaveLength(1);
    });

    it('refused holds up no other of its channel, and itself until the next day or until it is resumed', async () => {
      const { alerts, digestRuns } = current();
      const [one, beside] = [alert(), alert()];
      for (const each of [one, beside]) await alerts.add(each);
      await digestRuns.planAlert(one.id, AT);
      const [run] = await digestRuns.claim(10, 60);
      if (!run) throw new Error('nothing is due');
      await digestRuns.saveMessage(run, { text: 'x', blocks: [] }, one.state);
      await digestRuns.markFailed(run, { reason: 'invalid_blocks', pausedBecause: null }, AT.at);
      const due = async (at: string, localDate: string) => {
        for (const { id } of [one, beside]) await digestRuns.planAlert(id, { at, localDate });
        const claimed = await digestRuns.claim(10, 60);
        return claimed.filter(({ step }) => step === 'compose').map((each) => each.subscription.id);
      };
      expect(await digestRuns.alertsOf({ ...one, ...AT })).toEqual([beside]);
      expect(await due(LATER.at, AT.localDate)).toEqual([beside.id]);
      await alerts.remove('T1', beside.id);
      expect(await due('2026-11-27T11:00:00.000Z', AT.localDate)).toEqual([]);
      await alerts.pause('T1', one.id);
      await alerts.resume('T1', one.id, LATER.at);
      expect(await due('2026-11-27T11:00:00.000Z', AT.localDate)).toEqual([one.id]);
    });

    it('rest, go on, change and end, with what they had due', async () => {
      const { alerts, digestRuns } = current();
      const one = alert();
      await alerts.add(one);
      await digestRuns.planAlert(one.id, AT);
      expect(await alerts.pause('T1', one.id)).toBe(true);
      expect(await digestRuns.claim(10, 60)).toEqual([]);
      expect(await digestRuns.activeAlerts()).toEqual([]);
      await digestRuns.planAlert(one.id, LATER);
      expect(await alerts.resume('T1', one.id, LATER.at)).toBe(true);
      const resumed = { ...one, activeFrom: LATER.at };
      const next = { ...resumed, words: ['unlawful'], state: { reported: {}, themesUsed: {} } };
      expect(await alerts.replace(one, next)).toBe(false);
      expect(await alerts.replace(resumed, next)).toBe(true);
      expect(await digestRuns.alerts([one.id])).toEqual([next]);
      expect(await alerts.remove('T1', one.id)).toBe(true);
      expect(await alerts.remove('T1', one.id)).toBe(false);
      expect(await current().openDigests()).toBe(0);
    });
  });

  it('sends what stands in a thread as a run of its own, once the message is there', async () => {
    const { subscriptions, digestRuns } = current();
    await subscriptions.save(subscription({ condensed: true }));
    const { at, zone, weekdays } = subscription();
    const slot = { at: '2026-11-20T08:30:00.000Z', localDate: '2026-11-20' };
    await digestRuns.plan({ at, zone, weekdays }, slot);
    const [run] = await digestRuns.claim(10, 60);
    if (!run) throw new Error('nothing is due');
    await digestRuns.saveMessage(run, { text: 'x', blocks: [] }, run.subscription.state);
    await digestRuns.markAttempted(run, 60);
    await digestRuns.markSent(run, '1.1', slot.at, {
      inThread: { text: 'rest', blocks: [], threadTs: '1.1' },
    });
    const [rest, ...others] = await digestRuns.claim(10, 60);
    expect(others).toEqual([]);
    expect(rest).toMatchObject({ step: 'post', localDate: '2026-11-20' });
    expect(rest && 'message' in rest && rest.message).toMatchObject({ threadTs: '1.1' });
    expect(await subscriptions.lastOutcome('T1', 'C1')).toMatchObject({ outcome: 'sent' });
  });
}
