import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { Area, JudgementGrade } from '../../src/domain/judgement.js';
import { assembleRecord } from '../../src/domain/record.js';
import { type CouncilKey, REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const RI = 'requires improvement to be good';
const inspected = (
  council: CouncilKey,
  day: string,
  overall: JudgementGrade,
  others: Partial<Record<Area, JudgementGrade>> = {},
) => reportOf(council, day, { grades: { overall, ...others } });

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    inspected('oldham', '2014-03-03', 'inadequate'),
    inspected('oldham', '2017-03-06', 'good'),
    inspected('oldham', '2022-06-06', 'inadequate', {
      impact_of_leaders: 'good',
      help_and_protection: 'inadequate',
      care_leavers: RI,
    }),
    inspected('rochdale', '2014-03-03', 'outstanding'),
    inspected('rochdale', '2020-09-07', 'good', {
      impact_of_leaders: 'outstanding',
      help_and_protection: 'good',
    }),
    inspected('leeds', '2018-10-01', 'outstanding'),
    inspected('leeds', '2022-02-21', 'outstanding'),
    inspected('hackney', '2019-11-04', RI, {
      impact_of_leaders: 'inadequate',
      care_leavers: 'outstanding',
    }),
    inspected('devon', '2017-06-05', RI),
    inspected('devon', '2022-10-03', 'outstanding'),
  ]),
  null,
  () => '2025-11-01',
);
const ask = (question: string) => answerQuestion(question, context);
const rows = (question: string) => ask(question).table?.rows ?? [];
const councils = (question: string) => rows(question).map(([council]) => council);

describe('The first or last council with a grade', () => {
  it.each([
    ['first council to be outstanding', 'Rochdale'],
    ['which was the first council judged good', 'Oldham'],
    ['first council to become inadequate', 'Oldham'],
    ['last council to be rated outstanding', 'Devon'],
    ['most recent council to become inadequate', 'Oldham'],
    ['the last council to go outstanding', 'Devon'],
    ['first council to be outstanding in the south west', 'Devon'],
  ])('(%s) heads the list, and the first line', (question, name) => {
    expect(councils(question)[0]).toBe(name);
    expect(ask(question).headline).toContain(name);
  });

  it('is each of those whose inspections ended on one day', () =>
    expect(ask('oldest inspection held').headline).toMatch(/Oldham.*Rochdale/));
});

describe('The area graded best or worst at one council', () => {
  it.each([
    ['worst graded area in oldham', /: inadequate, for help and protection\.$/],
    ['highest graded area of oldham', /: good, for leadership\.$/],
    ['which area did hackney do worst in', /: inadequate, for leadership\.$/],
    ['best grade oldham has ever had', /overall grade of 3 inspections held: good/],
  ])('(%s) is named with its grade', (question, said) =>
    expect(ask(question).headline).toMatch(said),
  );
});

describe('When one council had a grade', () => {
  it.each([
    ['when was oldham good', /from the inspection of 6–10 March 2017 until .*June 2022/],
    ['when was oldham inadequate', /from March 2014 until March 2017; since June 2022/],
    ['when did devon become outstanding', /since the inspection of 3–7 October 2022/],
    ['since when has leeds been outstanding', /since the inspection of 1–5 October 2018/],
    ['how long was oldham good', /\(1918 days\)/],
    ['how many years has leeds been outstanding', /days up to today/],
  ])('(%s) is told by its inspections', (question, said) =>
    expect(ask(question).headline).toMatch(said),
  );

  it('is told to be never where it never had it', () =>
    expect(ask('when was leeds inadequate').headline).toMatch(/no, not inadequate/));
});

describe('One council now and at a time that is named', () => {
  it.each([
    ['is oldham better than in 2017', ['2022', '2017'], ['inadequate', 'good']],
    ['is devon worse off than in 2017', ['2022', '2017'], ['outstanding', RI]],
    ['oldham now versus 2017', ['2022', '2017'], ['inadequate', 'good']],
  ])('(%s) has both inspections side by side', (question, years, grades) => {
    const { table, headline } = ask(question);
    expect(table?.columns.slice(1).map((head) => /20\d\d/.exec(head)?.[0])).toEqual(years);
    expect(table?.rows[0]?.slice(1)).toEqual(grades);
    expect(headline).not.toMatch(/yes|no,/i);
  });

  it('says where none was then', () =>
    expect(ask('is oldham better than in 2019').headline).toMatch(/no grade was given in 2019/));
});

