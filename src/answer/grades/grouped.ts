import type { LocalAuthority } from '../../domain/authority.js';
import { firstOf, type Question, spansOf } from '../../question/index.js';

/** A region, a type of council or an area with its councils that have a grade, of those graded. */
export type GroupRow = { group: string; names: string[]; graded: number };

/** What the rows are, and what puts them in order. */
export type GroupedBy = 'region' | 'council_type' | 'area';
export type Measure = 'count' | 'share';

/**
 * How many councils of each group are counted, in the order asked for: most first, or fewest.
 * `wanted`: which rows the question asks for: the first ones, those with `none`, or all of them.
 */
export type Grouped = {
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
  (measure: Measure) =>
  ({ names, graded }: GroupRow): number =>
    measure === 'share' ? names.length / Math.max(1, graded) : names.length;

/** The rows put in the order asked for, with how far down it the question looks. */
export function inOrder(
  question: Question,
  { by, measure, rows, fewest }: Pick<Grouped, 'by' | 'measure' | 'rows' | 'fewest'>,
): Omit<Grouped, 'wanted'> {
  const size = sizeBy(measure);
  return {
    by,
    measure,
    rows: rows.toSorted(
      (a, b) => (size(b) - size(a)) * (fewest ? -1 : 1) || a.group.localeCompare(b.group),
    ),
    fewest,
    rank: firstOf(question, 'rank') ?? 1,
    few: firstOf(question, 'first_few'),
  };
}

/** The group of a council. */
export const groupOf = (authority: LocalAuthority, by: 'region' | 'council_type'): string =>
  by === 'region' ? authority.region : authority.type;

/** What the rows of a table are that a question asks for. */
export function groupedBy(question: Question): GroupedBy {
  const grouping = spansOf(question, 'grouping').map(({ value }) => value);
  if (grouping.includes('council_type')) return 'council_type';
  return grouping.includes('area') ? 'area' : 'region';
}
