import { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { AskedOfOne } from '../asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { type About, aboutOf } from './about.js';

/**
 * The newest overall grade of one council, `null` where none is held, and how many of all councils
 * that exist have which, best first.
 */
export type BesideAverageFacts = {
  about: About;
  own: { recorded: RecordedJudgement; grade: Grade } | null;
  counts: { grade: Grade; count: number }[];
};

/** Where a council's overall grade stands among those of all councils: grades have no average. */
export function besideAverage(asked: AskedOfOne): BesideAverageFacts {
  const { authority, context } = asked;
  const newestOf = (council: AskedOfOne['authority']) => {
    const [newest] = inspectionsHeld(council, context);
    return newest ? gradeOf(['overall'], newest, context) : null;
  };
  const all = context.covered
    .filter(({ ended }) => !ended)
    .flatMap((council) => newestOf(council)?.grade ?? []);
  return {
    about: aboutOf(asked),
    own: newestOf(authority),
    counts: Grade.options.flatMap((grade) => {
      const count = all.filter((each) => each === grade).length;
      return count > 0 ? [{ grade, count }] : [];
    }),
  };
}
