import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import type { Visit } from '../../domain/visit.js';
import { firstOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf } from '../grades/council-grades.js';
import { daysBetween, group, medianOf } from '../operations/rows.js';
import { rowsOf } from './visit-rows.js';

/** Two consecutive full inspections of a council, and the days between them. */
export type IntervalRow = { authority: LocalAuthority; before: Visit; after: Visit; days: number };

/**
 * How long lies between consecutive full inspections: on average, the median, and of each, longest
 * first; `extreme`: the longest or the shortest is asked for. Where `grades` are named, those count
 * whose first inspection gave one of them in `areas` (overall, where none is named).
 */
export type IntervalFacts = {
  extreme: 'longest' | 'shortest' | null;
  /** Which place from the top of the order is asked for. */
  rank: number;
  grades: Grade[];
  areas: Area[] | null;
  days: number;
  median: number;
  councils: number;
  rows: IntervalRow[];
};

/**
 * Days from the last day of one to the last day of the next; from the first to the first where
 * statistics alone tell of one, which give no last day.
 */
function daysFrom(before: Visit, after: Visit): number | null {
  if (before.end && after.end) return daysBetween(before.end, after.end);
  const [first, next] = [before, after].map((visit) => visit.start ?? visit.period);
  const areDays = [first, next].every((day) => day?.length === 'yyyy-mm-dd'.length);
  return first && next && areDays ? daysBetween(first, next) : null;
}

export function intervals(asked: AskedOfAll): IntervalFacts {
  const { grades, areas } = gradesAsked(asked.question);
  const isMeantAfter = (before: Visit) => {
    const given = grades.length > 0 ? gradeOf(areas ?? ['overall'], before, asked.context) : null;
    return grades.length === 0 || (given !== null && grades.includes(given.grade));
  };
  const byCouncil = [...group(rowsOf(asked, 'inspections'), (row) => row.authority.urn).values()];
  const rows = byCouncil.flatMap((own) =>
    own.slice(1).flatMap(({ authority, visit: before }, i): IntervalRow[] => {
      const after = own[i]?.visit;
      if (!after || !isMeantAfter(before)) return [];
      const days = daysFrom(before, after);
      return days === null ? [] : [{ authority, before, after, days }];
    }),
  );
  const orders = spansOf(asked.question, 'order').map(({ value }) => value);
  const extreme = (['longest', 'shortest'] as const).find((each) => orders.includes(each)) ?? null;
  const sorted = rows.toSorted((a, b) => b.days - a.days);
  const days = sorted.map((row) => row.days);
  return {
    extreme,
    rank: firstOf(asked.question, 'rank') ?? 1,
    grades,
    areas,
    days: days.length > 0 ? days.reduce((total, each) => total + each, 0) / days.length : 0,
    median: medianOf(days),
    councils: group(rows, (row) => row.authority.urn).size,
    rows: extreme === 'shortest' ? sorted.toReversed() : sorted,
  };
}
