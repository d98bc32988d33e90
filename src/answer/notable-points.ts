import type { RecordedPassage } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import type { Point } from './answer.js';
import type { AnswerContext } from './context.js';
import { isPraised, notableOf } from './one-council/notable.js';
import { pointOf } from './wording/points.js';

/** What stands out of some passages of a visit, as points to show. */
export const notablePoints = (
  passages: RecordedPassage[],
  visit: Visit | null,
  context: AnswerContext,
): Point[] =>
  notableOf(passages, visit !== null && isPraised(visit, context)).map((recorded) =>
    pointOf(recorded),
  );
