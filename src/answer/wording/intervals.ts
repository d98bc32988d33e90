import { areaPhrase } from '../../domain/areas.js';
import { capitalised } from '../../domain/citation.js';
import { visitDates } from '../../domain/visit.js';
import type { IntervalFacts, IntervalRow } from '../across/intervals.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { atRank } from '../operations/runs.js';
import { quotedGrades } from './grade-history.js';
import { afterSaid, rankSaid } from './ranks.js';
import { visitsAnswerOf } from './visited.js';

const DAYS_A_YEAR = 365.25;

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "On average 4.1 years lie between two full inspections of a council" */
export function wordIntervals(facts: IntervalFacts, asked: AskedOfAll): Answer {
  const { extreme, days, median, councils, rows, grades, areas } = facts;
  const years = (days / DAYS_A_YEAR).toFixed(1);
  const middle = Math.round((12 * median) / DAYS_A_YEAR);
  const months = Math.round((12 * days) / DAYS_A_YEAR);
  const graded =
    grades.length > 0 ? `graded ${quotedGrades(grades)} ${areaPhrase(areas ?? ['overall'])}` : null;
  const between = graded
    ? `a full inspection ${graded} and the council’s next`
    : 'two full inspections of a council';
  return visitsAnswerOf(
    asked,
    extreme && rows.length > 0
      ? extremeSaid(facts, graded)
      : rows.length > 0
        ? `On average ${years} years (${months} months; the median is ${middle}) lie between ${between}: ${counted(rows.length, 'interval')} of ${counted(councils, 'council')} in this record.`
        : `This record holds no ${graded ? `full inspection ${graded} with one after it` : 'two full inspections of one council'}.`,
    [
      `How this was counted: ${counted(rows.length, 'such interval')} of ${counted(councils, 'council')}, from the last day of one full inspection to the last day of the next (first day to first day where statistics alone tell of one). The mean is ${Math.round(days)} days and the median ${Math.round(median)}.`,
      ...(graded ? ['Whoever has not been inspected again is not counted yet.'] : []),
    ],
    rows.length > 0
      ? {
          caption: `Intervals between consecutive full inspections${graded ? `, the first ${graded}` : ''}, ${extreme ?? 'longest'} first`,
          columns: ['Council', 'From', 'To', 'Days'],
          rows: rows.map((each) => [
            each.authority.name,
            visitDates(each.before),
            visitDates(each.after),
            String(each.days),
          ]),
        }
      : null,
    [],
  );
}

/** "Longest between two consecutive full inspections: Sefton, 2129 days (5.8 years), from …". */
function extremeSaid({ extreme, rows, rank }: IntervalFacts, graded: string | null): string {
  const { above, at } = atRank(rows, rank, (a, b) => a.days === b.days);
  const superlative = `${rankSaid(rank)}${extreme ?? 'longest'}`;
  const between = graded
    ? `a full inspection ${graded} and the next`
    : 'two consecutive full inspections of one council';
  if (at.length === 0)
    return `This record holds too few such intervals to name the ${superlative}.`;
  const after = afterSaid(above.map(({ authority, days }) => `${authority.name}, ${days} days`));
  return `${capitalised(superlative)} between ${between} in this record${after}: ${at.map(intervalSaid).join('; ')}.`;
}

/** "Sefton, 2129 days (5.8 years), from 11 April–5 May 2016 to 21 February–4 March 2022" */
export const intervalSaid = ({ authority, before, after, days }: IntervalRow): string =>
  `${authority.name}, ${days} days (${(days / DAYS_A_YEAR).toFixed(1)} years), from ${visitDates(before)} to ${visitDates(after)}`;

/** "Bradford: 4.2 years between its two newest full inspections …", and each interval before. */
export function wordIntervalsOfOne(facts: IntervalFacts, asked: AskedOfAll): Answer {
  const { rows, extreme } = facts;
  const [first] = atRank(rows, facts.rank, (a, b) => a.days === b.days).at;
  const newest = rows.toSorted((a, b) => (a.after.period < b.after.period ? 1 : -1))[0];
  const shown = extreme ? first : newest;
  const answer = wordIntervals(facts, asked);
  if (!shown) return answer;
  const which = extreme
    ? `its ${rankSaid(facts.rank)}${extreme} gap between full inspections`
    : 'between its two newest full inspections';
  return {
    ...answer,
    headline: `${shown.authority.name}: ${shown.days} days (${(shown.days / DAYS_A_YEAR).toFixed(1)} years) ${extreme ? `was ${which}` : `lie ${which}`}, ${visitDates(shown.before)} and ${visitDates(shown.after)}.`,
  };
}
