import { AREA_IDS } from '../../domain/areas.js';
import { frameworkOf, isGraded } from '../../domain/frameworks.js';
import type { Area, JudgementGrade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isHeld } from './about.js';

/**
 * What the record has of an area at a visit: its grades (several where documents tell different
 * ones), or why there is none. `not held`: the framework grades the area, and no document held
 * tells how.
 */
export type AreaAtVisit =
  | { is: 'graded'; grades: JudgementGrade[] }
  | { is: 'ungraded visit' | 'no document' | 'not of this visit' | 'not held' };

/** A council's visits, oldest first, by the areas that any of them graded. */
export type GradeHistory = {
  visits: Visit[];
  rows: { area: Area; cells: AreaAtVisit[] }[];
};

/** The grades of a council's visits, which come newest first, by visit and area. */
export function gradeHistory(
  newestFirst: { visit: Visit; judgements: RecordedJudgement[] }[],
): GradeHistory {
  const all = newestFirst.toReversed();
  const areas = AREA_IDS.filter((area) =>
    all.some(({ judgements }) => judgements.some(({ judgement }) => judgement.area === area)),
  );
  return {
    visits: all.map(({ visit }) => visit),
    rows: areas.map((area) => ({
      area,
      cells: all.map(({ visit, judgements }) => areaAt(area, visit, judgements)),
    })),
  };
}

function areaAt(area: Area, visit: Visit, judgements: RecordedJudgement[]): AreaAtVisit {
  const own = judgements.filter(({ judgement }) => judgement.area === area);
  if (own.length > 0)
    return { is: 'graded', grades: [...new Set(own.map(({ judgement }) => judgement.grade))] };
  if (!isGraded(visit.kind)) return { is: 'ungraded visit' };
  if (!isHeld(visit)) return { is: 'no document' };
  return { is: frameworkOf(visit).areas.includes(area) ? 'not held' : 'not of this visit' };
}
