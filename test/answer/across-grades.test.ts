import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { answerJson } from '../../src/cli/answer-json.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const RI = 'requires improvement to be good' as const;
/**
 * Oldham: inadequate, inadequate, good. Rochdale: good, inadequate. Leeds: outstanding twice, the
 * second time in every area. Hackney: inadequate, RI. Devon: inadequate, once.
 */
const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    reportOf('oldham', '2015-03-02', { kind: 'SIF', grades: { overall: 'inadequate' } }),
    reportOf('oldham', '2019-01-21', { grades: { overall: 'inadequate' } }),
    reportOf('oldham', '2024-05-13', {
      grades: {
        overall: 'good',
        impact_of_leaders: 'good',
        care_leavers: 'inadequate',
        in_care: 'good',
      },
    }),
    reportOf('rochdale', '2018-06-04', { grades: { overall: 'good' } }),
    reportOf('rochdale', '2023-01-23', {
      grades: { overall: 'inadequate', impact_of_leaders: 'inadequate', care_leavers: RI },
    }),
    reportOf('leeds', '2018-10-29', { grades: { overall: 'outstanding' } }),
    reportOf('leeds', '2022-02-21', {
      grades: { overall: 'outstanding', impact_of_leaders: 'outstanding', in_care: 'outstanding' },
    }),
    reportOf('hackney', '2016-07-04', { kind: 'SIF', grades: { overall: 'inadequate' } }),
    reportOf('hackney', '2022-06-06', { grades: { overall: RI, impact_of_leaders: 'good' } }),
    reportOf('devon', '2020-01-13', { grades: { overall: 'inadequate' } }),
  ]),
  null,
  () => '2026-11-01',
);
const ask = (question: string) => answerQuestion(question, context);
const councils = (question: string) => [
  ...new Set(ask(question).table?.rows.map(([council]) => council)),
];

describe('A grade given several times', () => {
  it.each([
    ['which councils have been inadequate more than once', ['Oldham']],
    ['inadequate at least twice', ['Oldham']],
    ['councils rated outstanding more than once', ['Leeds']],
    ['which councils have been inadequate three times', []],
    ['which councils have always been outstanding', ['Leeds']],
    ['which councils have always been inadequate', ['Devon']],
  ])('(%s) is counted inspection by inspection: %s', (question, expected) => {
    expect(ask(question).status).toBe('found');
    expect(councils(question)).toEqual(expected);
  });

  it('is told with each inspection that gave it, and cited', () => {
    const answer = ask('which councils have been inadequate more than once');
    const [row] = answer.table?.rows ?? [];
    expect(row?.[1]).toBe('2');
    expect(row?.[2]).toContain('March 2015');
    expect(row?.[2]).toContain('January 2019');
    expect(
      answerJson('q', answer)
        .citations.map(({ visit }) => visit.start)
        .toSorted(),
    ).toEqual(['2015-03-02', '2019-01-21']);
  });
});

describe('A grade that changed', () => {
  it.each([
    ['councils that dropped from good to inadequate', ['Rochdale']],
    ['councils that went from inadequate to good', ['Oldham']],
    ['which councils went from inadequate to outstanding', []],
    ['which councils lost their good rating', ['Rochdale']],
    ['which councils are no longer inadequate', ['Hackney', 'Oldham']],
    ['which councils got better', ['Hackney', 'Oldham']],
    ['councils whose grade went down at the latest inspection', ['Rochdale']],
    ['councils that were downgraded since 2020', ['Rochdale']],
    ['which councils improved in 2022', ['Hackney']],
  ])('(%s) is told from one full inspection to the next: %s', (question, expected) => {
    expect(ask(question).status).toBe('found');
    expect(councils(question).toSorted()).toEqual(expected);
  });

  it('stands with both grades, their dates and frameworks, and no trend is drawn', () => {
    const { table, notes } = ask('which councils are no longer inadequate');
    const hackney = table?.rows.find(([council]) => council === 'Hackney');
    expect(hackney?.[1]).toBe('inadequate (SIF inspection, 4–8 July 2016)');
    expect(hackney?.[2]).toContain('ILACS inspection, 6–10 June 2022');
    expect(notes.join(' ')).toContain('change of framework');
  });
});

describe('Grades as they stood at a time', () => {
  it.each([
    ['which councils were inadequate at the end of 2019', ['Hackney', 'Oldham']],
    ['which councils were inadequate at the end of 2015', ['Oldham']],
    ['how many councils were inadequate as of march 2020', ['Devon', 'Hackney', 'Oldham']],
  ])('(%s) are those of each council’s newest inspection until then: %s', (question, expected) => {
    expect(councils(question).toSorted()).toEqual(expected);
  });

  it('are set beside those of now where that is asked', () => {
    const { headline, table } = ask('are more councils inadequate now than at the end of 2019');
    expect(headline).toContain('2');
    expect(table).not.toBeNull();
    expect(ask('rated inadequate in 2019').table?.rows.map(([council]) => council)).toEqual([
      'Oldham',
    ]);
  });
});

