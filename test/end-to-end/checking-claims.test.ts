import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

/** Says something, chooses the shortcut in its menu, and gives the reply to that. */
async function checked(text: string, where?: { channel?: string; threadTs?: string }) {
  const { slack } = workplace;
  const message = await slack.say(text, where);
  const before = slack.ephemerals().length;
  await slack.shortcut(message, 'check_claims');
  return slack.waitFor((s) => s.ephemerals()[before]);
}

describe('“Check against Ofsted” in the menu of a message', () => {
  it('answers whoever chose it alone, claim by claim, and offers to share', async () => {
    const reply = await checked(
      'Tameside was rated good in 2019. Ofsted found “serious failures that leave children being harmed or at risk of harm”.',
    );
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toContain('2 claims');
    expect(JSON.stringify(reply.blocks)).toMatch(/rated good in 2019.{0,5}” — Tameside: no/);
    expect(JSON.stringify(reply.blocks)).toMatch(/at risk of harm” — Tameside: yes/);
    expect(buttonLabels(reply)).toContain('Share to channel');
  });

  it('works in a channel that the bot is no member of', async () => {
    const reply = await checked('Tameside is outstanding.', { channel: 'press' });
    expect(JSON.stringify(reply.blocks)).toContain('— Tameside: no');
  });

  it('shares what it found where the button is pressed', async () => {
    const { slack } = workplace;
    const reply = await checked('Bristol was rated inadequate in 2023.');
    await slack.click(reply, 'share');
    const shared = await slack.waitFor((s) =>
      s.messages('general').find(({ text }) => text.includes('Shared by')),
    );
    expect(JSON.stringify(shared.blocks)).toContain('Bristol was rated inadequate in 2023');
  });

  it.each(['Lunch at one?', 'See <https://example.org|this> and *that*'])(
    '(%s) says so where there is no claim',
    async (text) => {
      const reply = await checked(text);
      expect(reply.text).toContain('no claim');
      expect(buttonLabels(reply)).not.toContain('Share to channel');
    },
  );

  it('gives advice, and repeats nothing, where a message is about a particular child', async () => {
    const reply = await checked(
      'my neighbour’s son Jake, 7, in Tameside has bruises, what do I do',
    );
    expect(JSON.stringify(reply)).not.toContain('Jake');
    expect(workplace.log()).not.toContain('Jake');
  });

  it.each([
    'Tameside is inadequate. Is Chloe Barnes on a child protection plan in Tameside?',
    `Tameside is inadequate. ${'Leeds is outstanding. '.repeat(90)}My son was taken.`,
  ])('gives advice and nothing to share, wherever in a message a child is named', async (text) => {
    const reply = await checked(text);
    expect(reply.text).toContain('particular child, family or case');
    expect(JSON.stringify(reply)).not.toMatch(/Chloe|inadequate|Share/);
  });

  it('takes a message of any length', async () => {
    const reply = await checked(`Tameside is good. ${'Blah blah blah blah. '.repeat(400)}`);
    expect(JSON.stringify(reply.blocks)).toContain('— Tameside:');
  });

  it('of the bot’s own reply checks its headline and its quotations, and no row of a table', async () => {
    const { slack } = workplace;
    const own = await workplace.mention('tameside latest');
    const before = slack.ephemerals().length;
    await slack.shortcut(own, 'check_claims');
    const reply = await slack.waitFor((s) => s.ephemerals()[before]);
    expect(reply.text).toContain('— Tameside: yes, inadequate overall');
    expect(reply.text).toMatch(/at risk of harm” — Tameside: yes, said by/);
    expect(reply.text).not.toMatch(/: no|did not understand|“(?:Overall|Impact|Since|Before)/);
  });

  it('of a message that is too long says how far it was read', async () => {
    const filler = 'Some words that mean little here. '.repeat(70);
    const reply = await checked(`Tameside is good. ${filler} Bristol is outstanding.`);
    expect(reply.text).toContain('only the beginning was read');
    expect(reply.text).not.toContain('Bristol');
  });
});
