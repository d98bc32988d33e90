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
    reportOf('leeds', '2022-02-21', { grades: { overall: 'good', care_leavers: 'good' } }),
    reportOf('hackney', '2019-11-04', { grades: { overall: 'good' } }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);

describe('A question about the grades of one council', () => {
  it.each([
    'is rochdale no longer inadequate',
    'has oldham gone from outstanding to good',
    'was oldham outstanding in 2015 and 2018',
    'was oldham good in 2018 and outstanding in 2015',
    'was oldham good in 2015 but outstanding in 2022',
    'has oldham been good without being outstanding',
  ])('(%s) that yes or no would not answer gets the grades, and neither', (question) => {
    const { headline, status } = ask(question);
    expect(status).toBe('found');
    expect(headline).not.toMatch(/\b(?:yes|no),/);
    expect(headline).toMatch(/(?:20\d\d)/);
  });

  it.each([
    ['was oldham outstanding in 2018', /: yes,/],
    ['was oldham good in 2018', /: no,/],
    ['has oldham been outstanding three times', /: no, .*at 2 of 3/],
    ['has oldham been outstanding twice', /: yes,/],
    ['has oldham ever been good or better', /: yes,/],
    ['is rochdale still inadequate', /: yes,/],
  ])('(%s) that is plain gets its answer', (question, said) =>
    expect(ask(question).headline).toMatch(said),
  );
});

describe('A list of councils', () => {
  it.each([
    'outstanding in 2018 and 2022',
    'inadequate before 2019 and good since',
    'good without ever having been inadequate',
    'never been good or outstanding but are not inadequate',
  ])('(%s) is not made of some of the conditions alone', (question) => {
    const { status, table } = ask(question);
    expect([status, table]).toEqual(['nothing_found', null]);
  });

  it.each([
    ['which councils were not inspected in 2022', ['Hackney', 'Rochdale']],
    ['councils with no inspection in 2018', ['Hackney', 'Leeds']],
  ])('(%s) who were not inspected in a time leaves out whoever was', (question, names) => {
    const rows = ask(question).table?.rows ?? [];
    expect(rows.map(([name]) => name).toSorted()).toEqual(names);
  });

  it('of those who are only good has the good ones', () => {
    expect(
      ask('which councils are only good')
        .table?.rows.map(([name]) => name)
        .toSorted(),
    ).toEqual(['Hackney', 'Leeds']);
  });

  it.each([
    ['which councils are good apart from leeds', ['Hackney']],
    ['good councils, not counting hackney', ['Leeds']],
    ['which councils besides hackney and leeds are good or better', ['Oldham']],
    ['except oldham, which greater manchester councils are inadequate', ['Rochdale']],
  ])('(%s) that leaves councils out is of the others, and says so', (question, names) => {
    const { headline, table } = ask(question);
    expect(table?.rows.map(([name]) => name).toSorted()).toEqual(names);
    expect(headline).toMatch(/leaving out (?:Leeds|Hackney|Oldham)/);
  });

  it.each([
    'which council is the second longest outstanding',
    'third best council',
    'second worst for care leavers',
  ])('(%s) asked for by a place further down is not made of the first', (question) => {
    const { status, sections } = ask(question);
    expect([status, sections]).toEqual(['nothing_found', []]);
  });

  it.each([
    ['which councils are inadequate for anything', ['Rochdale']],
    ['which councils have any outstanding judgements', ['Oldham']],
  ])('(%s) with a grade for anything looks at every area', (question, names) => {
    const { headline, table } = ask(question);
    expect(table?.rows.map(([name]) => name).toSorted()).toEqual(names);
    expect(headline).toMatch(/in any area/);
  });
});

describe('A question by the day on which reports came out', () => {
  it.each([
    ['which reports were published in december 2021', ['Rochdale']],
    ['which inspection reports came out in april 2022', ['Leeds']],
    ['reports released in july 2022', ['Oldham']],
    ['which councils were inspected in december 2021', undefined],
    ['which reports were published in october 2021', undefined],
  ])('(%s) has those, and not the ones inspected then', (question, names) => {
    expect(ask(question).table?.rows.map(([name]) => name)).toEqual(names);
  });

  it.each([
    'when was the rochdale report published',
    'when did the last report on rochdale come out',
    'publication date of the 2021 rochdale report',
  ])('(%s) about one council gets the day', (question) => {
    expect(ask(question).headline).toMatch(/25–29 October 2021.*published 24 December 2021/);
  });
});

it('A time that is left out is named as left out', () => {
  expect(ask('is rochdale inadequate, ignoring 2021').notes.join()).toMatch(/2021/);
});