describe('Several grades at once', () => {
  it.each([
    ['who is outstanding in every area', ['Leeds']],
    ['councils inadequate in any area', ['Devon', 'Oldham', 'Rochdale']],
    ['good overall but inadequate for care leavers', ['Oldham']],
    ['inadequate overall but good for leadership', []],
    ['councils inadequate for leadership and overall', ['Rochdale']],
    ['which councils are outstanding overall and for leadership', ['Leeds']],
    ['which councils are good for leadership but not overall', ['Hackney']],
    ['which councils are good for leadership but not overall in 2024', []],
    ['councils not outstanding in all areas', ['Devon', 'Hackney', 'Oldham', 'Rochdale']],
  ])('(%s) are of one inspection: %s', (question, expected) => {
    expect(ask(question).status).toBe('found');
    expect(councils(question).toSorted()).toEqual(expected);
  });

  it('cite each judgement that was asked for', () => {
    const { citations } = ask('good overall but inadequate for care leavers');
    expect(citations.map(({ quote }) => quote)).toEqual(['good', 'inadequate']);
  });
});

describe('Grades by region', () => {
  it('count each region’s councils with the grade, out of those graded', () => {
    const { status, headline, table } = ask('which region has the most inadequate councils');
    expect(status).toBe('found');
    expect(headline).toMatch(/North West|South West/);
    const rows = new Map(table?.rows.map(([region, ...rest]) => [region, rest.join(' ')]));
    expect(rows.get('North West')).toContain('Rochdale');
    expect(rows.get('South West')).toContain('Devon');
    expect(rows.get('London')).not.toContain('Hackney');
  });
});

describe('A grade in everyday words', () => {
  it.each([
    ['councils failing on care leavers', ['Oldham']],
    ['who flunked leadership', ['Rochdale']],
    ['not good enough for care leavers', ['Oldham', 'Rochdale']],
    ['struggling with leadership', ['Rochdale']],
    ['top marks for children in care', ['Leeds']],
  ])('(%s) is one of the area named: %s', (question, expected) => {
    expect(ask(question).kind).toBe('grades');
    expect(councils(question)?.toSorted()).toEqual(expected);
  });

  it('is none where less than an area is named', () => {
    expect(ask('where are councils failing care leavers in custody').kind).not.toBe('grades');
  });
});

describe('A grade of any earlier inspection beside the newest', () => {
  it.each([
    ['who used to be inadequate and is now good', ['Oldham']],
    ['good now, once inadequate', ['Oldham']],
    ['once good, now inadequate', ['Rochdale']],
    ['councils that used to be inadequate', ['Hackney', 'Oldham']],
  ])('(%s): %s', (question, expected) => {
    expect(councils(question)?.toSorted()).toEqual(expected);
  });

  it('need not be of the inspection before', () => {
    const record = assembleRecord(REGISTER, THEMES.themes, [
      reportOf('oldham', '2015-03-02', { kind: 'SIF', grades: { overall: 'inadequate' } }),
      reportOf('oldham', '2019-01-21', { grades: { overall: RI } }),
      reportOf('oldham', '2024-05-13', { grades: { overall: 'outstanding' } }),
      reportOf('devon', '2020-01-13', { grades: { overall: 'inadequate' } }),
    ]);
    const held = createAnswerContext(record, null, () => '2026-11-01');
    const rows = (question: string) => answerQuestion(question, held).table?.rows.length ?? 0;
    expect(rows('once inadequate, now outstanding')).toBe(1);
    expect(rows('jumped from inadequate to outstanding')).toBe(0);
  });
});

describe('A step in other words', () => {
  it.each([
    ['went straight from good to inadequate', ['Rochdale']],
    ['who plummeted from good', ['Rochdale']],
    ['which councils leapt two grades', ['Oldham']],
    ['who climbed out of inadequate', ['Hackney', 'Oldham']],
    ['councils that fell from grace', ['Rochdale']],
  ])('(%s): %s', (question, expected) => {
    expect(councils(question)?.toSorted()).toEqual(expected);
  });
});

describe('The time until the next inspection', () => {
  it.each([
    ['how long after an inadequate do they come back', ['Hackney', 'Oldham', 'Oldham']],
    ['average gap after a good inspection', ['Rochdale']],
    ['how quickly are failing councils reinspected', ['Hackney', 'Oldham', 'Oldham']],
    ['how long do councils stay inadequate', ['Hackney', 'Oldham', 'Oldham']],
  ])('(%s) is counted from the inspections that gave the grade', (question, expected) => {
    expect(
      ask(question)
        .table?.rows.map(([council]) => council)
        .toSorted(),
    ).toEqual(expected);
  });
});
