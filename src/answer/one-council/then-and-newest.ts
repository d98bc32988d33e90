import type { Area } from '../../domain/judgement.js';
import { isMeant, isOver, type Period } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked, isOverall } from '../grades/asked.js';
import { councilJudgements, inspectionsHeld, judgementsIn } from '../grades/council-grades.js';
import type { SideRow } from '../several/grades.js';
import { type About, aboutOf } from './about.js';

/**
 * The grades of one council at a time that is named and at its newest full inspection held, side by
 * side: `then` is the newest inspection of that time, or where there was none the newest before it
 * (`isBefore`); null where none is held. `isSame`: the newest held is that very one.
 */
export type ThenAndNewestFacts = {
  about: About;
  period: Period;
  areas: Area[] | null;
  overall: boolean;
  then: SideRow | null;
  isBefore: boolean;
  newest: SideRow | null;
  isSame: boolean;
};

/** Sets a council's newest grades beside those of the time named; `null` where it names none. */
export function thenAndNewest(asked: AskedOfOne): ThenAndNewestFacts | null {
  const { question, authority, context } = asked;
  const grades = gradesAsked(question);
  const { areas, period, filter } = grades;
  if (!period) return null;
  const rows = inspectionsHeld(authority, context).flatMap((visit): SideRow[] => {
    const judgements = areas
      ? judgementsIn(areas, visit, context)
      : councilJudgements(visit, context);
    return judgements.length > 0 ? [{ authority, visit, judgements }] : [];
  });
  const during = rows.find(({ visit }) => visit && isMeant(visit, filter));
  const before = rows.find(({ visit }) => visit && isOver(visit, period));
  const then = during ?? before ?? null;
  const newest = rows[0] ?? null;
  return {
    about: aboutOf(asked),
    period,
    areas,
    overall: isOverall(grades),
    then,
    isBefore: !during && before !== undefined,
    newest,
    isSame: then !== null && then === newest,
  };
}
