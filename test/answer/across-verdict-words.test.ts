import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

const sorted = (quotes: readonly string[]): string[] => quotes.toSorted();

describe('Across councils a word of praise or criticism is no second thing to look for', () => {
  const UNCLEAR = 'The recording of visits is not consistently clear.';
  const LATE = 'Too many case records are out of date.';
  const GOOD = 'Case recording is thorough and up to date.';
  const ask = answering('case-recording', UNCLEAR, LATE, GOOD);

  it.each(['where is recording poor', 'which councils have poor recording', 'bad records where'])(
    'beside what it is said of: “%s”',
    (question) => {
      expect(sorted(ask(question).quotes)).toEqual(sorted([UNCLEAR, LATE]));
    },
  );

  it('on either side of an “or”, with what is not so', () => {
    const DELAYED = 'Assessments are not timely.';
    const THIN = 'Assessments are not always thorough.';
    const FINE = 'Assessments are timely and thorough.';
    const { table, headline } = answering(
      'assessments',
      DELAYED,
      THIN,
      FINE,
    )('councils where assessments are too slow or not thorough');
    const said = table?.rows.map(([, , , sentence]) => sentence ?? '') ?? [];
    expect(sorted(said)).toEqual(sorted([DELAYED, THIN]));
    expect(headline).toContain('“not thorough”');
  });
});

describe('Across councils a shortage is one in whatever words', () => {
  const FEW = 'There are too few foster carers to meet demand.';
  const SHORTFALL = 'There is a shortage of in-house foster carers.';
  const MANY = 'Foster carers are plentiful and well supported.';
  const ask = answering('fostering', FEW, SHORTFALL, MANY);

  it.each([
    'which councils have too few foster carers',
    'where is there a shortage of foster carers',
    'which councils do not have enough foster carers',
    'who is short of foster carers',
  ])('“%s”', (question) => {
    expect(sorted(ask(question).quotes)).toEqual(sorted([FEW, SHORTFALL]));
  });
});

describe('Across councils which way things went', () => {
  const FELL = 'Caseloads have reduced since the last inspection.';
  const ROSE = 'Caseloads have increased in most teams.';
  const HIGH = 'Caseloads are too high for many social workers.';
  const ask = answering('caseloads', FELL, ROSE, HIGH);

  it.each([
    ['where have caseloads come down', FELL, 'reduction in'],
    ['in which councils have caseloads fallen', FELL, 'reduction in'],
    ['where have caseloads gone up', ROSE, 'increase in'],
  ])('is asked as such: “%s”', (question, said, way) => {
    const { quotes, headline } = ask(question);
    expect(quotes).toEqual([said]);
    expect(headline).toContain(way);
  });

  it('is said of the thing in the headline, and for the people that it is of', () => {
    const BETTER = 'Strategy meetings have improved and are now well attended.';
    const GOES_ON = 'Decisions made in the hub to progress to strategy meetings are appropriate.';
    const OTHER = 'Care leavers say that support has declined since the team was reorganised.';
    const both = answering('strategy-meetings', BETTER, GOES_ON, OTHER);
    const better = both('where have strategy meetings got better');
    expect(better.quotes).toEqual([BETTER]);
    expect(better.headline).toContain('improvement in strategy meetings');
  });
});

describe('Across councils nothing held is refused, nor asked for twice', () => {
  const PILOT = 'An AI pilot helps social workers to record their supervision.';
  const CARERS = 'The identification of young carers is underdeveloped.';
  const CASES = 'Social workers have caseloads that are too high.';
  const ask = answering('caseloads', PILOT, CARERS, CASES);

  it.each([
    ['which councils use AI', PILOT],
    ['who is trying out artificial intelligence', PILOT],
    ['which councils are failing young carers', CARERS],
    ['where do inspectors say social workers have too many cases', CASES],
  ])('“%s”', (question, said) => {
    expect(ask(question).quotes).toEqual([said]);
  });

  it('counts either side of an “or”, and nothing wider', () => {
    const ROOMS = 'Some care leavers live in bed and breakfast accommodation.';
    const HOTEL = 'A few care leavers are housed in hotels.';
    const WIDER = 'Too many care leavers live in unsuitable accommodation.';
    const either = answering('bed-and-breakfast', ROOMS, HOTEL, WIDER);
    const { table } = either('where are care leavers put in bed and breakfast or hotels');
    const said = table?.rows.map(([, , , sentence]) => sentence ?? '') ?? [];
    expect(sorted(said)).toEqual(sorted([ROOMS, HOTEL]));
  });
});
