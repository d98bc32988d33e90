import { lastDayOf } from '../../domain/visit.js';
import { isMeant, type Period, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { group, type InspectionRow, inspectionRows } from '../operations/rows.js';
import { type GradesAsked, gradesAsked } from './asked.js';

/**
 * The councils that were given a grade, in the order in which the first of them got it (or the last
 * one, last first), each with the full inspection that counts: its oldest with the grade, or its
 * newest. `at` are those at the head, which are several where their inspections ended on one day;
 * `came`: only an inspection that did not find the grade given before counts.
 */
export type FirstCouncilFacts = {
  asked: GradesAsked;
  which: 'first' | 'last';
  came: boolean;
  period: Period | null;
  rows: InspectionRow[];
  at: InspectionRow[];
};

/** Which council was the first, or the last, to be given a grade, by the inspections held. */
export function firstCouncil({ question, scope, context }: AskedOfAll): FirstCouncilFacts {
  const asked = gradesAsked(question);
  const which = spansOf(question, 'order').some(({ value }) => value === 'last') ? 'last' : 'first';
  const came = spansOf(question, 'movement').some(({ value }) => CAME.has(value));
  const all = inspectionRows(scope.authorities, asked.areas ?? ['overall'], context);
  const rows = [...group(all, ({ authority }) => authority.urn).values()].flatMap((own) => {
    const given = own.filter(
      (row, i) =>
        asked.grades.includes(row.grade) &&
        isMeant(row.visit, asked.filter) &&
        !(came && own[i + 1]?.grade === row.grade),
    );
    return which === 'last' ? given.slice(0, 1) : given.slice(-1);
  });
  const way = which === 'last' ? -1 : 1;
  rows.sort((a, b) => lastDayOf(a.visit).localeCompare(lastDayOf(b.visit)) * way);
  const [head] = rows;
  return {
    asked,
    which,
    came,
    period: asked.period,
    rows,
    at: rows.filter((row) => head && lastDayOf(row.visit) === lastDayOf(head.visit)),
  };
}

/** "The last council to become inadequate", "to go inadequate". */
const CAME: ReadonlySet<string> = new Set(['reached', 'changed']);
