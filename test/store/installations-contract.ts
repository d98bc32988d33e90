import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/store/store.js';
import { SCHEDULE, slot, subscription } from './subscriptions.js';

/** What an engine's tables hold, all of them, each row as text. */
export type ReadAllTables = () => Promise<Record<string, string[]>>;

/** What the bot asks of the storage of installations, whatever engine keeps it. */
export function installationsContract(
  current: () => { store: Store; readAllTables: ReadAllTables },
): void {
  const kept = () => current().store.installations;
  const tokens = (sealed: string, expiresIn: number | null = null) => ({ sealed, expiresIn });

  describe('Its installations', () => {
    it('are a workspace’s own, or its organisation’s, and the newest of an id', async () => {
      await kept().save('T1', false, tokens('first'));
      await kept().save('T1', false, tokens('second'));
      await kept().save('E1', true, tokens('org'));
      await kept().addWorkspace('T2', 'E1');
      await kept().addWorkspace('T2', 'E1');
      await kept().addWorkspace('T3', 'E9');
      expect(await kept().serving('T1')).toMatchObject({
        id: 'T1',
        isOrg: false,
        sealed: 'second',
      });
      expect(await kept().serving('T2')).toMatchObject({ id: 'E1', isOrg: true });
      expect(await kept().serving('T3')).toBeNull();
      expect(await kept().get('E1')).toMatchObject({ sealed: 'org', expiresIn: null });
      expect((await kept().list()).map(({ id }) => id)).toEqual(['E1', 'T1']);
    });

    it('know when they were made and for how long their token is good', async () => {
      await kept().save('T1', false, tokens('sealed', 43_200_000));
      const { expiresIn, installedAt } = (await kept().get('T1')) ?? {};
      expect(expiresIn).toBeGreaterThan(43_100_000);
      expect(expiresIn).toBeLessThanOrEqual(43_200_000);
      expect(Math.abs((installedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    it('have their tokens exchanged by one of all that ask for it at once', async () => {
      await kept().save('T1', false, tokens('old'));
      const claim = () => kept().claimExchange({ id: 'T1', sealed: 'old' }, 60);
      const leases = (await Promise.all(Array.from({ length: 10 }, claim))).filter(
        (lease) => lease !== null,
      );
      expect(leases).toHaveLength(1);
      expect(await kept().endExchange('T1', 'another', tokens('wrong'))).toBe(false);
      expect(await kept().endExchange('T1', leases[0] ?? '', tokens('new', 60_000))).toBe(true);
      expect(await kept().get('T1')).toMatchObject({ sealed: 'new' });
      // Who had read the old ones exchanges nothing.
      expect(await claim()).toBeNull();
    });

    it('have their tokens exchanged by another where a process was killed or Slack refused', async () => {
      await kept().save('T1', false, tokens('old'));
      const claim = (seconds: number) => kept().claimExchange({ id: 'T1', sealed: 'old' }, seconds);
      const lost = await claim(0);
      const taken = await claim(60);
      expect(taken).not.toBeNull();
      expect(await kept().endExchange('T1', lost ?? '', tokens('late'))).toBe(false);
      await kept().putOffExchange('T1', taken ?? '', 0);
      const last = await claim(60);
      await kept().putOffExchange('T1', last ?? '', 60);
      expect(await claim(60)).toBeNull();
    });

    it('are sealed anew only as they were read', async () => {
      await kept().save('T1', false, tokens('old'));
      expect(await kept().reseal('T1', 'older', 'new')).toBe(false);
      expect(await kept().reseal('T1', 'old', 'new')).toBe(true);
      await kept().claimExchange({ id: 'T1', sealed: 'new' }, 60);
      expect(await kept().reseal('T1', 'new', 'newer')).toBe(false);
    });

    it('take the state of a flow once, and keep none of it in clear', async () => {
      const used = await Promise.all(
        Array.from({ length: 5 }, () => kept().useState('a-state', 60)),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await kept().useState('another', 60)).toBe(true);
      expect(JSON.stringify(await current().readAllTables())).not.toContain('a-state');
    });
  });

  describe('A workspace that leaves', () => {
    /** Fills every table that a workspace has rows in. */
    async function fill(team: string): Promise<void> {
      const { store } = current();
      await store.subscriptions.save(
        subscription({ id: `sub-${team}`, team, channel: `C${team}` }),
      );
      await store.inbox.add(team, `message/${team}`, 'sealed', 60);
      await store.siteNotices.add(team, `U${team}`, slot(20).at);
      await store.errorReports.add({
        ...{ reference: `R${team}`, team, reportedAt: slot(20).at, passages: [] },
        text: 'The date is wrong',
      });
    }
    const rowsWith = async (word: string): Promise<string[]> =>
      Object.entries(await current().readAllTables()).flatMap(([table, rows]) =>
        rows.filter((row) => row.includes(word)).map(() => table),
      );
    const EVERYWHERE = ['digest_runs', 'inbox', 'key_value', 'subscriptions'];

    it('leaves nothing in any table, and all of another stays', async () => {
      const { store } = current();
      for (const team of ['TGONE', 'TSTAYS', 'TGONE2']) {
        await fill(team);
        await store.installations.save(team, false, tokens(`sealed for ${team}`));
      }
      await store.digestRuns.plan(SCHEDULE, slot(20));
      const all = [...new Set(await rowsWith('TGONE'))].sort();
      expect(all).toEqual([...EVERYWHERE, 'installations'].sort());
      const others = { ...(await current().readAllTables()) };
      await store.deleteWorkspace('TGONE');
      for (const [table, rows] of Object.entries(await current().readAllTables()))
        expect([table, rows]).toEqual([
          table,
          others[table]?.filter((row) => !/TGONE(?!2)/.test(row)),
        ]);
      expect((await rowsWith('TSTAYS')).length).toBe(all.length + 1);
    });

    it('and is an organisation, takes along the workspaces that it alone serves', async () => {
      const { store } = current();
      await store.installations.save('EORG', true, tokens('sealed for EORG'));
      await store.installations.save('TOWN', false, tokens('sealed for TOWN'));
      for (const team of ['TONE', 'TTWO', 'TOWN']) {
        await store.installations.addWorkspace(team, 'EORG');
        await fill(team);
      }
      await store.digestRuns.plan(SCHEDULE, slot(20));
      await store.deleteWorkspace('TONE');
      expect(await rowsWith('TONE')).toEqual([]);
      expect(await store.installations.serving('TTWO')).toMatchObject({ id: 'EORG' });
      await store.deleteWorkspace('EORG');
      for (const gone of ['EORG', 'TTWO']) expect(await rowsWith(gone)).toEqual([]);
      expect([...new Set(await rowsWith('TOWN'))].sort()).toEqual(
        [...EVERYWHERE, 'installations'].sort(),
      );
    });
  });
}