describe('Two areas set beside each other in everyday words', () => {
  it.each([
    ['strong leadership but weak overall', ['Oldham']],
    ['failing leadership but top for care leavers', ['Hackney']],
    ['leaders outstanding but overall only good', ['Rochdale']],
    ['good or better for leadership but inadequate overall', ['Oldham']],
  ])('(%s) have the grades that these mean', (question, names) =>
    expect(councils(question)).toEqual(names),
  );

  it('are findings where one area alone is praised', () =>
    expect(ask('strong leadership').kind).not.toBe('grades'));
});

describe('Which of several councils', () => {
  it.each([
    ['which of oldham, leeds and devon are outstanding', /^Outstanding: Leeds and Devon;/],
    ['which of oldham, leeds and devon are not outstanding', /^Not outstanding: Oldham;/],
    ['are any of oldham, rochdale and hackney outstanding', /^None outstanding;/],
    ['are leeds, devon and oldham all outstanding', /^Not all 3, only Leeds and Devon;/],
    ['are leeds and devon both outstanding', /^Yes, both;/],
    ['did ofsted really rate leeds and devon outstanding', /^Yes, both;/],
    ['are leeds and rochdale both good', /^Both good or better;/],
    ['oldham and leeds are both inadequate, right?', /^Not both, only Oldham;/],
  ])('(%s) are picked from their newest grades', (question, said) =>
    expect(ask(question).headline).toMatch(said),
  );
});

describe('Who came back to a grade', () => {
  it.each([
    ['who went back to inadequate in 2022', ['Oldham']],
    ['which councils have returned to inadequate', ['Oldham']],
    ['who returned to outstanding', []],
    ['councils that have gone two grades up', ['Oldham', 'Devon']],
    ['councils that have gone two grades down', ['Oldham']],
  ])('(%s) had it before, and another between', (question, names) =>
    expect(councils(question).toSorted()).toEqual(names.toSorted()),
  );
});

describe('In which year or month', () => {
  it.each([
    ['which year had the most inspections', /2022, 3 of 10/],
    ['in which year were most councils inspected', /2022, 3 of 10/],
    ['which year had the fewest inspections', /2015, 2016 and 2021, 0 each/],
    ['which month had the most inspections', /March 2014, 2 of 10.*: March, 3/],
    ['month with the fewest inspections', /: [A-Z].*, 0 each of 10/],
    ['in which year were most councils inadequate', /most in 2014 \(1 of 2, 50 %\) and 2022/],
  ])('(%s) is counted by the last day of each', (question, said) =>
    expect(ask(question).headline).toMatch(said),
  );

  it.each([
    ['who was inspected in twenty twenty two', ['Devon', 'Leeds', 'Oldham']],
    ['councils inspected back in 2k18', ['Leeds']],
    ['which councils were inspected during covid', ['Rochdale']],
    ['councils rated good in the pandemic', ['Rochdale']],
  ])('(%s) is a time, in whatever words', (question, names) =>
    expect([...new Set(councils(question))].toSorted()).toEqual(names),
  );
});

describe('The pandemic', () => {
  it.each([
    'what did inspectors say about oldham during covid',
    'support for carers in oldham in the pandemic',
  ])('(%s) is a subject where no visit or grade is asked about', (question) =>
    expect(['visits', 'grades']).not.toContain(ask(question).kind),
  );
});

describe('The first few of an order', () => {
  it('of regions are named, with whoever equals the last', () => {
    expect(ask('top two regions for outstanding').headline).toMatch(
      /^The 2 regions with the highest share .*: (?:South West 1 of 1|Yorkshire)/,
    );
    expect(ask('worst region for outstanding').headline).toMatch(/the lowest share/);
  });
});
