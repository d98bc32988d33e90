import { afterEach, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
const MORE_THAN_CAN_BE_TAKEN = /more than I can take: please ask again/;
const ASKED = 130;
const PLACES = 100;

let workplace: Workplace;
let release = (): void => undefined;
afterEach(() => {
  release();
  return workplace.close();
});

describe('A channel in which more is asked than can be answered in time', () => {
  it('has a queue of a hundred questions, and whoever asks another is told at once', async () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isFirst = true;
    workplace = await openWorkplace({
      sleep: async () => {
        // The pause after the first reply in the channel, for which all others wait.
        if (isFirst) {
          isFirst = false;
          await held;
        }
      },
    });
    const { slack } = workplace;
    await workplace.mention('tameside latest');
    await Promise.all(Array.from({ length: ASKED }, () => slack.mention('tameside latest')));
    const told = await slack.waitFor(
      (s) => s.ephemerals().length === ASKED - PLACES && s.ephemerals(),
      { timeoutMs: 60_000 },
    );
    for (const { text } of told) expect(text).toMatch(MORE_THAN_CAN_BE_TAKEN);
    release();
    const replies = () => slack.messages('general').filter(({ user }) => user === slack.bot.id);
    // A hundred answers take a busy machine its own time.
    await slack.waitFor(() => replies().length === PLACES + 1, { timeoutMs: 60_000 });
    for (const { text } of replies()) expect(text).toMatch(GRADE);
    await workplace.restart();
    expect(replies()).toHaveLength(PLACES + 1);
    expect(slack.ephemerals()).toHaveLength(ASKED - PLACES);
  });
});
