import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { type GradeGroup, gradeGroupsOf, type Question, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from './asked.js';
import { type Graded, gradedOf } from './history.js';

/** A council with the earlier inspections that gave the grade, oldest first, and its newest. */
export type OnceRow = { authority: LocalAuthority; earlier: Graded[]; newest: Graded };

/**
 * The councils that had a grade at any full inspection before the newest (or never had it, where
 * that is `denied`), and have another at that: one of `now`, or any other where the question names
 * none. The inspections need not follow each other.
 */
export type OnceFacts = {
  once: Grade[];
  now: Grade[];
  denied: boolean;
  areas: Area[] | null;
  rows: OnceRow[];
  considered: number;
};

export function gradesOnceAndNow({ question, scope, context }: AskedOfAll): OnceFacts {
  const { once, now } = gradesThenAndNow(question);
  const denied = spansOf(question, 'negation').some(({ value }) => value === 'never');
  const least = denied ? 1 : 2;
  const all = scope.authorities.flatMap((authority) => {
    const graded = gradedOf(authority, question, context, false);
    const newest = graded.at(-1);
    return newest && graded.length >= least
      ? [{ authority, earlier: graded.slice(0, -1), newest }]
      : [];
  });
  const rows = all.flatMap(({ authority, earlier, newest }): OnceRow[] => {
    const so = earlier.filter(({ grade }) => once.includes(grade));
    const isNow = now.length > 0 ? now.includes(newest.grade) : !once.includes(newest.grade);
    if (!isNow || so.length > 0 === denied) return [];
    return [{ authority, earlier: denied ? earlier : so, newest }];
  });
  return { once, now, denied, areas: gradesAsked(question).areas, rows, considered: all.length };
}

/**
 * Which grade was and which is. The one nearest to "now" is. Else, of those on both sides of "once"
 * the one after it was; where it comes before both the first was, and after both the last. One
 * grade "once more" was and is.
 */
function gradesThenAndNow(question: Question): { once: Grade[]; now: Grade[] } {
  const [first, second] = gradeGroupsOf(question);
  if (!first) throw new RangeError('no grade is named');
  const markers = [
    ...spansOf(question, 'movement').filter(({ value }) => MARKERS.has(value)),
    ...spansOf(question, 'negation').filter(({ value }) => value === 'never'),
  ];
  if (!second) {
    const isAgain = markers.some(({ value }) => value === 'again');
    return { once: first.grades, now: isAgain ? first.grades : [] };
  }
  const firstWas = { once: first.grades, now: second.grades };
  const secondWas = { once: second.grades, now: first.grades };
  const now = spansOf(question, 'order').find(({ value }) => value === 'newest');
  const isSaidOf = (group: GradeGroup) =>
    markers.some(({ to }) => to <= group.from && group.from - to <= 1 && !(now && to <= now.from));
  if (isSaidOf(second) && !isSaidOf(first)) return secondWas;
  const [toFirst, toSecond] = now ? [distance(now, first), distance(now, second)] : [0, 0];
  if (toFirst !== toSecond) return toFirst < toSecond ? secondWas : firstWas;
  const [marker] = markers;
  const at = marker ? (marker.words?.[0] ?? marker.from) : 0;
  return at < first.from ? firstWas : secondWas;
}

const MARKERS: ReadonlySet<string> = new Set(['once', 'ever', 'again']);

const distance = (span: { from: number; to: number }, { from, to }: GradeGroup): number =>
  span.from < from ? from - span.to : span.from - to;
