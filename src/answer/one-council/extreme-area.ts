import { Grade, isGrade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isMeant, says, spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { councilJudgements, gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { type About, aboutOf } from './about.js';

/**
 * The areas with the highest or lowest grade at a council's newest full inspection (of a time,
 * where one is asked for): `graded` are all its areas, `extreme` those with that grade. `overall`
 * is the highest or lowest overall grade of all inspections held, newest first, where the question
 * names no area; `ever`: it asks for that. `visit` is null where none is held.
 */
export type ExtremeAreaFacts = {
  about: About;
  which: 'best' | 'worst';
  visit: Visit | null;
  graded: RecordedJudgement[];
  extreme: RecordedJudgement[];
  overall: RecordedJudgement[];
  inspections: number;
  ever: boolean;
};

/** Looks for the area that was graded best or worst, from the judgements alone. */
export function extremeArea(asked: AskedOfOne): ExtremeAreaFacts {
  const { question, authority, context } = asked;
  const { filter, ever } = gradesAsked(question);
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const which = orders.includes('worst') ? 'worst' : 'best';
  const held = inspectionsHeld(authority, context);
  const visit = held.find((each) => isMeant(each, filter)) ?? null;
  const graded = visit
    ? councilJudgements(visit, context).filter(
        ({ judgement: { area, grade } }) => area !== 'overall' && isGrade(grade),
      )
    : [];
  const all = held.flatMap((each) => gradeOf(['overall'], each, context)?.recorded ?? []);
  const namesArea = says(question, 'grouping', 'every_area');
  return {
    about: aboutOf(asked),
    which,
    visit,
    graded,
    extreme: extremeOf(graded, which),
    overall: namesArea || filter.period ? [] : extremeOf(all, which),
    inspections: all.length,
    ever,
  };
}

function extremeOf(list: RecordedJudgement[], which: 'best' | 'worst'): RecordedJudgement[] {
  const rank = ({ judgement: { grade } }: RecordedJudgement) =>
    isGrade(grade) ? Grade.options.indexOf(grade) : 0;
  const ranks = list.map(rank);
  const sought = which === 'best' ? Math.min(...ranks) : Math.max(...ranks);
  return list.filter((each) => rank(each) === sought);
}
