import type { RecordedPassage } from '../domain/record.js';
import type { SynonymRing } from '../domain/synonym-rings.js';
import { FUNCTION_WORDS, stem } from '../language/index.js';
import type { RingMet } from './sought-concept.js';

/** A word of a question as typed, without capitals, and its place. */
export type TypedWord = { word: string; at: number };

/** The passages that have all of some stems. */
export type PassagesHaving = (stems: string[]) => RecordedPassage[];

/** A name has so many words at most. */
const LONGEST = 4;
/** Words that are a name are written with capitals in this share of the places that have them. */
const NAMED_SHARE = 0.4;
/** One word alone is a name only where it is nearly always written as one, more than once. */
const NAMED_SHARE_ALONE = 0.6;
const FEWEST_ALONE = 2;
/** These have no capital in a name ("Mind of My Own", "Signs of Safety"). */
const SMALL = new Set(['a', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);

/**
 * The names of things ("House Project") among the words of a question: words that stand together in
 * the record with capitals, where no sentence or heading begins. Of names that share a word the
 * longest counts. `isSought` tells the words that may be of one.
 */
export function namesIn(
  said: TypedWord[],
  isSought: (word: TypedWord) => boolean,
  having: PassagesHaving,
): RingMet[] {
  const found: RingMet[] = [];
  const isTaken = (run: TypedWord[]) =>
    found.some(({ places }) => run.some(({ at }) => places.includes(at)));
  for (let length = LONGEST; length > 0; length--)
    for (let from = 0; from + length <= said.length; from++) {
      const run = said.slice(from, from + length);
      if (!mayBeName(run, isSought) || isTaken(run)) continue;
      const name = nameOf(
        run.map(({ word }) => word),
        having,
      );
      if (name) found.push(name(run));
    }
  return found;
}

function mayBeName(run: TypedWord[], isSought: (word: TypedWord) => boolean): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || SMALL.has(last.word)) return false;
  const content = run.filter(({ word }) => !FUNCTION_WORDS.has(word));
  return !FUNCTION_WORDS.has(first.word) && content.some(isSought);
}

/** What the words are as a name, or `null` where the record does not write them as one. */
function nameOf(run: string[], having: PassagesHaving): ((words: TypedWord[]) => RingMet) | null {
  const stems = run.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
  // The record's apostrophes are curly, and `words()` leaves both out.
  const pattern = run.map((word) => word.split('').join("['’]?")).join('[\\s-]+');
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu');
  let [all, named, text] = [0, 0, ''];
  for (const { passage } of having(stems))
    for (const met of passage.quote.matchAll(anywhere)) {
      if (run.length === 1 && beginsSentence(passage.quote, met.index)) continue;
      all += 1;
      if (!isWrittenAsName(met[0])) continue;
      named += 1;
      text ||= met[0];
    }
  const isName =
    run.length > 1
      ? named > 0 && named >= NAMED_SHARE * all
      : named >= FEWEST_ALONE && named >= NAMED_SHARE_ALONE * all;
  if (!isName) return null;
  const ring = ringOf(text.replace(/\s+/g, ' '), run, stems);
  return (typed) => ({
    text: ring.name,
    words: typed.map(({ word }) => word),
    places: typed.map(({ at }) => at),
    ring,
    isInside: false,
    isName: true,
  });
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:;•]["'’”)]*\s+|\n\s*)["'‘“(]*$/.test(text.slice(0, at));

const isWrittenAsName = (text: string): boolean =>
  text.split(/[\s-]+/).every((word) => SMALL.has(word) || /^["'‘“]*\p{Lu}/u.test(word));

/** The narrow thing that goes by one name; by one word only where that has its capital. */
const ringOf = (name: string, run: string[], stems: string[]): SynonymRing => ({
  name,
  names: [],
  needed: [stems],
  isWrittenIn: run.length === 1 ? (text) => text.includes(name) : null,
  placeIn(words) {
    for (let from = 0; from + run.length <= words.length; from++)
      if (run.every((word, i) => words[from + i] === word)) return { from, to: from + run.length };
    return null;
  },
});

/**
 * The narrow things of a question with its names: a name that says more than a narrow thing within
 * it takes its place ("Caring Dads"), and one that is such a thing only marks it as a name.
 */
export function withNames(rings: RingMet[], names: RingMet[]): RingMet[] {
  const content = ({ words, places }: RingMet) =>
    places.filter((_, i) => !FUNCTION_WORDS.has(words[i] ?? ''));
  const covers = (one: RingMet, other: RingMet) =>
    content(other).every((at) => one.places.includes(at));
  const shares = (one: RingMet, other: RingMet) =>
    one.places.some((at) => other.places.includes(at));
  const own = names.filter((name) =>
    rings.every((ring) => !shares(name, ring) || (covers(name, ring) && !covers(ring, name))),
  );
  return [
    ...own,
    ...rings
      .filter((ring) => !own.some((name) => shares(name, ring)))
      .map((ring) => ({
        ...ring,
        isName: ring.isName || names.some((name) => covers(ring, name) && covers(name, ring)),
      })),
  ];
}
