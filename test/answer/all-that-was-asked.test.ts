import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    reportOf('oldham', '2015-06-15', { kind: 'SIF', grades: { overall: 'good' } }),
    reportOf('oldham', '2018-01-22', { grades: { overall: 'outstanding' } }),
    reportOf('oldham', '2022-05-16', { grades: { overall: 'outstanding' } }),
    reportOf('rochdale', '2018-02-19', { grades: { overall: 'inadequate' } }),
    reportOf('rochdale', '2021-10-25', { grades: { overall: 'inadequate' } }),
    reportOf('leeds', '2022-02-21', { grades: { overall: 'good', care_leavers: 'outstanding' } }),
    reportOf('hackney', '2019-11-04', {
      grades: { overall: 'outstanding', care_leavers: 'outstanding' },
    }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);
const cells = (question: string) => ask(question).table?.rows ?? [];

describe('A grade overall and another one in an area', () => {
  it.each([
    'which councils are good but not for care leavers',
    'good overall but not for care leavers',
  ])('(%s) are both held', (question) => {
    expect(cells(question).map(([name]) => name)).toEqual(['Leeds']);
  });
});

describe('The longest or the shortest time between inspections', () => {
  it.each([
    'fastest re-inspection',
    'which council was reinspected the quickest',
    'which council was revisited fastest',
    'which council did inspectors come back to soonest',
    'speediest return by inspectors',
  ])('(%s) is reckoned, and is no finding', (question) => {
    expect(ask(question).headline).toMatch(/^Shortest .* Oldham/);
  });

  it('(of monitoring visits, which the record lists in part) is not told of others', () => {
    expect(cells('shortest gap between monitoring visits')).toEqual([]);
  });
});

describe('Two times of which one is now', () => {
  it.each([
    ['are there more outstanding councils than in 2018', /now\D* 2 of 4 .* 2018 1 of 2/],
    ['fewer inadequate councils than in 2019?', /now\D* 1 of 4 .* 2019 1 of 3/],
  ])('(%s) are told side by side', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });

  it('(of a number that moved) are not told as grades that moved', () => {
    expect(cells('has the number of inadequate councils gone up since 2019')).toEqual([]);
  });
});

describe('A share of inspections', () => {
  it('is one of inspections and not of councils', () => {
    expect(ask('what share of ilacs inspections found outstanding').headline).toMatch(
      /3 of 6 .*50/,
    );
  });
});

describe('The longest holders of a grade', () => {
  it.each([
    ['longest outstanding council', /Oldham/],
    ['which council has been outstanding the second longest', /Hackney .*second/],
  ])('(%s) are told by their place', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });
});

describe('The year with the most of a grade', () => {
  it('is found among all years', () => {
    expect(ask('in which year were most councils judged outstanding').headline).toMatch(
      /most in (2018|2019|2022)|(2018|2019|2022)/,
    );
  });
});
