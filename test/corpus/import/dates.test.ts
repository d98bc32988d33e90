import { describe, expect, it } from '@jest/globals';
import { parseDate, parseVisitWindows } from '../../../src/corpus/import/facts/dates.js';

describe('Visit dates as reports print them', () => {
  it.each([
    ['4 to 15 December 2023', '2023-12-04', '2023-12-15'],
    ['26 September 2016 to 20 October 2016', '2016-09-26', '2016-10-20'],
    ['9 October to 2 November 2017', '2017-10-09', '2017-11-02'],
    ['28 November 2022 – 9 December 2022', '2022-11-28', '2022-12-09'],
    ['26 February 2018–22 March 2018', '2018-02-26', '2018-03-22'],
    ['15 – 19 July 2013', '2013-07-15', '2013-07-19'],
    ['15-19 July 2013', '2013-07-15', '2013-07-19'],
    ['12/09/2016 to 06/10/2016', '2016-09-12', '2016-10-06'],
    ['28 July 2016', '2016-07-28', '2016-07-28'],
    ['18 Feb 2014', '2014-02-18', '2014-02-18'],
    ['12 and 13 May 2021', '2021-05-12', '2021-05-13'],
    ['Tuesday 4th December 2018 to Friday 14th December 2018', '2018-12-04', '2018-12-14'],
    ['31 January and 1 February 2019', '2019-01-31', '2019-02-01'],
    ['30 December 2018 to 11 January 2019', '2018-12-30', '2019-01-11'],
  ])('%s', (printed, start, end) => {
    expect(parseVisitWindows(printed)).toEqual([{ start, end }]);
  });

  it('keep two windows apart', () => {
    expect(parseVisitWindows('5 to 9 December 2022 and 14 to 15 February 2023')).toEqual([
      { start: '2022-12-05', end: '2022-12-09' },
      { start: '2023-02-14', end: '2023-02-15' },
    ]);
  });

  it.each([
    'December 2023',
    '4 to 15 Decembre 2023',
    '31 November 2023',
    '15 to 4 December 2023',
    '4 to 15 December',
    '4 5 December 2023',
    'to be confirmed',
    '',
  ])('are not guessed from “%s”', (printed) => {
    expect(parseVisitWindows(printed)).toBeNull();
  });

  it('give one date only where one is printed', () => {
    expect(parseDate('01 September 2014')).toBe('2014-09-01');
    expect(parseDate('1 to 2 September 2014')).toBeNull();
  });
});
