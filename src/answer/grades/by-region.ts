import { spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { type GradesAsked, gradesAsked } from './asked.js';
import { councilGrades } from './council-grades.js';

/** A region with its councils that have the grade, of those that are graded. */
export type RegionRow = { region: string; names: string[]; graded: number };

/** How many councils of each region have a grade, most first (fewest, where that is asked). */
export type RegionFacts = { asked: GradesAsked; rows: RegionRow[]; fewest: boolean };

export function gradesByRegion({ question, scope, context }: AskedOfAll): RegionFacts {
  const asked = gradesAsked(question);
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const grades =
    asked.grades.length > 0
      ? asked.grades
      : orders.includes('worst')
        ? (['inadequate'] as const)
        : (['outstanding'] as const);
  const fewest = orders.includes('fewest');
  const councils = scope.authorities.map((a) => councilGrades(a, asked, context));
  const regions = [...new Set(scope.authorities.map(({ region }) => region))];
  const rows = regions.map((region) => {
    const own = councils.filter((c) => c.authority.region === region && c.graded.length > 0);
    const so = own.filter((c) => c.graded.some(({ grade }) => grades.some((g) => g === grade)));
    return { region, names: so.map(({ authority }) => authority.name), graded: own.length };
  });
  rows.sort(
    (a, b) =>
      (fewest ? a.names.length - b.names.length : b.names.length - a.names.length) ||
      a.region.localeCompare(b.region),
  );
  return { asked: { ...asked, grades: [...grades] }, rows, fewest };
}
