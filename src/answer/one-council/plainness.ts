import { isOfSummary } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { byClarity, leansOnBefore } from '../../search/index.js';

/**
 * Orders findings before what must improve, the council's own before its safeguarding board's, what
 * is understood by itself before what leans on words not shown, the report's summary before its
 * chapters, and then by clarity.
 */
export const byPlainness = (a: RecordedPassage, b: RecordedPassage): number =>
  plainness(a) - plainness(b) || byClarity(a, b);

const plainness = (recorded: RecordedPassage): number =>
  (recorded.passage.kind === 'recommendation' ? 8 : 0) +
  (isAboutBoard(recorded) ? 4 : 0) +
  (leansOnBefore(recorded.passage.quote) ? 2 : 0) +
  (isOfSummary(recorded) ? 0 : 1);
