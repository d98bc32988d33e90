import { describe, expect, it } from '@jest/globals';
import type { InboxClaim } from '../../src/store/inbox.js';
import type { Store } from '../../src/store/store.js';

/** What the bot asks of the inbox, whatever engine keeps it. */
export function inboxContract(current: () => Store): void {
  const inbox = () => current().inbox;
  const added = async (id: string, seconds = 60): Promise<InboxClaim> => {
    const claim = await inbox().add('T1', id, `sealed ${id}`, seconds);
    if (claim === null) throw new Error(`${id} was taken before`);
    return claim;
  };

  describe('Its inbox', () => {
    it('gives a request to one of all that ask for it at once', async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => inbox().add('T1', 'R1', 'sealed', 60)),
      );
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    });

    it('tells requests of one id in two workspaces apart, and many from each other', async () => {
      const ids = Array.from({ length: 250 }, (_, at) => `R${at}`);
      const claims = await Promise.all(
        ids.flatMap((id) => ['T1', 'T2'].map((team) => inbox().add(team, id, 'sealed', 60))),
      );
      expect(new Set(claims.map((claim) => claim?.lease)).size).toBe(500);
      expect(await inbox().underWay()).toMatchObject({ requests: 500 });
    });

    it('tells how many requests have not ended, and since when the oldest', async () => {
      expect(await inbox().underWay()).toEqual({ requests: 0, oldest: null });
      const first = await added('R1');
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await added('R2');
      const { requests, oldest } = await inbox().underWay();
      expect(requests).toBe(2);
      expect(oldest).toBeGreaterThanOrEqual(1);
      await inbox().end(first);
      expect((await inbox().underWay()).oldest).toBeLessThan(oldest ?? 0);
    });

    it('leaves a request to the process that has it, and gives it to another when its lease has run out', async () => {
      await added('R1');
      await added('R2', 0);
      const [taken, ...more] = await inbox().takeUp(10, 60);
      expect(more).toEqual([]);
      expect(taken).toMatchObject({ id: 'R2', sealed: 'sealed R2', status: 'open', times: 1 });
      expect(await inbox().takeUp(10, 60)).toEqual([]);
    });

    it('gives each of what is left to one of many processes', async () => {
      for (let at = 0; at < 30; at += 1) await added(`R${at}`, 0);
      const looks = await Promise.all([1, 2, 3, 4].map(() => inbox().takeUp(10, 60)));
      const ids = looks.flat().map(({ id }) => id);
      ids.push(...(await inbox().takeUp(30, 60)).map(({ id }) => id));
      expect(ids).toHaveLength(30);
      expect(new Set(ids).size).toBe(30);
    });

    it('changes nothing for a process that has lost its lease', async () => {
      const lost = await added('R1', 0);
      const [taken] = await inbox().takeUp(1, 60);
      expect(await inbox().markAttempted(lost, 'post', 60)).toBe(false);
      expect(await inbox().release(lost, 0)).toBe(false);
      expect(await inbox().end(lost)).toBe(false);
      expect(taken && (await inbox().markAttempted(taken, 'post', 60))).toBe(true);
    });

    it('keeps a lease that its process extends', async () => {
      const claim = await added('R1', 0);
      await inbox().extend([claim], 60);
      await inbox().extend([], 60);
      expect(await inbox().takeUp(1, 60)).toEqual([]);
    });

    it('tells what was attempted, what Slack gave no answer to, and what was taken back', async () => {
      for (const id of ['R1', 'R2', 'R3'])
        await inbox().markAttempted(await added(id), 'post', id === 'R1' ? 0 : 60);
      expect(await inbox().takeUp(10, 0)).toMatchObject([
        { id: 'R1', status: 'attempted', route: 'post', attemptedAt: expect.stringMatching(/Z$/) },
      ]);
      const claim = await added('R4');
      await inbox().markAttempted(claim, 'ephemeral', 60);
      await inbox().release(claim, 0, { timedOut: true });
      const back = await added('R5');
      await inbox().markAttempted(back, 'post', 60);
      await inbox().markNotSent(back);
      await inbox().release(back, 0);
      expect(await inbox().takeUp(10, 60)).toMatchObject([
        { id: 'R1', times: 2 },
        { id: 'R4', status: 'timed_out', route: 'ephemeral' },
        { id: 'R5', status: 'open', route: null, attemptedAt: null },
      ]);
    });

    it('frees a request for after as long as was said', async () => {
      await inbox().release(await added('R1'), 60);
      expect(await inbox().takeUp(1, 60)).toEqual([]);
      expect(await inbox().underWay()).toMatchObject({ requests: 1 });
    });

    it('deletes what was asked when it ends, and still knows that it was taken', async () => {
      const claim = await added('R1');
      expect(await inbox().end(claim)).toBe(true);
      expect(await inbox().underWay()).toMatchObject({ requests: 0 });
      expect(await inbox().takeUp(1, 60)).toEqual([]);
      expect(await inbox().add('T1', 'R1', 'sealed', 60)).toBeNull();
    });

    it('forgets a request that may come again, and those that ended long ago', async () => {
      await inbox().forget(await added('R1'));
      await inbox().end(await added('R1'));
      await added('R2');
      await inbox().forgetEnded(60);
      expect(await inbox().add('T1', 'R1', 'sealed', 60)).toBeNull();
      await inbox().forgetEnded(0);
      await added('R1');
      expect(await inbox().add('T1', 'R2', 'sealed', 60)).toBeNull();
    });

    it('leaves with its workspace', async () => {
      await added('R1');
      await inbox().add('T2', 'R1', 'sealed', 60);
      await current().deleteWorkspace('T1');
      expect(await inbox().underWay()).toMatchObject({ requests: 1 });
      await added('R1');
    });
  });
}
