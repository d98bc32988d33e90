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

  it('names what no claim was seen in, so that nothing seems to be checked that was not', () => {
    const { headline, notes } = check(
      'Hi all. Tameside is inadequate. Lunch is on Tuesday at one. Who can come to it?',
    );
    expect(headline).toMatch(/^1 claim /);
    expect(notes.at(-1)).toContain('“Lunch is on Tuesday at one.”');
    expect(notes.at(-1)).toContain('“Who can come to it?”');
    expect(notes.at(-1)).not.toContain('Hi all');
    const many = check(
      `Tameside is inadequate. ${['rice', 'beans', 'bread', 'soup', 'tea'].map((it) => `Lunch is ${it} for me.`).join(' ')}`,
    );
    expect(many.notes.at(-1)).toContain('2 more');
    expect(check('Tameside is inadequate. Bury is outstanding.').notes).toHaveLength(2);
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

  it.each([
    ['Tameside is requires improvement for leadership.', 'now inadequate for leadership'],
    ['Tameside is good, says the council leader.', 'no, not good overall'],
    ['Councillors insist that Tameside is good.', 'no, not good overall'],
    ['Proud that Tameside is outstanding!', 'no, not outstanding overall'],
    ['All of Tameside’s judgements are inadequate.', 'care leavers'],
  ])('(%s) that names a grade is answered by the grade, and nothing is quoted', (text, grade) => {
    const { notes, sections } = check(text);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(grade);
    expect(sections).toEqual([]);
  });

  it('of a sentence that says more than a grade says that the grade alone was checked', () => {
    const [note] = check('A trust runs Tameside’s homes after it was rated inadequate.').notes;
    expect(note).toMatch(/of the grade alone: Tameside: yes, inadequate overall/);
  });

  it.each([
    'The claim that Tameside is inadequate is false.',
    'It is not true that Tameside is inadequate.',
    'Nobody said Tameside was inadequate.',
    'To say that Tameside is inadequate is nonsense.',
  ])('(%s) that denies another says which of the two is answered', (text) =>
    expect(check(text).notes[0]).toMatch(/of what it denies: Tameside: yes, inadequate overall/),
  );

  it.each([
    'Tameside dropped from good to inadequate.',
    'Tameside improved to requires improvement in 2019.',
    'Tameside is requires improvement, up from inadequate.',
  ])('(%s) with a change of grade is given every overall grade held', (text) => {
    for (const year of ['2016', '2019', '2023'])
      expect(check(text).notes[0]?.split('—')[1]).toContain(year);
  });

  it.each([
    ['Tameside was inspected in December 2023.', '4–15 December 2023: overall inadequate'],
    ['Tameside was not inspected in 2022.', 'June 2022'],
    ['Tameside was inspected in March 2020.', 'no document of a visit in March 2020'],
    ['Tameside’s report was published in December 2023.', 'published 13 February 2024'],
    ['Tameside was last inspected in 2019.', 'last inspected 4–15 December 2023'],
    ['Cumbria was rated inadequate in 2015.', 'Cumbria is no council any more'],
  ])('(%s) of a visit, or a council that is no more, is told what is held', (text, held) => {
    expect(check(text).notes).toHaveLength(1);
    expect(check(text).notes[0]).toContain(held);
  });

  it.each([
    'has been too slow since the inspection in 2016',
    'senior leadership has been criticised since 2019',
    'During 2020, there was a reduction in the level of contacts and referrals to children’s social care',
  ])('finds a quotation that has a year or a visit in it (%s)', (quotation) => {
    const { notes, citations } = check(`The Tameside report said “${quotation}”.`);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/— Tameside: yes, said by/);
    expect(citations).toHaveLength(1);
  });

  it('finds a quotation of any length, a sentence at a time', () => {
    const long = context.record.passages
      .all()
      .filter(
        ({ passage: { quote }, visit }) =>
          visit.urn === '80569' && quote.length > 320 && quote.length < 900 && !/["“”]/.test(quote),
      );
    expect(long.length).toBeGreaterThan(0);
    for (const { passage } of long.slice(0, 3)) {
      const { notes } = check(`Inspectors of Tameside wrote “${passage.quote}”`);
      for (const note of notes) expect(note).toMatch(/— Tameside: yes, said by/);
    }
  });

  it('cuts quoted words between words, and shows that it did', () => {
    const made = `a beacon of ${'extraordinarily '.repeat(8)}joy`;
    const [note = ''] = check(`Tameside was called “${made}”.`).notes;
    const shown = note.split('uses “')[1] ?? '';
    expect(shown).toMatch(/\w…”/);
    expect(made).toContain(`${shown.slice(0, shown.indexOf('…'))} `);
    expect(note).not.toContain('below');
  });

  it('names once what claims nothing, and says where the text was too long', () => {
    const text = `Tameside is good. ${'Some words that mean little here. '.repeat(70)} Bury is good.`;
    const { notes, headline, closing, question } = check(text);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toMatch(/Not checked.*“Some words that mean little here.”\.$/);
    expect(closing).toEqual([]);
    expect(headline).toContain('only the beginning was read');
    expect(answerQuestion(question, context).headline).toBe(headline);
    expect(check('Tameside is good. Blah blah').notes).toHaveLength(1);
  });

  it('does not repeat a long claim in every citation', () => {
    const quotation =
      'During 2020, there was a reduction in the level of contacts and referrals to children’s social care';
    const { points } = firstScreen(check(`Tameside: “${quotation}”`));
    expect(points).toHaveLength(1);
    expect(points[0]?.line).not.toContain(quotation);
  });
});
