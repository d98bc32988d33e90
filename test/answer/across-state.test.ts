import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const RI = 'requires improvement to be good' as const;
/**
 * Oldham (North West, metropolitan): inadequate in 2016, good in 2024, care leavers inadequate.
 * Rochdale (North West, metropolitan): good in 2018, inadequate in 2023. Leeds (Yorkshire and the
 * Humber, metropolitan): outstanding in 2018 and 2022. Hackney (London): RI in 2022, leadership
 * good. Devon (South West, county): inadequate in 2020.
 */
const METS = ['Oldham', 'Rochdale', 'Leeds'];
const typeOf = (name: string): string => {
  if (METS.includes(name)) return 'Metropolitan District';
  return name === 'Hackney' ? 'London Borough' : 'County';
};
const register = REGISTER.map((each) => ({ ...each, type: typeOf(each.name) }));
const context = createAnswerContext(
  assembleRecord(register, THEMES.themes, [
    reportOf('oldham', '2016-03-07', { kind: 'SIF', grades: { overall: 'inadequate' } }),
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
    reportOf('hackney', '2022-06-06', { grades: { overall: RI, impact_of_leaders: 'good' } }),
    reportOf('devon', '2020-01-13', { grades: { overall: 'inadequate' } }),
  ]),
  null,
  () => '2026-11-01',
);
const ask = (question: string) => answerQuestion(question, context);
const councils = (question: string) =>
  [...new Set(ask(question).table?.rows.map(([council]) => council))].toSorted();

describe('Everyday words around a grade', () => {
  it.each([
    ['which councils are landed with an inadequate', ['Devon', 'Rochdale']],
    ['could you dig out every place saddled with an inadequate please mate', ['Devon', 'Rochdale']],
    ['who sits at outstanding as things stand', ['Leeds']],
    ['a load of councils got marked good, list them', ['Oldham']],
    ['who is outstanding round yorkshire', ['Leeds']],
    ['which mets have bagged an outstanding', ['Leeds']],
  ])('carry nothing (%s): %s', (question, expected) => {
    expect(councils(question)).toEqual(expected);
  });

  it.each([
    ['who has top marks', ['Leeds']],
    ['which councils are bottom of the class', ['Devon', 'Rochdale']],
    ['which councils are not yet good', ['Devon', 'Hackney', 'Rochdale']],
    ['which councils fell short of good', ['Devon', 'Hackney', 'Rochdale']],
    ['metropolitan boroughs with a clean sheet', ['Leeds']],
  ])('may mean one (%s): %s', (question, expected) => {
    expect(councils(question)).toEqual(expected);
  });

  it.each([
    'seaside councils landed with an inadequate',
    'which councils run by women are outstanding',
    'councils rated good near a motorway',
    'which councils have bagged an outstanding football team',
  ])('hide no condition that nothing can tell (%s)', (question) => {
    expect(ask(question)).toMatchObject({ status: 'nothing_found', table: null });
  });
});

describe('Figures of many councils', () => {
  it.each([
    ['what proportion of mets get good or higher', /2 of the 3 metropolitan boroughs.*67 %/],
    ['how big a slice of councils is inadequate', /2 of 5 councils.*40 %/],
    ['how do the grades split across the north west', /1 good, 1 inadequate/],
    ['number of councils at each grade', /1 outstanding, 1 good.*2 inadequate/],
  ])('are counted (%s)', (question, expected) => {
    expect(ask(question).headline).toMatch(expected);
  });

  it('are set beside each other for several types of council', () => {
    const rows = ask('county councils and metropolitan boroughs, ratings in each').table?.rows;
    expect(rows?.map(([type, total]) => [type, total])).toEqual([
      ['County', '1'],
      ['Metropolitan District', '3'],
    ]);
  });

  it('say which groups have none', () => {
    const answer = ask('which regions have no inadequate council');
    expect(answer.headline).toMatch(/^2 of 4 regions.*: /);
    for (const region of ['London', 'Yorkshire and the Humber'])
      expect(answer.headline).toContain(region);
  });

  it('rank groups by their share where that is asked', () => {
    expect(ask('which region has the highest share of inadequate councils').headline).toMatch(
      /^South West .*1 of 1 \(100 %\)/,
    );
  });

  it('rank the areas graded', () => {
    expect(ask('which judgement area has the most inadequate grades').table?.rows[0]?.[1]).toBe(
      '1',
    );
  });
});

describe('An area held against another', () => {
  it.each([
    ['good overall yet weaker for care leavers', ['Oldham']],
    ['councils let down by their care leavers work', ['Oldham']],
    ['which councils were rated higher for care leavers than overall', ['Rochdale']],
    ['where do care leavers get a lower grade than children in care', ['Oldham']],
    ['leadership graded higher than the council as a whole', ['Hackney']],
    ['where is leadership good but the council as a whole isnt', ['Hackney']],
    ['rated lower overall than for leadership', ['Hackney']],
  ])('is read which way round (%s): %s', (question, expected) => {
    expect(councils(question)).toEqual(expected);
  });
});

describe('What stood at a time', () => {
  it.each([
    ['which councils stood at inadequate at the end of 2019', ['Oldham']],
    ['which councils were inadequate in march 2020', ['Devon', 'Oldham']],
    ['who was not inadequate at the end of 2019', ['Leeds', 'Rochdale']],
    ['who is not inadequate', ['Hackney', 'Leeds', 'Oldham']],
    ['given inadequate in march 2016', ['Oldham']],
  ])('is not what was given in it (%s): %s', (question, expected) => {
    expect(councils(question)).toEqual(expected);
  });

  it('is set side by side for several councils', () => {
    const { headline } = ask('what were oldham and rochdale rated in june 2019');
    expect(headline).toMatch(/Oldham inadequate \(March 2016\); Rochdale good \(June 2018\)/);
  });

  it('is told of one council that was not inspected then', () => {
    const { headline, citations } = ask('what was oldham’s rating in 2018');
    expect(headline).toMatch(/no grade was given in 2018.*inadequate overall.*March 2016/);
    expect(citations).toHaveLength(1);
  });
});

describe('Places and types left out', () => {
  it.each([
    ['inadequate councils outside the north west', ['Devon']],
    ['which councils are inadequate apart from county councils', ['Rochdale']],
    ['inspected in 2022 outside london', ['Leeds']],
  ])('are no part of the list (%s): %s', (question, expected) => {
    expect(councils(question)).toEqual(expected);
  });

  it('are named', () => {
    expect(ask('inadequate councils outside the north west').headline).toContain('North West');
  });
});
