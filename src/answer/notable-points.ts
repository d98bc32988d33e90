import type { RecordedPassage } from '../domain/record.js';
import type { Point } from './answer.js';
import { notableOf } from './one-council/notable.js';
import { pointOf } from './wording/points.js';

/** What stands out of some passages of one visit, as points to show. */
export const notablePoints = (passages: RecordedPassage[]): Point[] =>
  notableOf(passages).map((recorded) => pointOf(recorded));
