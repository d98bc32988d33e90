import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeEach(async () => {
  // Where answers are rated, the thumb down stands in the place of this button.
  workplace = await openWorkplace({ env: { FEEDBACK: 'off' } });
});
afterEach(() => workplace.close());

const reports = () => workplace.inStore((store) => store.errorReports.list());

/** Opens the form under an answer. */
async function openForm() {
  const { slack } = workplace;
  const reply = await workplace.ask('what did inspectors say about care leavers in tameside?');
  await slack.click(reply, 'report');
  await slack.waitFor((s) => s.modal());
}

const submit = (text: string) => workplace.slack.submit({ what: { text } });

describe('“Something wrong?”', () => {
  it('opens a form that says what is kept', async () => {
    await openForm();
    const form = JSON.stringify(workplace.slack.modal());
    expect(form).toContain('Kept: what you write here');
    expect(form).toContain('Not kept: your question, your name.');
  });

  it('keeps what was written with the passages, and gives a reference', async () => {
    const { slack } = workplace;
    await openForm();
    await submit('The date of the second quotation is wrong');
    const [, reference] = /the reference ([0-9A-F]{8})\./.exec(JSON.stringify(slack.modal())) ?? [];
    const [report, ...more] = await reports();
    expect(more).toEqual([]);
    expect(report).toEqual({
      reference,
      team: slack.team.id,
      reportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      passages: expect.arrayContaining([expect.stringMatching(/^tameside-/)]),
      text: 'The date of the second quotation is wrong',
    });
    expect(JSON.stringify(report)).not.toContain(slack.you.id);
  });

  it('refuses what looks like a particular case at the field, and keeps nothing', async () => {
    const { slack } = workplace;
    await openForm();
    await submit('It is wrong about my son, aged 9, who lives there');
    expect(slack.modal()?.errors).toEqual({
      what: expect.stringContaining('particular child, family or case'),
    });
    expect(await reports()).toEqual([]);
    expect(workplace.log()).not.toMatch(/my son/);
  });

  it('says so at the field where it cannot be kept', async () => {
    const { slack } = workplace;
    await openForm();
    await workplace.breakState();
    await submit('The date is wrong');
    const [, reference = ''] =
      /the reference ([0-9A-F]{8})\./.exec(JSON.stringify(slack.modal()?.errors)) ?? [];
    expect(reference).not.toBe('');
    expect(workplace.log()).toContain(reference);
    expect(workplace.log()).not.toContain('The date is wrong');
  });

  it('tells the asker where the form cannot be opened', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    slack.failNext('views.open', { error: 'internal_error' });
    await slack.click(reply, 'report');
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toMatch(/the reference [0-9A-F]{8}\./);
  });

  it('is acknowledged once', async () => {
    await openForm();
    await submit('The date is wrong');
    for (const { outcome } of workplace.slack.attempts()) expect(outcome.acked).toBe(true);
    expect(workplace.log()).not.toContain('ack()');
  });
});

describe('A workspace that leaves', () => {
  it('takes everything kept for it along when the app is removed', async () => {
    await openForm();
    await submit('The date is wrong');
    await workplace.inStore((store) =>
      store.errorReports.add({
        reference: 'R2',
        team: 'T0ANOTHER',
        reportedAt: '2026-11-21T09:00:00.000Z',
        passages: [],
        text: 'of another workspace',
      }),
    );
    await workplace.slack.uninstall();
    await workplace.stop();
    expect((await reports()).map(({ team }) => team)).toEqual(['T0ANOTHER']);
  });

  it('takes nothing along when a person’s own tokens are revoked', async () => {
    await openForm();
    await submit('The date is wrong');
    for (const tokens of [{ oauth: ['U1'] }, { oauth: ['U1'], bot: [] }])
      await workplace.slack.sendEvent({ type: 'tokens_revoked', tokens });
    await workplace.restart();
    expect(await reports()).toHaveLength(1);
  });

  it('does so when its tokens are revoked', async () => {
    await openForm();
    await submit('The date is wrong');
    await workplace.slack.sendEvent({ type: 'tokens_revoked', tokens: { bot: ['U1'] } });
    await workplace.restart();
    expect(await reports()).toEqual([]);
  });
});
