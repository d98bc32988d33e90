import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPeriodAnnotator } from '../../src/question/annotators/period.js';
import type { Period } from '../../src/question/question.js';
import { leftOver, spansIn } from '../support/reading.js';

/** A Friday. */
const annotator = createPeriodAnnotator({ today: '2026-11-27' });
const periodsIn = (question: string): Period[] =>
  spansIn(question, annotator).flatMap((span) => (span.kind === 'period' ? [span.value] : []));
/** "2018-01 to 2018-12", with the label where a test is about it. */
const months = (question: string): string[] =>
  periodsIn(question).map(({ from, to }) => `${from} to ${to}`);

describe('A question’s time', () => {
  it.each([
    ['what did ofsted find in 2018', '2018-01', '2018-12', 'in 2018', 'what did ofsted find'],
    ['agency staff august 2018', '2018-08', '2018-08', 'in August 2018', 'agency staff'],
    ['pathway plans since 2017', '2017-01', '2099-12', 'since 2017', 'pathway plans'],
    ['caseloads before 2019', '2000-01', '2018-12', 'before 2019', 'caseloads'],
    ['neglect between 2016 and 2021', '2016-01', '2021-12', 'from 2016 to 2021', 'neglect'],
    ['from 2016 to 2021 adoption', '2016-01', '2021-12', 'from 2016 to 2021', 'adoption'],
    ['not inspected since 2022', '2022-01', '2099-12', 'since 2022', 'not inspected'],
    [
      'inspections between march and june 2024',
      '2024-03',
      '2024-06',
      'from March 2024 to June 2024',
      'inspections',
    ],
    ['what happened on 22 august 2018', '2018-08', '2018-08', 'in August 2018', 'what happened'],
  ])('“%s” is %s to %s', (question, from, to, label, left) => {
    expect(periodsIn(question)).toEqual([expect.objectContaining({ from, to, label })]);
    expect(leftOver(question, [annotator])).toBe(left);
  });

  it.each([
    ['in 2018', '2018-01 to 2018-12'],
    ['2018', '2018-01 to 2018-12'],
    ['the year 2018', '2018-01 to 2018-12'],
    ["in '18", '2018-01 to 2018-12'],
    ['2018-2019', '2018-01 to 2019-12'],
    ['2015–2018', '2015-01 to 2018-12'],
    ['2018-21', '2018-01 to 2021-12'],
    ['from 2015 until 2018', '2015-01 to 2018-12'],
    ['between 2021 and 2016', '2016-01 to 2021-12'],
    ['2010s', '2010-01 to 2019-12'],
    ['march 2024', '2024-03 to 2024-03'],
    ['mar 24', '2024-03 to 2024-03'],
    ['sept 2021', '2021-09 to 2021-09'],
    ['may 2021 visit', '2021-05 to 2021-05'],
    ['12/2023', '2023-12 to 2023-12'],
    ['2023-12', '2023-12 to 2023-12'],
    ['march to june 2024', '2024-03 to 2024-06'],
    ['jan-feb 2022', '2022-01 to 2022-02'],
    ['nov 2023 to feb 2024', '2023-11 to 2024-02'],
    ['november to february 2022', '2021-11 to 2022-02'],
  ])('“%s” is years or months: %s', (question, expected) => {
    expect(months(question)).toEqual([expected]);
  });

  it.each([
    '4 december 2023',
    '4th of december 2023',
    '04/12/2023',
    '4.12.23',
    '2023-12-04',
    'dec 4, 2023',
    'on monday 4 december 2023',
  ])('“%s” is told by its month, and the day is kept for who asks how things stood', (question) => {
    expect(periodsIn(question)).toEqual([
      { from: '2023-12', to: '2023-12', label: 'in December 2023', day: '2023-12-04' },
    ]);
  });

  it.each([
    '4–15 december 2023',
    'between 4 and 15 december 2023',
    'from 4 to 15 december 2023',
    'week beginning 4 december 2023',
  ])('“%s” is days, which are told by their month', (question) => {
    expect(periodsIn(question)).toEqual([
      { from: '2023-12', to: '2023-12', label: 'in December 2023' },
    ]);
  });

  it.each([
    ['at the start of 2020', '2020-01-01'],
    ['as of 15 january 2020', '2020-01-15'],
    ['at the beginning of april 2018', '2018-04-01'],
  ])('“%s” asks of one day: %s', (question, day) => {
    expect(periodsIn(question)).toMatchObject([{ asOf: true, day }]);
  });

  it.each([
    ['after 2018', '2019-01 to 2099-12'],
    ['post-2020', '2021-01 to 2099-12'],
    ['after march 2020', '2020-04 to 2099-12'],
    ['after 4 march 2020', '2020-03 to 2099-12'],
    ['on or after 1 april 2022', '2022-04 to 2099-12'],
    ['before 1 april 2022', '2000-01 to 2022-03'],
    ['before 15 april 2022', '2000-01 to 2022-04'],
    ['councils inspected from 2022', '2022-01 to 2099-12'],
    ['2018 onwards', '2018-01 to 2099-12'],
    ['from 2018 to now', '2018-01 to 2099-12'],
    ['between march 2024 and now', '2024-03 to 2099-12'],
    ['since early 2022', '2022-01 to 2099-12'],
    ['since the 2019 inspection', '2019-01 to 2099-12'],
    ['since the pandemic', '2020-03 to 2099-12'],
    ['before covid', '2000-01 to 2020-02'],
    ['prior to 2018', '2000-01 to 2017-12'],
    ['pre 2018', '2000-01 to 2017-12'],
    ['2018 or earlier', '2000-01 to 2018-12'],
    ['until 2018', '2000-01 to 2018-12'],
    ['up to march 2021', '2000-01 to 2021-03'],
    ['by the end of 2018', '2000-01 to 2018-12'],
    ['more than five years ago', '2000-01 to 2021-11'],
    ['less than two years ago', '2024-11 to 2099-12'],
  ])('“%s” is open at one end: %s', (question, expected) => {
    expect(months(question)).toEqual([expected]);
  });

  it.each([
    ['the letter from 2021', '2021-01 to 2021-12'],
    ['findings from june 2021', '2021-06 to 2021-06'],
    ['anything from 2018', '2018-01 to 2018-12'],
    ['early 2022', '2022-01 to 2022-04'],
    ['mid-2022', '2022-05 to 2022-08'],
    ['late 2022', '2022-09 to 2022-12'],
    ['q1 2023', '2023-01 to 2023-03'],
    ['second half of 2019', '2019-07 to 2019-12'],
    ['summer 2021', '2021-06 to 2021-08'],
    ['winter 2021/22', '2021-12 to 2022-02'],
    ['autumn term 2022', '2022-09 to 2022-12'],
    ['academic year 2021/22', '2021-09 to 2022-08'],
  ])('“%s” is a part of time: %s', (question, expected) => {
    expect(months(question)).toEqual([expected]);
  });

  it.each([
    ['2018/19', 'in 2018/19 (April 2018 to March 2019)'],
    ['in march', 'in March 2026 (the last March)'],
    ['since december', 'since December 2025 (the last December)'],
    ['in november', 'in November 2026 (this month)'],
    ['last april', 'in April 2026 (the last April)'],
    ['last november', 'in November 2025 (the last November)'],
    ['last summer', 'in summer 2026 (June to August 2026)'],
    ['last year', 'in 2025 (last year)'],
    ["last year's inspection", 'in 2025 (last year)'],
    ['since last year', 'since 2025 (last year)'],
    ['this year', 'in 2026 (this year)'],
    ['which councils were inspected last month', 'in October 2026 (last month)'],
    ['this month', 'in November 2026 (this month)'],
    ['last week', 'in November 2026 (last week, by the month)'],
    ['last three years', 'in the last three years (since November 2023)'],
    ['in the past 5 yrs', 'in the past 5 years (since November 2021)'],
    ['in the last two years', 'in the last two years (since November 2024)'],
    ['in the last year', 'in the last year (since November 2025)'],
    ['past decade', 'in the past decade (since November 2016)'],
    ['not inspected for over 5 years', 'in the last 5 years (since November 2021)'],
    ['a decade ago', 'in 2016 (a decade ago)'],
    ['2 years ago', 'in 2024 (2 years ago)'],
    ['six months ago', 'in May 2026 (six months ago)'],
  ])('“%s” is reckoned, and its name says how: %s', (question, label) => {
    expect(periodsIn(question).map((period) => period.label)).toEqual([label]);
  });

  it('crosses the turn of the year as the calendar does', () => {
    const january = createPeriodAnnotator({ today: '2026-01-05' });
    const read = (question: string) =>
      spansIn(question, january).map(({ kind, value }) => kind === 'period' && value.from);
    expect(read('last month')).toEqual(['2025-12']);
    expect(read('last week')).toEqual(['2025-12']);
    expect(read('in march')).toEqual(['2025-03']);
    expect(read('last winter')).toEqual(['2024-12']);
  });

  it.each([
    ['as of march 2020', '2020-03'],
    ['as at 31 march 2020', '2020-03'],
    ['at the end of 2018', '2018-12'],
    ['who was inadequate at the end of march 2021', '2021-03'],
    ['three years ago', '2023-12'],
  ])('“%s” means the state then', (question, to) => {
    expect(periodsIn(question)).toMatchObject([{ to, asOf: true }]);
  });

  it.each([
    ['2019 compared with 2023', ['2019-01 to 2019-12', '2023-01 to 2023-12']],
    ['compare 2016 to 2019', ['2016-01 to 2016-12', '2019-01 to 2019-12']],
    ['good in 2016 but inadequate in 2019', ['2016-01 to 2016-12', '2019-01 to 2019-12']],
    ['2018 and 2019', ['2018-01 to 2018-12', '2019-01 to 2019-12']],
    ['march and april 2024', ['2024-03 to 2024-03', '2024-04 to 2024-04']],
    ['june 2021 v may 2023', ['2021-06 to 2021-06', '2023-05 to 2023-05']],
    ['are more councils inadequate now than in 2018', ['2018-01 to 2018-12']],
    ['compare 2018 and now', ['2018-01 to 2018-12']],
  ])('“%s” names each of its times', (question, expected) => {
    expect(months(question)).toEqual(expected);
  });

  it.each([
    '2000 children',
    '2,000 children in care',
    'more than 2015 children',
    'under 18',
    '16 and 17 year olds',
    '18/19 year olds',
    '20 18',
    'in 2 weeks',
    'children in care for 5 years',
    'what about 28 cases and 41 per cent agency staff',
    '£2018',
    'children may be at risk',
    'what may have gone wrong',
    'this may be wrong',
    'frog march',
    'jan edwards',
    'recently',
    'now',
    'today',
    'since when',
    'the pandemic',
    'over the years',
    'next year',
    'the last 3 inspections',
    'autumn term',
    'lad, 15, missing since sunday',
    'file 50241138',
  ])('“%s” names none', (question) => {
    expect(periodsIn(question)).toEqual([]);
  });

  it('is months that exist, the first no later than the last, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ..."in since before after from to between and until the end of early late summer winter term last this past year years months week ago a two 5 12 13 31 99 00 2018 2099 1980 2039 18 19 march may dec 4th q4 2010s more than less over / - – , . '".split(
        ' ',
      ),
    );
    const typed = fc
      .array(fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ maxLength: 6 })), {
        maxLength: 12,
      })
      .chain((list) => fc.constantFrom(list.join(' '), list.join('')));
    fc.assert(
      fc.property(typed, (text) => {
        for (const { from, to, label } of periodsIn(text)) {
          expect(from).toMatch(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);
          expect(to).toMatch(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);
          expect(from <= to).toBe(true);
          expect(label).not.toMatch(/undefined|NaN|null/);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
