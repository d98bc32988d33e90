import { memoised } from '../language/index.js';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const utc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

/** "25 June 2021" from an ISO date ("2021-06-25"). */
export const formatDate = (isoDate: string): string => DAY.format(utc(isoDate));

/** "4–15 December 2023"; one date where both ends are the same day. Both are ISO dates. */
export const formatDateRange = (start: string, end: string): string => range(`${start}/${end}`);

/** So many spans of days are remembered: to write one takes longer than to find a passage. */
const SPANS_REMEMBERED = 5_000;

const range = memoised((span: string) => {
  const [start = '', end = ''] = span.split('/');
  return DAY.formatRange(utc(start), utc(end)).replace(/\s*–\s*/g, '–');
}, SPANS_REMEMBERED);

/** "June 2022" from "2022-06" or a day of it, "2017" from "2017". */
export const formatMonth = (period: string): string =>
  period.length === 4 ? period : MONTH.format(utc(`${period.slice(0, 'yyyy-mm'.length)}-01`));

/** The same of a year or a month, and "13 February 2025" from "2025-02-13". */
export const formatPeriod = (period: string): string =>
  period.length === 'yyyy-mm-dd'.length ? formatDate(period) : formatMonth(period);
