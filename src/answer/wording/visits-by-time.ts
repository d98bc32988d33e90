import { formatMonth } from '../../domain/dates.js';
import type { TimeRow, VisitsByTimeFacts } from '../across/visits-by-time.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { emptyAnswer, listed } from './phrases.js';
import { allOf } from './scope.js';
import { listedLine, visitsSaid } from './visited.js';

/** "Most full inspections in one year: 2019, 55 of 426, of the 153 councils in this record". */
export function wordVisitsByTime(facts: VisitsByTimeFacts, asked: AskedOfAll): Answer {
  const { by, rows, total, from, to } = facts;
  const what = visitsSaid({ ...facts, lead: null, grades: [], areas: null });
  const answer = emptyAnswer('visits', asked.question.text);
  if (rows.length === 0)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `This record holds no ${what} of ${allOf(asked.scope)}.`,
      notes: listedLine(facts),
    };
  return {
    ...answer,
    headline: `${headOf(facts, what)}, of ${allOf(asked.scope)}.`,
    notes: [
      ...listedLine(facts),
      `How this was counted: ${total} ${what}, in the ${by} of their last day, from ${formatMonth(from)} to ${formatMonth(to)}; the first and the last year are not whole.`,
    ],
    table: {
      caption: `How many ${what} by ${by}`,
      columns: [by === 'year' ? 'Year' : 'Month', 'How many'],
      rows: rows.map(({ time, count }) => [timeSaid(time), String(count)]),
    },
  };
}

function headOf(facts: VisitsByTimeFacts, what: string): string {
  const { which, at, by, total, ofYear } = facts;
  const [first] = at;
  if (!first) return `Too few ${by}s are held to say in which were the ${which} ${what}`;
  if (by === 'month' && which === 'fewest') return fewestMonthSaid(facts, what);
  const times =
    at.length > MOST_TIMES ? `${at.length} ${by}s` : listed(at.map(({ time }) => timeSaid(time)));
  const said = `${which === 'most' ? 'Most' : 'Fewest'} ${what} in one ${by}: ${times}, ${first.count}${at.length > 1 ? ' each' : ''} of ${total}`;
  const [month] = ofYear;
  return month ? `${said}; by month of the year: ${monthSaid(month)}, ${month.count}` : said;
}

/** Many single months have none, so that the months of the year are what tells. */
function fewestMonthSaid({ ofYear, rows, total }: VisitsByTimeFacts, what: string): string {
  const least = ofYear.at(-1)?.count ?? 0;
  const months = ofYear.filter(({ count }) => count === least).map(monthSaid);
  const none = rows.filter(({ count }) => count === 0).length;
  return `Fewest ${what} by month of the year: ${listed(months)}, ${least}${months.length > 1 ? ' each' : ''} of ${total} (${none} of ${rows.length} single months had none)`;
}

/** More times than that are counted and not named. */
const MOST_TIMES = 4;

const monthSaid = ({ time }: TimeRow): string => MONTHS[Number(time) - 1] ?? time;

const timeSaid = (time: TimeRow['time']): string =>
  time.length > 'yyyy'.length ? formatMonth(time) : time;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
