import { isOfSummary } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { salienceOf } from '../../domain/salience.js';
import { yearOf } from '../../domain/visit.js';
import { bySpeaker, isCutShort, isFragment, leansOnBefore, textAfter } from '../../search/index.js';

/**
 * Orders findings before what must improve, the council's own before its safeguarding board's, what
 * is understood by itself before what leans on words not shown and words torn out of a sentence,
 * then by whose words they are, and what says most plainly something of the council before what
 * tells of a few or of earlier.
 */
export function byPlainness(a: RecordedPassage, b: RecordedPassage): number {
  const [one, other] = [plainnessOf(a), plainnessOf(b)];
  return one.place - other.place || bySpeaker(a, b) || other.salience() - one.salience();
}

/** How plain a passage is: its place among all (less comes first), then its salience. */
type Plainness = { place: number; salience: () => number };

/** Told once for each passage, which a list in order asks many times. */
const known = new WeakMap<RecordedPassage, Plainness>();

function plainnessOf(recorded: RecordedPassage): Plainness {
  const before = known.get(recorded);
  if (before) return before;
  let own: number | null = null;
  const told = {
    place: placeOf(recorded),
    salience: () => {
      own ??= salience(recorded);
      return own;
    },
  };
  known.set(recorded, told);
  return told;
}

const placeOf = (recorded: RecordedPassage): number =>
  (recorded.passage.kind === 'recommendation' ? 8 : 0) +
  (isAboutBoard(recorded) ? 4 : 0) +
  (leansOnBefore(recorded.passage.quote) ? 2 : 0) +
  (isTorn(recorded) ? 1 : 0);

const isTorn = (recorded: RecordedPassage): boolean =>
  isFragment(recorded) && isCutShort(recorded.passage.quote);

const salience = (recorded: RecordedPassage): number => {
  const { quote, tone } = recorded.passage;
  const isInSummary = isOfSummary(recorded);
  return salienceOf(
    { quote, tone, isInSummary, after: textAfter(recorded.paragraph, quote) },
    yearOf(recorded.visit),
  );
};
