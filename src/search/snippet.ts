import { clarificationOf } from '../domain/clarification.js';
import type { Passage } from '../domain/passage.js';
import { withQuote } from '../domain/passage-tones.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentences } from '../language/index.js';
import { type AlignedTerm, createFit, createSentenceWeights } from './alignment.js';
import { pointsBack, setsBeside, turnsBefore } from './clarity.js';
import { progressIn } from './told-of-progress.js';

/** A quotation up to this many characters is shown whole. */
export const SHORT = 360;
/** Two sentences are shown together up to this many. */
const LONG = 720;
/** A neighbour that shares less than this of what the best one does only takes another's place. */
const BESIDES = 0.3;
/** Of one thing asked for a paragraph is shown up to this many, while it is on that. */
const WIDEST = 600;
/** What has this share of what the best sentence has, in its place, is still on it. */
const STILL_ON = 0.22;
/** What a sentence counts that tells how things went, where that is asked. */
const PROGRESS = 2;
/** What a sentence counts that says the opposite of what the question leans to. */
const OPPOSITE = 0.3;

/**
 * The part of a quotation that answers: the whole sentence that shares most of the question's
 * meaning; with the one after it where that turns it ("However, …") or tells of the others, with
 * the one before it where it points there and nothing else says to whom, and else with the
 * neighbour that shares more, if that shares enough. It is never cut inside a sentence. A short
 * quotation is its own snippet. The snippet is a run of the quotation, byte for byte.
 */
export function snippet(quote: string, terms: AlignedTerm[], tones: Passage['tones'] = []): string {
  if (quote.length <= SHORT) return quote;
  const list = sentences(quote);
  const leaning = terms[0]?.leaning ?? null;
  const told = createSentenceWeights(terms)(list);
  const progress = terms[0]?.asksOfProgress ? progressIn(list) : [];
  const factors = list.map(
    (each, i) =>
      (saysOpposite(each, leaning, quote, tones) ? OPPOSITE : 1) * (progress[i] ? PROGRESS : 1),
  );
  const { shares, fit } = createFit(terms);
  const fits = list.map((each) =>
    fit(each, []).reduce((sum, own, i) => sum + own * (shares[i] ?? 0), 0),
  );
  const most = Math.max(...told.map(({ inPlace }) => inPlace)) || 1;
  const closest = told.map(
    ({ inPlace }, i) => (inPlace / most + (fits[i] ?? 0)) * (factors[i] ?? 1),
  );
  const weights = told.map((weight, i) => weight.alone * (factors[i] ?? 1));
  const best = closest.indexOf(Math.max(...closest));
  const single = list[best] ?? quote;
  const next = list[best + 1];
  const isTurned = next !== undefined && (turnsBefore(next) || setsBeside(next));
  const isUnclear = pointsBack(single) && clarificationOf(quote, single) === null;
  const [before, after] = [weights[best - 1] ?? -1, weights[best + 1] ?? -1];
  const isAfter = isTurned || after >= before;
  const isBesides = Math.max(before, after) >= BESIDES * (weights[best] ?? 0);
  const from = Math.max(0, isUnclear || (isBesides && !isAfter) ? best - 1 : best);
  const end = isTurned || (!isUnclear && isBesides && isAfter) ? best + 2 : best + 1;
  const to = end < list.length && setsBeside(list[end] ?? '') ? end + 1 : end;
  const chosen = list.slice(from, to).join(' ');
  const isAll = chosen.length <= LONG || isTurned || isUnclear;
  const own = isAll ? { from, to } : { from: best, to: best + 1 };
  const isOn = (i: number) => (told[i]?.inPlace ?? 0) * (factors[i] ?? 1) >= STILL_ON * most;
  const { from: first, to: last } =
    shares.length === 1 ? widened(list, own, isOn, (i) => (weights[i] ?? 0) > 0) : own;
  const run = list.slice(first, last).join(' ');
  return quote.includes(run) ? run : quote;
}

/**
 * A run of sentences with those that go on with what it is on, and those before it, while it stays
 * short enough: who asks of one thing is told what the paragraph has of it, good and bad. It ends
 * with one that names it.
 */
function widened(
  list: readonly string[],
  { from, to }: { from: number; to: number },
  isOn: (at: number) => boolean,
  isNamed: (at: number) => boolean,
): { from: number; to: number } {
  const fits = (first: number, last: number) =>
    list.slice(first, last).join(' ').length <= WIDEST && first >= 0 && last <= list.length;
  let [first, last] = [from, to];
  while (fits(first, last + 1) && isOn(last)) last++;
  while (last > to && !isNamed(last - 1)) last--;
  while (fits(first - 1, last) && isOn(first - 1)) first--;
  return { from: first, to: last };
}

/** Whether a sentence is praise where something bad is asked about, or the other way about. */
function saysOpposite(
  sentence: string,
  leaning: AlignedTerm['leaning'],
  quote: string,
  tones: Passage['tones'],
): boolean {
  if (leaning === null || tones.length === 0) return false;
  const from = quote.indexOf(sentence);
  return tones.some((span) => span.from === from && span.tone !== 'mixed' && span.tone !== leaning);
}

/** A passage with a run of its quotation in place of the whole. */
export const narrowed = (recorded: RecordedPassage, quote: string): RecordedPassage => ({
  ...recorded,
  passage: withQuote(recorded.passage, quote),
});
