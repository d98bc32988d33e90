import { withSentenceBefore } from '../domain/passage-tones.js';
import type { PointKind } from '../domain/point-kind.js';
import type { RecordedPassage } from '../domain/record.js';
import { salienceOf } from '../domain/salience.js';
import { yearOf } from '../domain/visit.js';
import { createAlignment } from './alignment.js';
import { leansOnBefore, pointsBack } from './clarity.js';
import type { SearchTerm } from './request.js';
import { narrowed } from './snippet.js';

/** Sentences of one tone that follow each other are shown together up to so many characters. */
const SHOWN = 360;

/**
 * A finding as it says what was asked for: of its sentences that have the tone, the one that shares
 * most with `terms`, rather one that is understood by itself and says it most plainly. One that
 * points to the sentence before is shown with that. A finding with no marked sentence is shown
 * whole.
 */
export function inTone(
  recorded: RecordedPassage,
  tone: PointKind['tone'],
  terms: SearchTerm[] = [],
): RecordedPassage {
  const { kind, tones } = recorded.passage;
  if (!tone || kind !== 'finding' || tones.length === 0) return recorded;
  if (terms.length > 0) return narrowedToTone(recorded, tone, terms);
  const known = withoutTerms[tone].get(recorded) ?? narrowedToTone(recorded, tone, terms);
  withoutTerms[tone].set(recorded, known);
  return known;
}

/** What is shown of a finding whatever words are asked for. */
const withoutTerms = {
  praise: new WeakMap<RecordedPassage, RecordedPassage>(),
  criticism: new WeakMap<RecordedPassage, RecordedPassage>(),
};

function narrowedToTone(
  recorded: RecordedPassage,
  tone: NonNullable<PointKind['tone']>,
  terms: SearchTerm[],
): RecordedPassage {
  const { quote, tones } = recorded.passage;
  const clear = tones.filter((span) => span.tone === tone);
  const align = createAlignment(terms);
  const marked = (clear.length > 0 ? clear : tones.filter((span) => span.tone === 'mixed')).map(
    ({ from, to }) => ({
      from,
      to,
      shared: align(quote.slice(from, to)).weight,
      leans: leansOnBefore(quote.slice(from)),
      // Told of those alone that are equal in all else.
      salience: () =>
        salienceOf(
          { quote: quote.slice(from, to), tone, isInSummary: false, after: quote.slice(to).trim() },
          yearOf(recorded.visit),
        ),
    }),
  );
  const [best] = marked.toSorted(
    (a, b) =>
      b.shared - a.shared ||
      Number(a.leans) - Number(b.leans) ||
      b.salience() - a.salience() ||
      a.from - b.from,
  );
  if (!best) return recorded;
  const from = pointsBack(quote.slice(best.from))
    ? withSentenceBefore(recorded.passage, best.from)
    : best.from;
  const after = marked.find((next) => next.from === best.to + 1 && next.to - from <= SHOWN);
  return narrowed(recorded, quote.slice(from, after?.to ?? best.to));
}
