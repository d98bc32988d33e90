import type { RecordedJudgement } from '../../domain/record.js';
import { lastDayOf } from '../../domain/visit.js';
import { gradeGroupsOf, says, spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { daysBetween } from '../operations/rows.js';
import { type About, aboutOf } from './about.js';

/**
 * Inspections in a row that gave a grade: the `first` and the `last` of them, and the one after
 * them with another (`next`; null where they are the newest held). `days`: from the last day of the
 * first to the last day of the next one, or to today.
 */
export type Spell = {
  first: RecordedJudgement;
  last: RecordedJudgement;
  next: RecordedJudgement | null;
  days: number;
};

/**
 * When a council had a grade, overall or in the areas named: its spells, oldest first, and all
 * `judged` inspections, newest first. `howLong`: whether that is asked, and not when it was.
 */
export type GradeSpellsFacts = {
  about: About;
  spells: Spell[];
  judged: RecordedJudgement[];
  howLong: boolean;
};

/**
 * Looks for when a grade stood, from one inspection to the next; `null` where that is not asked, or
 * the grade was never given.
 */
export function gradeSpells(asked: AskedOfOne): GradeSpellsFacts | null {
  const { question, authority, context } = asked;
  const { grades, areas, period, negated } = gradesAsked(question);
  const movements = spansOf(question, 'movement').map(({ value }) => value);
  const whens = [
    ...spansOf(question, 'when'),
    // "How long has it been …" asks for that of a grade that stood.
    ...spansOf(question, 'movement').filter(({ value }) => value === 'held'),
  ];
  const [grade] = spansOf(question, 'grade');
  const isAsked =
    whens.some(({ from }) => from <= (grade?.from ?? 0)) &&
    gradeGroupsOf(question).length === 1 &&
    movements.every((value) => OF_TIME.has(value)) &&
    !says(question, 'visit', 'negation', 'every_area', 'framework', 'times', 'streak');
  if (!isAsked || period || negated) return null;
  const judged = inspectionsHeld(authority, context).flatMap(
    (visit) => gradeOf(areas ?? ['overall'], visit, context) ?? [],
  );
  const spells: Spell[] = [];
  let open: RecordedJudgement[] = [];
  const close = (next: RecordedJudgement | null) => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      const until = next ? lastDayOf(next.visit) : context.today();
      spells.push({ first, last, next, days: daysBetween(lastDayOf(first.visit), until) });
    }
    open = [];
  };
  for (const { recorded, grade } of judged.toReversed())
    if (grades.includes(grade)) open.push(recorded);
    else close(recorded);
  close(null);
  if (spells.length === 0) return null;
  return {
    about: aboutOf(asked),
    spells,
    judged: judged.map(({ recorded }) => recorded),
    howLong: whens.some(({ value }) => value === 'how_long' || value === 'held'),
  };
}

/** How a grade came and stayed, which is asked with when. */
const OF_TIME: ReadonlySet<string> = new Set(['ever', 'reached', 'held', 'changed', 'unchanged']);
