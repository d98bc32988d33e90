import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { buttonLabels, openWorkplace, thumb, thumbsOf, type Workplace } from './workplace.js';

const QUESTION = 'what did inspectors say about care leavers and wobbly bridges in tameside?';

let workplace: Workplace;
beforeEach(async () => {
  workplace = await openWorkplace();
});
afterEach(() => workplace.close());

const kept = () => workplace.inStore(({ feedback }) => feedback.list());
const press = (message: StoredMessage, which: 'up' | 'down', user?: string) =>
  thumb(workplace.slack, message, which, user);
/** Waits until so many ratings are kept, the first of which is as expected. */
async function untilKept(count: number, rating?: 'up' | 'down') {
  for (;;) {
    const list = await kept();
    if (list.length === count && (rating === undefined || list[0]?.rating === rating)) return list;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('The thumbs under an answer', () => {
  it('keep how the question was read, the day and the record, and not its words or who pressed', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    await press(reply, 'up');
    const [rating] = await untilKept(1);
    expect(rating).toMatchObject({
      ...{ team: slack.team.id, rating: 'up', choice: null, comment: null },
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      parts: expect.arrayContaining([{ slot: 'councils', said: 'Tameside' }]),
      record: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(rating?.intent).not.toBe('');
    const text = JSON.stringify(rating);
    for (const secret of ['wobbly', slack.you.id, reply.ts, reply.channel])
      expect(text).not.toContain(secret);
    expect(JSON.stringify(thumbsOf(reply))).not.toContain('wobbly');
    expect(slack.modal()).toBeNull();
  });

  it('count each person once, who may change their mind', async () => {
    const { slack } = workplace;
    const another = slack.addUser({ name: 'Another' }).id;
    const reply = await workplace.mention('tameside latest');
    await press(reply, 'up');
    await press(reply, 'up');
    await press(reply, 'down');
    await untilKept(1, 'down');
    await press(reply, 'up', another);
    const two = await untilKept(2);
    expect(two.map(({ rating }) => rating).sort()).toEqual(['down', 'up']);
    expect(two[0]?.id).not.toBe(two[1]?.id);
  });

  it('ask what was wrong, and keep the choice and the comment', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    await press(reply, 'down');
    const form = await slack.waitFor((s) => s.modal());
    expect(JSON.stringify(form)).toContain('Not kept: your question, your name.');
    expect(JSON.stringify(form.given)).not.toContain('wobbly');
    await slack.submit({
      choice: { choice: 'wrong council' },
      comment: { text: 'I meant Tamworth' },
    });
    expect(await kept()).toMatchObject([
      { rating: 'down', choice: 'wrong council', comment: 'I meant Tamworth' },
    ]);
    expect(JSON.stringify(slack.modal())).toContain('Thank you');
    expect(await workplace.inStore(({ errorReports }) => errorReports.list())).toEqual([]);
    expect(workplace.log()).not.toContain('Tamworth');
  });

  it('make an error report, with the passages and a reference, where what is quoted is wrong', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    await press(reply, 'down');
    await slack.waitFor((s) => s.modal());
    await slack.submit({ choice: { choice: 'wording or quotation' } });
    const [, reference] = /the reference ([0-9A-F]{8})\./.exec(JSON.stringify(slack.modal())) ?? [];
    const [report] = await workplace.inStore(({ errorReports }) => errorReports.list());
    expect(report).toMatchObject({
      reference,
      passages: expect.arrayContaining([expect.stringMatching(/^tameside-/)]),
    });
  });

  it.each([
    'It is wrong about my son, aged 9, who lives there',
    'has Chloe Barnes been moved from her foster home',
    'my s\u200bon is not well',
  ])('refuse a comment about a particular child, “%s”, and keep nothing of it', async (text) => {
    const { slack } = workplace;
    const reply = await workplace.ask(QUESTION);
    await press(reply, 'down');
    await slack.waitFor((s) => s.modal());
    await slack.submit({
      choice: { choice: 'other' },
      comment: { text },
    });
    expect(slack.modal()?.errors).toEqual({
      comment: expect.stringContaining('particular child, family or case'),
    });
    expect(await kept()).toMatchObject([{ choice: null, comment: null }]);
  });

  it('are the same on every page and for whoever sees a shared answer, and stand for the button', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('what did inspectors say about care leavers in tameside');
    expect(buttonLabels(reply)).not.toContain('Something wrong?');
    const whole = await workplace.press(reply, 'Show more');
    expect(thumbsOf(whole)).toEqual(thumbsOf(reply));
    await slack.click(whole, 'share:1');
    const shared = await slack.waitFor((s) => s.messages('general')[0]);
    expect(thumbsOf(shared)).toEqual(thumbsOf(reply));
  });

  it('stand under what found nothing, and not under help, questions back or advice', async () => {
    const ask = async (question: string) => thumbsOf(await workplace.ask(question));
    expect(await ask('what about helicopters in tameside')).not.toBeNull();
    for (const question of ['help', 'timeline', 'my son Jake, 7, in Tameside has bruises'])
      expect([question, await ask(question)]).toEqual([question, null]);
  });

  it('tell whoever pressed where it cannot be kept', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    await workplace.breakState('feedback');
    await press(reply, 'up');
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toMatch(/the reference [0-9A-F]{8}\./);
  });
});

describe('Where feedback is switched off', () => {
  it('answers have the button for errors alone', async () => {
    const off = await openWorkplace({ env: { FEEDBACK: 'off' } });
    try {
      const reply = await off.ask('tameside latest');
      expect(thumbsOf(reply)).toBeNull();
      expect(buttonLabels(reply)).toContain('Something wrong?');
    } finally {
      await off.close();
    }
  });
});
