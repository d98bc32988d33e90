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
    reportOf('rochdale', '2022-03-01', { kind: 'monitoring visit', grades: {} }),
    reportOf('leeds', '2022-02-21', { grades: { overall: 'good', care_leavers: 'outstanding' } }),
    reportOf('hackney', '2019-11-04', { grades: { overall: 'good' } }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);
const names = (question: string) =>
  (ask(question).table?.rows ?? []).map(([name]) => name).toSorted();

describe('What a question of many councils leaves out of them', () => {
  it.each([
    ['which councils are good except those in london', ['Leeds']],
    ['good councils, not counting the ones in yorkshire', ['Hackney']],
    ['which councils are good or better without counting the north west or london', ['Leeds']],
    ['councils inspected in 2022 other than those in yorkshire', ['Oldham']],
  ])('(%s) may be a place', (question, meant) => {
    expect(names(question)).toEqual(meant);
  });
});

describe('A day on which things stood', () => {
  it.each([
    ['what was rochdale rated on 1 january 2019', /: inadequate overall on 1 January 2019/],
    ['what was oldham rated at the start of 2018', /: good overall on 1 January 2018/],
    ['what was oldham on at the start of 2019', /: outstanding overall on 1 January 2019/],
  ])('(%s) is held against the visits that were over by then', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });

  it('is the day that is said of many councils, too', () => {
    expect(ask('which councils were good at the start of 2018').headline).toMatch(
      /On 1 January 2018.*Oldham/,
    );
    expect(names('which councils were good as of 1 december 2019')).toEqual(['Hackney']);
  });
});

describe('Several times, frameworks or kinds of visit', () => {
  it.each([
    ['how many inspections were there in 2018 and 2022', /2 .* in 2018 and 2 .* in 2022; 1 of/],
    ['were there more inspections in 2018 than in 2019', /2 .* in 2018 and 1 .* in 2019/],
    ['did ilacs give more outstandings than sif', /2 ILACS .* and 0 SIF/],
  ])('(%s) are counted each by itself', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });

  it('are those of one council where it had one of each', () => {
    expect(new Set(names('which councils were inspected in 2018 and again in 2022'))).toEqual(
      new Set(['Oldham']),
    );
  });

  it.each([
    'good in london or inadequate in the north west',
    'councils rated good under sif and still good',
    'which councils went from good to inadequate and back to good',
    'which good councils were good last time too',
  ])('(%s) that no list holds apart get no list', (question) => {
    const { status, table } = ask(question);
    expect([status, table]).toEqual(['nothing_found', null]);
  });
});

describe('How often and in which place', () => {
  it.each([
    ['which councils have had more than two full inspections', ['Oldham']],
    ['which councils have been inspected exactly twice', ['Rochdale']],
    ['who has been inspected only once', ['Hackney', 'Leeds']],
    ['which councils were last inspected in 2022', ['Leeds', 'Oldham']],
    ['which councils were not always good', ['Oldham', 'Rochdale']],
    ['which councils had a monitoring visit and are still inadequate', ['Rochdale']],
    ['good councils without a monitoring visit', ['Hackney', 'Leeds']],
  ])('(%s) is held of each council', (question, meant) => {
    expect(names(question)).toEqual(meant);
  });

  it('the second longest is the second, with what is before it', () => {
    expect(ask('what is the second longest gap between inspections').headline).toMatch(
      /^Second longest .*Rochdale/,
    );
  });
});

describe('Whether it is so', () => {
  it.each([
    ['oldham and rochdale are both outstanding', /^Not both, only Oldham/],
    ['are rochdale and leeds both inadequate', /^Not both, only Rochdale/],
    ['is leeds outstanding for anything', /: yes, outstanding for care leavers .*good overall/],
    ['is hackney inadequate in any area', /: no, not inadequate in any area/],
    [
      'is rochdale above or below its region’s average',
      /of 2 councils of North West 1 have a better/,
    ],
  ])('(%s) is answered by the newest grades', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });
});
