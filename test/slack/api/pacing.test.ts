import { describe, expect, it } from '@jest/globals';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { createPacing } from '../../../src/slack/api/pacing.js';

/** A clock that only a sleep moves, and the sleeps it was asked for. */
function clock() {
  let now = 0;
  const sleeps: number[] = [];
  return {
    now: () => now,
    sleeps,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}

describe('Posts to a channel', () => {
  it('come one after another, at least a second apart, in the order they were asked for', async () => {
    const { now, sleep } = clock();
    const inTurn = createPacing(sleep);
    const posted: [string, number][] = [];
    const post = (name: string) => inTurn('C1', async () => posted.push([name, now()]));
    await Promise.all([post('first'), post('second'), post('third')]);
    expect(posted.map(([name]) => name)).toEqual(['first', 'second', 'third']);
    const times = posted.map(([, time]) => time);
    for (const [index, time] of times.entries())
      expect(time).toBeGreaterThanOrEqual(index === 0 ? 0 : (times[index - 1] ?? 0) + 1_000);
  });

  it('wait for none in another channel, even one that never ends', async () => {
    const inTurn = createPacing(clock().sleep);
    void inTurn('C1', () => new Promise(() => {}));
    await expect(inTurn('C2', async () => 'posted')).resolves.toBe('posted');
  });

  it('go on after one that failed', async () => {
    const inTurn = createPacing(clock().sleep);
    const failed = inTurn('C1', () => Promise.reject(new Error('no')));
    const next = inTurn('C1', async () => 'posted');
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('posted');
  });

  it('wait for as long as Slack says when it has had enough', async () => {
    const { sleep, sleeps } = clock();
    const answers = [new WebAPIRateLimitedError(7), new WebAPIRateLimitedError(3)];
    const result = await createPacing(sleep)('C1', async () => {
      const refused = answers.shift();
      if (refused) throw refused;
      return 'posted';
    });
    expect(result).toBe('posted');
    expect(sleeps.slice(0, 2)).toEqual([7_000, 3_000]);
  });

  it('give up when Slack goes on refusing', async () => {
    let tries = 0;
    const result = createPacing(clock().sleep)('C1', async () => {
      tries += 1;
      throw new WebAPIRateLimitedError(1);
    });
    await expect(result).rejects.toBeInstanceOf(WebAPIRateLimitedError);
    expect(tries).toBe(4);
  });
});
