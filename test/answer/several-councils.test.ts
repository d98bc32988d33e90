import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext, firstScreen } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { COUNCILS, REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    reportOf('oldham', '2019-01-21', { grades: { overall: 'inadequate' } }),
    reportOf('oldham', '2024-05-13', {
      grades: { overall: 'good', care_leavers: 'outstanding' },
      says: [['Caseloads are manageable throughout the service.', 'caseloads']],
    }),
    reportOf('rochdale', '2023-01-23', {
      grades: { overall: 'inadequate', care_leavers: 'good' },
      says: [['Caseloads are too high in the assessment teams.', 'caseloads']],
    }),
    reportOf('leeds', '2015-02-23', { kind: 'SIF', grades: { overall: 'good' } }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);

describe('Several councils named', () => {
  it.each([
    'compare oldham and rochdale',
    'is oldham better than rochdale',
    'oldham vs rochdale',
    'which is better, oldham or rochdale',
    'oldham and rochdale latest',
    'are oldham and rochdale inadequate',
    'oldham, rochdale ratings',
  ])('(%s) stand side by side with their newest grades, and no verdict', (question) => {
    const { status, table, notes, citations } = ask(question);
    expect(status).toBe('found');
    expect(table?.columns).toEqual([
      'Area',
      'Oldham (ILACS, 13–17 May 2024)',
      'Rochdale (ILACS, 23–27 January 2023)',
    ]);
    expect(table?.rows[0]).toEqual(['Overall effectiveness', 'good', 'inadequate']);
    expect(notes.join(' ')).toContain('draw no line between them');
    expect(new Set(citations.map(({ urn }) => urn))).toEqual(
      new Set([COUNCILS.oldham.urn, COUNCILS.rochdale.urn]),
    );
  });

  it.each([
    'have oldham and rochdale improved',
    'did oldham or rochdale improve more',
    'which has got worse, oldham or rochdale',
    'is oldham improving faster than rochdale',
    'compare how oldham and rochdale changed since their last inspection',
    'oldham and rochdale - better or worse than last time',
  ])('(%s) have their newest grade beside the one before', (question) => {
    const { status, headline, table, citations } = ask(question);
    expect(status).toBe('found');
    expect(headline).toMatch(/Oldham up to good \(2024\).*Rochdale inadequate \(2023\)/);
    expect(table?.rows.map((row) => row.slice(0, 3))).toEqual([
      [
        'Oldham',
        'good (inspection, 13–17 May 2024)',
        'inadequate (inspection, 21–25 January 2019)',
      ],
      ['Rochdale', 'inadequate (inspection, 23–27 January 2023)', 'none held'],
    ]);
    expect(citations.map(({ quote }) => quote)).toHaveLength(3);
  });

  it('that changed in an area are told of in that area', () => {
    const { headline, table } = ask('has care leavers got better in oldham or rochdale, the grade');
    expect([headline, table?.rows]).toEqual([
      expect.stringContaining('Oldham outstanding (2024)'),
      expect.arrayContaining([expect.arrayContaining(['Rochdale', 'none held'])]),
    ]);
  });

  it('are compared in an area that both inspections graded', () => {
    const { table } = ask('compare oldham and rochdale on care leavers');
    expect(table?.rows).toContainEqual(['Care leavers', 'outstanding', 'good']);
  });

  it('of different frameworks are said to be of no one scale', () => {
    expect(ask('compare oldham and leeds').notes.join(' ')).toContain('not one scale');
  });

  it.each([
    'difference between oldham and rochdale on caseloads',
    'caseloads in oldham and rochdale',
    'compare rochdale and oldham on caseloads',
  ])('(%s) are quoted one beside the other on a theme', (question) => {
    const { status, citations, headline, notes } = ask(question);
    expect(status).toBe('found');
    expect(citations.map(({ quote }) => quote).toSorted()).toEqual([
      'Caseloads are manageable throughout the service.',
      'Caseloads are too high in the assessment teams.',
    ]);
    expect(headline).toMatch(/Oldham.*Rochdale|Rochdale.*Oldham/);
    expect(notes.join(' ')).toContain('draw no line between them');
  });

  it('of which only one has a finding on it name the other as without', () => {
    const { citations, notes } = ask('caseloads in oldham and leeds');
    expect(citations.map(({ urn }) => urn)).toEqual([COUNCILS.oldham.urn]);
    expect(notes.join(' ')).toContain('Leeds');
  });

  it.each([
    ['oldham and rochdale in 2019', /Oldham.*2019/],
    ['has oldham ever been inadequate, and has rochdale', /Oldham: yes, inadequate.*then good/],
  ])('(%s) and more than grades asked is answered for each by itself', (question, ofOldham) => {
    const answer = ask(question);
    const said = [answer.headline, ...answer.notes].join(' ');
    expect(said).toMatch(ofOldham);
    expect(said).toMatch(/Rochdale/);
  });

  it('of which nothing is understood are offered each by itself', () => {
    const { status, citations, choices } = ask('oldham and rochdale zebras');
    expect([status === 'found', citations]).toEqual([false, []]);
    expect(choices.length).toBeGreaterThan(0);
  });

  it('one of them not covered is named, and the other answered', () => {
    const { status, authority, notes } = ask('compare oldham and hackney');
    expect(status).toBe('found');
    expect(authority?.name).toBe('Oldham');
    expect(notes.join(' ')).toContain('Hackney is not in this record');
  });
});

const many = createAnswerContext(
  assembleRecord(
    REGISTER,
    THEMES.themes,
    (['oldham', 'rochdale', 'leeds', 'hackney', 'devon'] as const).map((council, i) =>
      reportOf(council, `202${i}-05-13`, {
        grades: { overall: 'requires improvement to be good', care_leavers: 'good' },
        says: [
          [`Care leavers in ${council} are supported well by their advisers.`, 'care-leavers'],
          [`Caseloads in ${council} are too high in the assessment teams.`, 'caseloads'],
          [`Caseloads in ${council} are too high in the long-term teams.`, 'caseloads'],
        ],
      }),
    ),
  ),
);
const askMany = (question: string) => answerQuestion(question, many);

describe('Two to four councils', () => {
  it.each([
    ['compare rochdale, oldham, devon and leeds on caseloads', 4],
    ['compare devon and oldham on caseloads', 2],
    ['caseloads in hackney, leeds and oldham', 3],
  ])('(%s) have one quotation each, in the order in which they are named', (question, count) => {
    const { points } = firstScreen(askMany(question));
    const named = points.map(({ quote }) => /in (\w+) are/.exec(quote)?.[1] ?? '');
    expect(named).toHaveLength(count);
    const order = named.map((name) => question.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('are named in a first line that is short, whatever their grades', () => {
    const { headline, table } = askMany('compare oldham, rochdale, leeds and hackney');
    expect(headline.length).toBeLessThanOrEqual(160);
    expect(table?.columns).toHaveLength(5);
  });
});

describe('Five councils', () => {
  const FIVE = 'compare oldham, rochdale, leeds, hackney and devon';
  it.each([FIVE, `${FIVE} on care leavers`, `${FIVE} on caseloads`])(
    '(%s) are a list, a row each, and the limit is said',
    (question) => {
      const { headline, notes, table } = askMany(question);
      expect(table?.rows.map(([name]) => name)).toEqual([
        'Oldham',
        'Rochdale',
        'Leeds',
        'Hackney',
        'Devon',
      ]);
      expect(notes.join(' ')).toMatch(/At most 4 councils/);
      expect(headline.length).toBeLessThanOrEqual(160);
    },
  );
});
