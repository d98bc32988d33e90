import { gradedSubjects } from '../../domain/areas.js';
import { newestAreas } from '../../domain/frameworks.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { firstOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { type GradesAsked, gradesAsked } from './asked.js';
import { councilGrades } from './council-grades.js';

/** A region, a type of council or an area with its councils that have a grade, of those graded. */
export type GroupRow = { group: string; names: string[]; graded: number };

/** What the rows are, and what puts them in order. */
export type GroupedBy = 'region' | 'council_type' | 'area';
export type Measure = 'count' | 'share';

/**
 * How many councils of each group have a grade, in the order asked for: most first, or fewest.
 * `wanted`: which rows the question asks for: the first ones, those with `none`, or all of them.
 */
export type GroupFacts = {
  asked: GradesAsked;
  by: GroupedBy;
  measure: Measure;
  rows: GroupRow[];
  fewest: boolean;
  /** Which place from the top of the order is asked for. */
  rank: number;
  /** How many from the top are asked for, where more than one. */
  few: number | null;
  wanted: 'first' | 'none' | 'all';
};

/** What rows are ordered by: the share (0–1) of the councils graded, or how many have the grade. */
export const sizeBy =
  (measure: GroupFacts['measure']) =>
  ({ names, graded }: GroupRow): number =>
    measure === 'share' ? names.length / Math.max(1, graded) : names.length;

export function gradesByGroup({ question, scope, context }: AskedOfAll): GroupFacts {
  const asked = gradesAsked(question);
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const quantities = spansOf(question, 'quantity').map(({ value }) => value);
  const by = groupedBy({ question });
  const isExtreme = orders.includes('best') || orders.includes('worst');
  const grades: Grade[] =
    asked.grades.length > 0
      ? asked.grades
      : [orders.includes('worst') ? 'inadequate' : 'outstanding'];
  // The worst for a high grade has the lowest share of it, as the best has for a low one.
  const isHigh = grades.every((grade) => HIGH.has(grade));
  const isTurned = orders.includes('worst') ? isHigh : orders.includes('best') && !isHigh;
  const fewest = orders.includes('fewest') || (isTurned && asked.grades.length > 0);
  const measure = quantities.includes('share') || (isExtreme && by !== 'area') ? 'share' : 'count';
  const rows = by === 'area' ? byArea() : byCouncil(by);
  const size = sizeBy(measure);
  rows.sort((a, b) => (size(b) - size(a)) * (fewest ? -1 : 1) || a.group.localeCompare(b.group));
  const isWithout = asked.negated || spansOf(question, 'every_area').length > 0;
  return {
    asked: { ...asked, grades },
    by,
    measure,
    rows,
    fewest,
    rank: firstOf(question, 'rank') ?? 1,
    few: firstOf(question, 'first_few'),
    wanted: isWithout ? 'none' : fewest || isExtreme || orders.includes('most') ? 'first' : 'all',
  };

  function rowOf(group: string, councils: ReturnType<typeof councilGrades>[]): GroupRow {
    const own = councils.filter(({ graded }) => graded.length > 0);
    const so = own.filter((c) => c.graded.some(({ grade }) => grades.includes(grade)));
    return { group, names: so.map(({ authority }) => authority.name), graded: own.length };
  }

  function byCouncil(key: 'region' | 'council_type'): GroupRow[] {
    const councils = scope.authorities.map((a) => councilGrades(a, asked, context));
    const groupOf = ({ authority }: (typeof councils)[number]) =>
      key === 'region' ? authority.region : authority.type;
    return [...new Set(councils.map(groupOf))].map((group) =>
      rowOf(
        group,
        councils.filter((council) => groupOf(council) === group),
      ),
    );
  }

  function byArea(): GroupRow[] {
    return gradedSubjects()
      .filter(({ areas }) => !areas.includes('overall') && isAmong(areas, newestAreas()))
      .filter(({ areas }) => isAmong(areas, asked.areas))
      .map(({ name, areas }) =>
        rowOf(
          name,
          scope.authorities.map((a) => councilGrades(a, { ...asked, areas }, context)),
        ),
      )
      .filter(({ graded }) => graded > 0);
  }
}

const HIGH: ReadonlySet<Grade> = new Set<Grade>(['outstanding', 'good']);

const isAmong = (areas: Area[], asked: Area[] | null): boolean =>
  asked === null || areas.some((area) => asked.includes(area));

function groupedBy({ question }: Pick<AskedOfAll, 'question'>): GroupedBy {
  const grouping = spansOf(question, 'grouping').map(({ value }) => value);
  if (grouping.includes('council_type')) return 'council_type';
  return grouping.includes('area') ? 'area' : 'region';
}
