import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { type Question, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from './asked.js';
import { type Graded, gradedOf } from './history.js';

/** A council with the earlier inspections that gave one grade, oldest first, and its newest. */
export type OnceRow = { authority: LocalAuthority; earlier: Graded[]; newest: Graded };

/**
 * The councils that had a grade at any full inspection before the newest, and have another at that:
 * `now`, or any other where the question names none. The inspections need not follow each other.
 */
export type OnceFacts = {
  once: Grade;
  now: Grade | null;
  areas: Area[] | null;
  rows: OnceRow[];
  considered: number;
};

export function gradesOnceAndNow({ question, scope, context }: AskedOfAll): OnceFacts {
  const { once, now } = gradesThenAndNow(question);
  const all = scope.authorities.flatMap((authority) => {
    const graded = gradedOf(authority, question, context, false);
    const newest = graded.at(-1);
    return newest && graded.length > 1 ? [{ authority, earlier: graded.slice(0, -1), newest }] : [];
  });
  const rows = all.flatMap(({ authority, earlier, newest }): OnceRow[] => {
    const so = earlier.filter(({ grade }) => grade === once);
    const isNow = now ? newest.grade === now : newest.grade !== once;
    return so.length > 0 && isNow ? [{ authority, earlier: so, newest }] : [];
  });
  return { once, now, areas: gradesAsked(question).areas, rows, considered: all.length };
}

/**
 * Which grade was and which is: the one nearest to "now" is, the first after "once" was, and of
 * others the first was.
 */
function gradesThenAndNow(question: Question): { once: Grade; now: Grade | null } {
  const [first, second] = spansOf(question, 'grade');
  if (!first) throw new RangeError('no grade is named');
  if (!second) return { once: first.value, now: null };
  const now = spansOf(question, 'order').find(({ value }) => value === 'newest');
  const once = spansOf(question, 'movement').find(({ value }) => value === 'once');
  const before = { once: second.value, now: first.value };
  if (now) {
    const fromFirst = now.from < first.from ? first.from - now.to : now.from - first.to;
    const fromSecond = now.from < second.from ? second.from - now.to : now.from - second.to;
    return fromFirst < fromSecond ? before : { once: first.value, now: second.value };
  }
  return once &&
    once.from >= first.to &&
    once.to <= second.from &&
    !once.words?.some((at) => at < first.from)
    ? before
    : { once: first.value, now: second.value };
}
