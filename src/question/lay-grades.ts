import { standsAroundGrades } from './grades-in-context.js';
import { sayAll } from './places-of.js';
import type { Kind, Span } from './question.js';

/** So many words may stand between an everyday word for a grade and the area that it is said of. */
const MOST_BETWEEN = 2;

/** Kinds whose words name a grade. */
const GRADES: ReadonlySet<Kind> = new Set(['grade', 'lay_grade']);

/** What else such a word may say, but not beside an area: praise, or "great!". */
const ASIDE: ReadonlySet<Kind> = new Set(['tone', 'claim', 'command']);

/**
 * The spans seen without everyday words for grades ("strong", "weak"), unless two areas that Ofsted
 * grades have a grade each, one in such a word ("strong leadership but weak overall"), and all
 * other words stand around grades: who asks for more asks for findings. Where they are kept, their
 * words ask for no tone.
 */
export function withoutLoneLayGrades(seen: Span[], count: number): Span[] {
  const lay = seen.filter(({ kind }) => kind === 'lay_grade');
  if (lay.length === 0) return seen;
  const areas = seen.filter(({ kind }) => kind === 'area');
  const isBesideArea = (word: Span) =>
    areas.some(
      ({ from, to }) =>
        (word.to <= from && from - word.to <= MOST_BETWEEN) ||
        (to <= word.from && word.from - to <= MOST_BETWEEN),
    );
  const known = seen.filter(({ kind }) => standsAroundGrades(kind));
  const grades = new Set(seen.filter(({ kind }) => GRADES.has(kind)).map(({ from }) => from));
  const isSetBeside =
    new Set(areas.map(({ value }) => String(value))).size > 1 &&
    grades.size > 1 &&
    lay.every(isBesideArea) &&
    sayAll(known, count);
  if (!isSetBeside) return seen.filter(({ kind }) => kind !== 'lay_grade');
  return seen.filter(
    ({ kind, from, to }) =>
      !ASIDE.has(kind) || !lay.some((word) => word.from < to && from < word.to),
  );
}
