import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pings } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

describe('A question that is', () => {
  it.each([
    [
      'full of Slack’s markup',
      '<!channel> <!here|x> <@U0LOCALYOU> *tameside* _latest_ `code` &amp; <https://x.example|y>',
    ],
    ['3,000 characters long', `tameside care leavers ${'and pathway plans '.repeat(165)}`],
    ['an emoji', '🎈'],
    ['emoji by name', ':tada: :wave:'],
    ['written from right to left', 'ما هو أحدث تقييم لمجلس تامسايد'],
    ['turned around by control characters', 'tameside \u202Elatest\u202C \u200B'],
    ['punctuation', '?!… --- ///'],
    ['a formula', '=HYPERLINK("https://x.example")'],
    ['JSON', '{"text":"tameside","blocks":[]}'],
    ['SQL', "tameside'; DROP TABLE key_value; --"],
    ['on several lines', 'tameside\n\n\nlatest'],
    ['of lone surrogates', 'tameside \uD83D latest'],
  ])('%s is answered on every surface and pings nobody', async (_what, question) => {
    const replies = [
      await workplace.ask(question),
      await workplace.mention(question),
      await workplace.write(question),
    ];
    for (const reply of replies) {
      expect(reply.text.trim()).not.toBe('');
      expect(reply.text.length).toBeLessThanOrEqual(3_000);
      expect(pings(reply)).toEqual([]);
      expect(reply.text).not.toMatch(/the reference [0-9A-F]{8}/);
      expect(JSON.stringify(reply.blocks)).not.toContain('<https://x.example');
    }
  });
});
