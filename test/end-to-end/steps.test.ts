import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StepExecution } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

/** Runs the step and gives what became of it. */
async function run(council: string, question: string): Promise<StepExecution> {
  const { slack } = workplace;
  const execution = await slack.runStep('ask_ofsted', { council, question });
  return slack.waitFor(() => execution.status !== 'running' && execution);
}

describe('The step of a workflow', () => {
  it('gives the answer with the date of the visit, the source and a link', async () => {
    const { status, outputs } = await run('tameside', 'what did inspectors say about care leavers');
    expect(status).toBe('done');
    expect(outputs.answer).toContain('Tameside');
    expect(outputs.answer).toMatch(/“[^”]+”/);
    // A headline, then parts of few lines: no wall.
    const parts = String(outputs.answer).split('\n\n');
    expect(parts.length).toBeGreaterThan(3);
    expect(parts[0]?.split('\n')).toHaveLength(1);
    expect(String(outputs.answer).endsWith(String(outputs.link))).toBe(true);
    expect(outputs.visit_date).toMatch(/\b20\d\d\b/);
    expect(outputs.source).toMatch(/Ofsted|Reporter|news/);
    expect(outputs.link).toMatch(/^https:\/\//);
  });

  it('gives grades where a question is of grades, also of a council of which only facts are held', async () => {
    const { status, outputs } = await run('Bristol', 'what are its newest grades?');
    expect(status).toBe('done');
    expect(outputs.answer).toContain('Bristol');
    expect(outputs.link).toBe('https://reports.ofsted.gov.uk/provider/44/80441');
  });

  it('gives no date to an answer that quotes nothing and rests on several visits', async () => {
    const { outputs } = await run('Bristol', 'which grades did it get?');
    expect(outputs.answer).toContain('Bristol');
    expect(outputs.visit_date).toBe('');
  });

  it.each([
    ['Atlantis', 'what about care leavers', /“Atlantis”.*field “Council”/],
    ['north', 'what about care leavers', / or .*field “Council”/],
    ['Tameside', 'what about care leavers in Bristol', /Bristol.*Tameside.*one council/],
    ['Tameside', 'what about helicopters', /Tameside.*another subject/],
    ['Tameside', 'help', /field “Question”/],
    ['Tameside', 'my son Jake, 7, has bruises', /particular child/],
  ])('of %s, %s, fails with a sentence that says what to do', async (council, question, said) => {
    const { status, error } = await run(council, question);
    expect(status).toBe('failed');
    expect(error).toMatch(said);
    expect(error).not.toContain('Jake');
  });

  it('ends once, however often Slack sends it', async () => {
    const { slack } = workplace;
    const before = slack.requests('functions.completeSuccess').length;
    await run('Tameside', 'latest');
    await slack.redeliver();
    await slack.redeliver({ retry: { num: 1, reason: 'http_timeout' } });
    await workplace.restart();
    await slack.redeliver();
    await slack.idle();
    expect(slack.requests('functions.completeSuccess')).toHaveLength(before + 1);
  });

  it('ends with a reference where it fails, and its question is in no log', async () => {
    const { slack } = workplace;
    slack.failNext('functions.completeSuccess', { error: 'internal_error' });
    const execution = await slack.runStep('ask_ofsted', {
      ...{ council: 'Tameside', question: 'latest wobbly' },
    });
    expect(execution.status).not.toBe('done');
    expect(workplace.log()).not.toContain('wobbly');
  });
});
