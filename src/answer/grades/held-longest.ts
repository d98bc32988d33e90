import { lastDayOf } from '../../domain/visit.js';
import { firstOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { daysBetween, group, type InspectionRow, inspectionRows } from '../operations/rows.js';
import { type GradesAsked, gradesAsked } from './asked.js';

/**
 * A council whose newest grade is one asked for: the inspection that first gave it, of those that
 * followed each other with it, the newest one, and the days since the last day of the first.
 */
export type HeldRow = { first: InspectionRow; newest: InspectionRow; days: number };

/** The councils that hold a grade, who has held it longest first. */
export type HeldLongestFacts = {
  asked: GradesAsked;
  rows: HeldRow[];
  /** Which place from the top of the order is asked for. */
  rank: number;
};

export function gradeHeldLongest({ question, scope, context }: AskedOfAll): HeldLongestFacts {
  const asked = gradesAsked(question);
  const all = inspectionRows(scope.authorities, asked.areas ?? ['overall'], context);
  const rows = [...group(all, ({ authority }) => authority.urn).values()].flatMap(
    (own): HeldRow[] => {
      const [newest] = own;
      if (!newest || !asked.grades.includes(newest.grade)) return [];
      const other = own.findIndex(({ grade }) => grade !== newest.grade);
      const first = own[(other < 0 ? own.length : other) - 1] ?? newest;
      return [{ first, newest, days: daysBetween(lastDayOf(first.visit), context.today()) }];
    },
  );
  return {
    asked,
    rows: rows.sort((a, b) => b.days - a.days),
    rank: firstOf(question, 'rank') ?? 1,
  };
}
