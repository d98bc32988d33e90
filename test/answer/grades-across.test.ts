import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { answerJson } from '../../src/cli/answer-json.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import { COUNCILS, REGISTER, reportOf, visitOf } from '../support/councils.js';
import { letter, THEMES } from '../support/record.js';

const contextOf = (...documents: RecordedDocument[]) =>
  createAnswerContext(assembleRecord(REGISTER, THEMES.themes, documents));

const INADEQUATE = { overall: 'inadequate', impact_of_leaders: 'inadequate' } as const;
const RECORD = [
  reportOf('oldham', '2019-01-21', {
    grades: { ...INADEQUATE, in_care_and_care_leavers: 'inadequate' },
  }),
  reportOf('oldham', '2024-05-13', {
    grades: { overall: 'good', impact_of_leaders: 'inadequate', care_leavers: 'good' },
  }),
  reportOf('rochdale', '2023-01-23', {
    grades: { overall: 'inadequate', impact_of_leaders: 'good', care_leavers: 'inadequate' },
  }),
  reportOf('leeds', '2015-02-23', {
    kind: 'SIF',
    grades: { overall: 'inadequate', leadership: 'outstanding', adoption: 'good' },
  }),
  reportOf('leeds', '2022-02-21', {
    grades: { overall: 'outstanding', impact_of_leaders: 'good', in_care_and_care_leavers: 'good' },
  }),
  // Since April 2026 there is no overall grade.
  reportOf('hackney', '2022-06-06', { grades: { overall: 'inadequate' } }),
  reportOf('hackney', '2026-05-11', { grades: { impact_of_leaders: 'inadequate' } }),
  // A letter alone gives no grade.
  letter({
    urn: COUNCILS.devon.urn,
    visits: [visitOf('devon', '2021-03-08', { id: `${COUNCILS.devon.urn}-focused` })],
    passages: [],
  }),
];
const context = contextOf(...RECORD);
const ask = (question: string) => answerQuestion(question, context);
const councilsIn = (question: string) => ask(question).table?.rows.map(([council]) => council);

describe('“Which councils are inadequate now”', () => {
  const answer = ask('which councils are inadequate now');

  it('is answered by each council’s newest full inspection, of all councils, with the record’s date', () => {
    expect(answer.headline).toBe(
      '1 of 5 councils in this record was graded “inadequate” overall at the newest inspection held of each: Rochdale (January 2023).',
    );
    expect(answer.table?.rows).toEqual([
      ['Rochdale', 'ILACS inspection, 23–27 January 2023', 'Ofsted report, 24 March 2023, page 1'],
    ]);
    expect(answer.notes.join(' ')).toContain('the record’s newest visit: May 2026');
  });

  it('names the councils it cannot count, each with the reason', () => {
    const closing = answer.closing.join('\n');
    expect(closing).toContain('No inspection report in this record: Devon.');
    expect(closing).toContain(
      'No overall grade: Hackney (11–15 May 2026: Ofsted gives none since April 2026).',
    );
  });

  it('never falls back on an older overall grade', () => {
    expect(answer.table?.rows.flat().join()).not.toContain('Hackney');
  });

  it('says which councils have the grade in an area though not overall', () => {
    expect(answer.closing.join('\n')).toContain(
      'The same grade in an area, though not overall: Hackney (impact of leaders); Oldham (impact of leaders).',
    );
  });

  it('cites each judgement, also as JSON', () => {
    expect(answerJson('q', answer).citations).toMatchObject([
      { quote: 'inadequate', urn: COUNCILS.rochdale.urn, source: { page: 1 } },
    ]);
  });

  it('leads on to each council listed', () => {
    expect(answer.choices).toEqual([{ label: 'Rochdale', question: 'Rochdale latest' }]);
  });
});

