import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf, visitOf } from '../support/councils.js';
import { letter, THEMES } from '../support/record.js';

const ledBy = (leadInspector: string, report: RecordedDocument): RecordedDocument => ({
  ...report,
  visits: report.visits.map((visit) => ({ ...visit, leadInspector })),
});
const graded = (overall: 'good' | 'inadequate') => ({ grades: { overall } });
const focused = visitOf('leeds', '2025-03-10', { id: 'leeds-focused', kind: 'focused visit' });
const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    ledBy('Anna Smith', reportOf('oldham', '2020-01-13', graded('inadequate'))),
    ledBy('Anna Smith', reportOf('oldham', '2022-01-10', graded('good'))),
    ledBy('Anna Smith', reportOf('rochdale', '2023-01-23', graded('inadequate'))),
    ledBy('Ben Jones', reportOf('leeds', '2021-02-22', graded('good'))),
    ledBy('Ben Jones', reportOf('hackney', '2024-06-03', graded('good'))),
    letter({ urn: focused.urn, visits: [focused], passages: [] }),
  ]),
  null,
  () => '2025-11-01',
);
const ask = (question: string) => answerQuestion(question, context);
const councils = (question: string) => [
  ...new Set(ask(question).table?.rows.map(([council]) => council)),
];

describe('Grades that moved with a visit between two inspections', () => {
  const monitored = visitOf('oldham', '2021-03-10', { id: 'oldham-mv', kind: 'monitoring visit' });
  const moved = createAnswerContext(
    assembleRecord(REGISTER, THEMES.themes, [
      reportOf('oldham', '2020-01-13', graded('inadequate')),
      reportOf('oldham', '2022-01-10', graded('good')),
      reportOf('rochdale', '2019-01-14', graded('inadequate')),
      reportOf('rochdale', '2023-01-23', graded('good')),
      letter({ urn: monitored.urn, visits: [monitored], passages: [] }),
    ]),
  );
  const askMoved = (question: string) => answerQuestion(question, moved);

  it.each([
    'which councils improved after a monitoring visit',
    'who went up after monitoring visits',
  ])('are those of councils that had one (%s)', (question) => {
    expect(askMoved(question).table?.rows.map(([council]) => council)).toEqual(['Oldham']);
  });

  it('cannot be told where no such visit is known', () => {
    const { headline, table } = askMoved('which councils improved after a focused visit');
    expect(headline).toContain('cannot tell');
    expect(table).toBeNull();
  });
});

describe('Visits of a time', () => {
  it.each([
    ['which councils were inspected in 2022', ['Oldham']],
    ['which councils were inspected between 2021 and 2023', ['Leeds', 'Oldham', 'Rochdale']],
    ['which councils had a focused visit in 2025', ['Leeds']],
    ['which councils were inspected in 2025', []],
    ['which councils were inspected last year', ['Hackney']],
    ['inspections in the north west since 2021', ['Oldham', 'Rochdale']],
  ])('(%s) count by the days inspectors were there, each kind by itself: %s', (question, meant) => {
    expect(ask(question).status).toBe('found');
    expect(councils(question).toSorted()).toEqual(meant);
  });

  it('are told newest first, and the newest of all by its name', () => {
    expect(ask('show me the latest reports').table?.rows[0]?.[0]).toMatch(/Leeds|Hackney/);
    expect(ask('newest inspection in the record').headline).toContain('Hackney');
    expect(ask('oldest inspection held').headline).toContain('Oldham');
  });
});

describe('Councils whose newest inspection is of a time', () => {
  it.each([
    ['whose last full inspection was back in 2020', []],
    ['whose last full inspection was back in 2021', ['Leeds']],
    ['whose newest report dates from 2023', ['Rochdale']],
    ['councils last seen by inspectors before 2022', ['Leeds']],
    ['councils still on a 2022 grade', ['Oldham']],
    ['councils still on a 2020 grade', []],
    ['which councils still have a rating from 2021', ['Leeds']],
    ['whose latest rating is from 2024', ['Hackney']],
    ["who hasn't had one since 2022", ['Leeds']],
  ])('(%s) are those not inspected since: %s', (question, meant) => {
    expect(councils(question).toSorted()).toEqual(meant);
  });

  it('are not asked for by the dates of inspections since a year', () => {
    expect(councils('inspection dates from 2021').toSorted()).toEqual([
      'Hackney',
      'Leeds',
      'Oldham',
      'Rochdale',
    ]);
  });
});

describe('Councils that wait for an inspection', () => {
  it.each([
    ['which councils have not been inspected since 2022', ['Leeds']],
    ['councils not inspected since the start of 2023', ['Leeds', 'Oldham']],
  ])('(%s) are those whose newest full inspection held is older: %s', (question, meant) => {
    expect(ask(question).status).toBe('found');
    expect(councils(question).toSorted()).toEqual(meant);
  });

  it('the longest are told first, with the date', () => {
    const { headline, table } = ask('which council has gone longest without an inspection');
    expect(headline).toContain('Leeds');
    expect(table?.rows[0]?.join(' ')).toContain('February 2021');
  });
});

describe('The time between inspections', () => {
  it('is counted from one full inspection held to the next', () => {
    const { status, headline } = ask('average time between inspections');
    expect(status).toBe('found');
    // 13 January 2020 to 10 January 2022 is the only pair.
    expect(headline).toContain('24 months');
  });
});

describe('Lead inspectors', () => {
  it('are counted by the inspections they led', () => {
    const { headline, table } = ask('which lead inspector has done the most inspections');
    expect(headline).toContain('Anna Smith');
    expect(table?.rows.map(([name, count]) => [name, count])).toEqual([
      ['Anna Smith', '3'],
      ['Ben Jones', '2'],
    ]);
  });

  it.each([
    ['inspections led by ben jones', ['Hackney', 'Leeds']],
    ['which councils did anna smith inspect', ['Oldham', 'Rochdale']],
    ['which inadequate inspections did anna smith lead', ['Oldham', 'Rochdale']],
    ['inspections led by ben jones in 2024', ['Hackney']],
  ])('(%s) are told with the councils inspected: %s', (question, meant) => {
    expect(councils(question).toSorted()).toEqual(meant);
  });
});

it('What the record covers is counted region by region too', () => {
  expect(councils('which councils do you cover').toSorted()).toEqual([
    'Hackney',
    'Leeds',
    'Oldham',
    'Rochdale',
  ]);
  expect(ask('how many councils are there in the north west').headline).toContain('2');
});
