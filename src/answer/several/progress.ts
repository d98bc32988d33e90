import type { LocalAuthority } from '../../domain/authority.js';
import type { Area } from '../../domain/judgement.js';
import type { AskedOfOne, AskedOfSeveral } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { type Graded, gradedOf } from '../grades/history.js';
import { type ProgressFacts, progress } from '../one-council/progress.js';

/** A council's newest grade and the one before it, and what its newest visits say of progress. */
export type ProgressRow = {
  authority: LocalAuthority;
  newest: Graded | null;
  before: Graded | null;
  said: ProgressFacts;
};

/** How each of a few councils went from one full inspection to the next. */
export type ProgressOfEach = { areas: Area[] | null; rows: ProgressRow[] };

export function progressOfEach({ authorities, question, context }: AskedOfSeveral): ProgressOfEach {
  const rows = authorities.map((authority): ProgressRow => {
    const graded = gradedOf(authority, question, context, false);
    const own: AskedOfOne = { authority, question, context, named: true };
    return {
      authority,
      newest: graded.at(-1) ?? null,
      before: graded.at(-2) ?? null,
      said: progress(own),
    };
  });
  return { areas: gradesAsked(question).areas, rows };
}
