import { isOfEffort } from '../domain/effort.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans } from '../language/index.js';
import { createAlignment } from './alignment.js';
import { leansOnBefore } from './clarity.js';
import { createHolding } from './holding.js';
import type { SearchTerm } from './request.js';
import { narrowed } from './snippet.js';

/**
 * How some passages speak of what is asked for: a sentence that praises it and one that criticises
 * it, each the one that says most of it, and whether nearly all that is said of it has that tone.
 */
export type Told = {
  praise: RecordedPassage | null;
  criticism: RecordedPassage | null;
  isNearlyAll: boolean;
  /** Whether the sentences have all that is asked for, so that no others tell of it. */
  isHeld: boolean;
};

/** A sentence with this share of what the best one has of the question is on what is asked. */
const AS_ALIGNED = 0.7;
/** Nearly all: so many of the sentences on it, by share; of those that are marked one way alone,
 * this many, since what is not marked says nothing to the contrary. */
const [NEARLY_ALL, HALF] = [0.75, 0.5];

/** A sentence of a passage, with how much of the question it has. */
type Read = { of: RecordedPassage; from: number; to: number; weight: number };

/**
 * Reads the tones of all sentences that are on what `terms` ask (of all, where none is given), with
 * those that lean on one of them. One passage may show praise alone, where the report has both.
 */
export function toldOf(passages: RecordedPassage[], terms: SearchTerm[]): Told {
  const align = createAlignment(terms);
  const holds = createHolding(terms);
  const weighed = passages.map((of) =>
    sentencesOf(of, (text) => align(text).weight).map((each) => ({
      ...each,
      holds: holds(textOf(each), of.passage.themes),
    })),
  );
  // Where any sentence has all that is asked for, the others are on less than that.
  const isHeld = weighed.some((list) => list.some((each) => each.holds));
  const read = weighed.map((list) =>
    list.map((each) => (isHeld && !each.holds ? { ...each, weight: 0 } : each)),
  );
  const best = Math.max(0, ...read.flat().map(({ weight }) => weight));
  const isAll = terms.length === 0;
  const on = isAll || best > 0 ? read.flatMap((list) => onIt(list, AS_ALIGNED * best)) : [];
  const withTone = (tone: 'praise' | 'criticism') =>
    on.filter((each) => toneOf(each) === tone || toneOf(each) === 'mixed');
  const [praise, criticism] = [withTone('praise'), withTone('criticism')];
  const isOneWay = praise.length === 0 || criticism.length === 0;
  // Beside other words what is not marked may be on these.
  const isOfThemes = terms.every(({ themes }) => themes.length > 0);
  const enough = isOneWay && isOfThemes ? HALF : NEARLY_ALL;
  return {
    isHeld: isHeld && !isAll,
    praise: plainestOf(praise),
    criticism: plainestOf(criticism),
    isNearlyAll: Math.max(praise.length, criticism.length) >= enough * on.length,
  };
}

const textOf = ({ of, from, to }: Read): string => of.passage.quote.slice(from, to);

function sentencesOf(of: RecordedPassage, weightOf: (text: string) => number): Read[] {
  const { quote } = of.passage;
  return sentenceSpans(quote).map(({ from, to }) => ({
    of,
    from,
    to,
    weight: weightOf(quote.slice(from, to)),
  }));
}

/** The sentences with enough of the question, and those after them that lean on such a one. */
function onIt(list: Read[], least: number): Read[] {
  let isOn = false;
  return list.filter(({ of, from, to, weight }) => {
    isOn = weight >= least || (isOn && leansOnBefore(of.passage.quote.slice(from, to)));
    return isOn;
  });
}

function toneOf({ of: { passage }, from, to }: Read) {
  if (passage.kind === 'recommendation') return 'criticism';
  const own =
    passage.tones.length === 0
      ? passage.tone
      : (passage.tones.find((span) => span.from === from)?.tone ?? 'unmarked');
  // Praise of what is done about a problem is no praise of what is asked for.
  return own === 'praise' && isOfEffort(passage.quote.slice(from, to)) ? 'unmarked' : own;
}

/** Of sentences of one tone, the one that has most of the question, by itself. */
function plainestOf(list: Read[]): RecordedPassage | null {
  const [best] = list.toSorted((a, b) => b.weight - a.weight);
  if (!best) return null;
  const { quote } = best.of.passage;
  return narrowed(best.of, quote.slice(best.from, best.to));
}
