import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion, firstScreen } from '../../src/answer/index.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfManyCouncils();
});
const check = (text: string) => answerQuestion(`check: ${text}`, context);

describe('A text that is to be checked', () => {
  it('has each claim about a council held against the record by itself', () => {
    const { notes, kind } = check(
      'Tameside was rated good in 2019. It was inadequate in December 2023; Bury is outstanding.',
    );
    expect(kind).toBe('claims');
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^“Tameside was rated good in 2019\.?” — Tameside: no/);
    expect(notes[1]).toMatch(/December 2023” — Tameside: yes/);
    expect(notes[2]).toMatch(/^“Bury is outstanding\.?” — Bury: no/);
  });

  it('has words in quotation marks looked for as they stand', () => {
    const { notes, citations } = check(
      'Ofsted found “serious failures that leave children being harmed or at risk of harm” in Tameside.',
    );
    expect(notes.join('\n')).toMatch(/“serious failures.*” — Tameside: yes/);
    expect(citations[0]?.quote).toContain('serious failures that leave children being harmed');
    const made = check('Tameside was called “a beacon of joy and hope for all children”.');
    expect(made.notes.join('\n')).not.toMatch(/: yes/);
  });

  it.each(['Tameside was good in 2019 and inadequate in 2023', 'Tameside and Bury are inadequate'])(
    '(%s) with several claims in one that cannot be told apart gets no verdict',
    (text) => {
      const { notes } = check(text);
      expect(notes).toHaveLength(1);
      expect(notes[0]).not.toMatch(/: (?:yes|no),/);
    },
  );

  it.each(['Tameside went from good to inadequate', 'Tameside dropped to inadequate from good'])(
    '(%s) with a change of grade is given the grades, and no verdict',
    (text) => {
      const { notes } = check(text);
      expect(notes[0]).not.toMatch(/: yes/);
      expect(notes[0]).toContain('inadequate overall (inspected 4–15 December 2023)');
    },
  );

  it.each(['The cat sat on the mat.', 'Is Tameside any good?', 'Tameside.'])(
    '(%s) without a claim is said to have none',
    (text) => {
      const { status, citations } = check(text);
      expect([status, citations]).toEqual(['nothing_found', []]);
    },
  );

  it('has no more claims checked than can be read, and says so', () => {
    const years = Array.from({ length: 9 }, (_, i) => `Tameside was good in ${2012 + i}.`);
    const { notes, closing } = check(years.join(' '));
    expect(notes).toHaveLength(6);
    expect(closing.join(' ')).toContain('3 more claims');
  });

  it('shows each claim on its first screen, with what is quoted', () => {
    const first = firstScreen(check('Tameside was rated good in 2019. Caseloads were too high.'));
    expect(first.notes).toHaveLength(2);
    expect(first.headline.length).toBeLessThan(160);
  });

  it.each([
    'fact check Tameside is good',
    'Check this claim - Tameside is good',
    'please check this: Tameside is good',
  ])('is asked for in other words too (%s)', (text) =>
    expect(answerQuestion(text, context).notes[0]).toMatch(/— Tameside: no/),
  );

  it('has every verdict on the first screen, and quotes nothing that is only near', () => {
    const text =
      'Tameside was rated good in 2019. Tameside has 500 unicorns. Inspectors praised its robots. Bury is outstanding. Its care leavers are happy.';
    const first = firstScreen(check(text));
    expect(first.notes).toHaveLength(check(text).notes.length);
    for (const { line } of first.points) expect(line).not.toMatch(/unicorns|robots/);
  });

  it('about a particular child is not checked', () => {
    expect(check('my neighbour’s son Jake, 7, in Tameside has bruises, what do I do').kind).toBe(
      'advice',
    );
  });
});