describe('A question about many councils’ grades', () => {
  it('is read in other words too', () => {
    for (const question of [
      'how many councils are inadequate',
      'inadequate councils',
      'list all councils rated inadequate',
      'who is inadequate at the moment',
      'worst council',
    ])
      expect([question, councilsIn(question)]).toEqual([question, ['Rochdale']]);
  });

  it('of an area takes the newest inspection that graded it, and says where areas differ', () => {
    const { headline, notes, table } = ask('which councils are good for care leavers');
    expect(headline).toContain(
      '2 of 5 councils in this record were graded “good” for care leavers',
    );
    expect(notes.join(' ')).toContain(
      '1 of these grades is for children in care and care leavers together',
    );
    expect(table?.columns).toContain('Area');
    expect(table?.rows.map((row) => row[2])).toEqual([
      'Care leavers',
      'Children in care and care leavers (graded together)',
    ]);
  });

  it('explains abbreviations once, and puts no brackets in brackets', () => {
    const { table, ...rest } = ask('which councils are good overall');
    expect(table?.caption.split('full inspections since 2018')).toHaveLength(2);
    for (const question of ['which councils are good', 'which councils are inadequate'])
      expect(JSON.stringify(ask(question))).not.toMatch(/\([^()]*\([^()]*\)\)/);
    expect(rest.notes.join(' ')).not.toContain('full inspections since 2018');
  });

  it('of an area that newer inspections no longer grade says so', () => {
    const { notes, table } = ask('which councils are good for adoption');
    expect(table?.rows[0]?.slice(0, 2)).toEqual(['Leeds', 'SIF inspection, 23–27 February 2015']);
    expect(notes.join(' ')).toContain(
      'Newer inspections of 1 of them are in this record and did not grade this area.',
    );
  });

  it('of a year counts the inspections of that year', () => {
    const { headline, notes } = ask('which councils were rated outstanding in 2022');
    expect(headline).toContain('graded “outstanding” overall in 2022: Leeds (February 2022).');
    expect(notes.join(' ')).toContain('2 of these councils have a full inspection in 2022');
  });

  it('of a year counts by the days of the inspection, whenever its report came out', () => {
    const late = contextOf(
      reportOf('leeds', '2022-11-21', { grades: { overall: 'inadequate' } }),
      reportOf('oldham', '2023-05-15', { grades: { overall: 'inadequate' } }),
    );
    const { headline, notes, table } = answerQuestion('councils inadequate in 2023', late);
    expect(headline).toContain('1 of 2 councils');
    expect(table?.rows.map(([council]) => council)).toEqual(['Oldham']);
    expect(notes.join(' ')).toContain('counted by the days on which inspectors were there');
  });

  it('of a year names who was graded so at an inspection of part of the services, uncounted', () => {
    const early = contextOf(
      reportOf('devon', '2013-07-15', {
        kind: 'pre-SIF looked after children',
        grades: { overall: 'adequate' },
      }),
      reportOf('oldham', '2023-05-15', { grades: { overall: 'good' } }),
    );
    const { status, headline, notes, citations } = answerQuestion(
      'which councils were adequate in 2013',
      early,
    );
    expect(status).toBe('found');
    expect(headline).toBe(
      'None of the 2 councils in this record was graded “adequate” overall in 2013.',
    );
    expect(notes.join(' ')).toContain(
      'and not counted: Devon (inspection of looked-after services, 15–19 July 2013)',
    );
    expect(citations).toMatchObject([{ quote: 'adequate', urn: COUNCILS.devon.urn }]);
  });

  it('of ever counts every inspection held, and says where frameworks differ', () => {
    const { headline, notes } = ask('which councils have ever been inadequate');
    expect(headline).toContain(
      '4 of 5 councils in this record were graded “inadequate” overall at one or more',
    );
    expect(notes.join(' ')).toContain('not one scale: 5 ILACS, 1 SIF');
  });

  it('of the worst grade compares grades, and ranks nobody beyond them', () => {
    const { headline, notes, table } = ask('who has the worst grade for leadership');
    expect(headline).toContain('2 of 5');
    expect(notes).toContain('The lowest grade given for leadership is “inadequate”.');
    expect(table?.rows.map(([council]) => council)).toEqual(['Hackney', 'Oldham']);
    expect(notes).toContain('Councils with the same grade are not ranked among each other.');
  });

  it('without a grade lists them all, and leads on to each grade', () => {
    const { headline, choices, notes, table } = ask('rank councils by rating');
    expect(notes).toContain('Councils with the same grade are not ranked among each other.');
    expect(headline).toContain('1 outstanding, 1 good, 1 inadequate; 2 without one');
    expect(table?.rows.map(([council, grade]) => [council, grade])).toEqual([
      ['Leeds', 'outstanding'],
      ['Oldham', 'good'],
      ['Rochdale', 'inadequate'],
    ]);
    expect(councilsIn(choices[1]?.question ?? '')).toEqual(['Oldham']);
  });

  it.each([
    ['which councils are not good', ['Leeds', 'Rochdale']],
    ['councils rated below good', ['Rochdale']],
    ['good or better councils', ['Leeds', 'Oldham']],
    ['councils rated good but not outstanding', ['Oldham']],
    ['less than outstanding councils', ['Oldham', 'Rochdale']],
  ])('(%s) that turns a grade round lists those it means: %s', (question, meant) => {
    expect(councilsIn(question)?.toSorted()).toEqual(meant);
  });

  it('that turns a grade round says of each council which grade it has', () => {
    expect(ask('which councils are not good').table?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Leeds', 'outstanding'],
      ['Rochdale', 'inadequate'],
    ]);
  });

  it('that asks who never had a grade lists them, and is told what a record cannot show', () => {
    const { notes, closing, table } = ask('which councils have never been outstanding');
    expect(table?.rows.map(([council]) => council)).toEqual(['Hackney', 'Oldham', 'Rochdale']);
    expect(closing).toContain('Graded so: Leeds.');
    expect(notes.join(' ')).toContain('cannot show that a grade was never given');
  });

  it('of a region counts its councils alone', () => {
    expect(ask('which councils in the north west are inadequate').headline).toContain(
      '1 of the 2 North West councils in this record was graded “inadequate”',
    );
    expect(ask('inadequate councils in yorkshire').headline).toContain(
      'No Yorkshire and the Humber council in this record (it covers Leeds) was graded',
    );
  });

  it('that nobody was given is answered with none, and names no council', () => {
    const { status, headline, table, citations } = ask(
      'which councils are outstanding for adoption',
    );
    expect(status).toBe('found');
    expect(headline).toContain('None of the 5 councils in this record was graded “outstanding”');
    expect([table, citations]).toEqual([null, []]);
  });

  it('about safeguarding boards may name them in the plural', () => {
    const { headline } = answerQuestion(
      'which LSCBs were inadequate',
      contextOf(
        reportOf('leeds', '2015-02-23', { kind: 'SIF', grades: { lscb: 'inadequate' } }),
        reportOf('oldham', '2015-02-23', { kind: 'SIF', grades: { lscb: 'good' } }),
      ),
    );
    expect(headline).toContain('1 of 2 councils');
    expect(headline).toContain('for the safeguarding board');
    expect(headline).toContain('Leeds');
  });

  it('and of schools is no question about councils’ grades', () => {
    expect(ask('which schools are inadequate')).toMatchObject({
      status: 'nothing_found',
      citations: [],
    });
  });

  it('knows of newer inspections whose report it lacks', () => {
    const mentioned = visitOf('rochdale', '2025-01-20', {
      id: `${COUNCILS.rochdale.urn}-ilacs-2025`,
      kind: 'ILACS',
      known: { source: 'rochdale-2025-letter', page: 1, says: 'An inspection took place.' },
    });
    const [, , rochdale] = RECORD;
    if (!rochdale) throw new Error('the record has a report of Rochdale');
    const told = { ...rochdale, visits: [...rochdale.visits, mentioned] };
    const { closing } = answerQuestion(
      'which councils are inadequate',
      contextOf(told, ...RECORD.slice(3)),
    );
    expect(closing.join('\n')).toContain(
      'whose grades are not in this record: Rochdale (inspection, 20–24 January 2025).',
    );
  });
});
