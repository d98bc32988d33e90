import { isOfEverybody } from '../domain/everybody.js';
import type { SynonymRing } from '../domain/synonym-rings.js';
import { FUNCTION_WORDS, stem, words as wordsOf } from '../language/index.js';
import { isTagged } from './how-named.js';
import { isBesideFindings, isNarrowing } from './lay-concepts.js';
import { EMPTY, type Reading, type RingMet, type SoughtConcept } from './sought-concept.js';
import { type Frequencies, isCommon } from './word-frequencies.js';

/** What stays of the rings and themes of a question; `lost` are places of no reading now. */
type Apart<T extends Reading> = { rings: RingMet[]; themesLeft: T[]; lost: ReadonlySet<number> };

/**
 * Parts the narrow things that a question names from the themes that it names by the same words. A
 * theme's own name stands for all of it, and so does a longer term of the inspectors'; else the
 * narrow thing is what was asked for, and the theme is wider.
 */
export function withoutRings<T extends Reading>(
  rings: RingMet[],
  readings: T[],
  aside: ReadonlySet<number>,
): Apart<T> {
  const isPart = (own: string[], places: number[], of: readonly number[]) =>
    own.every((word, i) => of.includes(places[i] ?? -1) || saysNothing(word));
  // What each says beside the other is asked for too ("care plans that are vague"); that it is not
  // so is asked of the narrow thing as well.
  const isMore = (one: RingMet, { words: said, places }: Reading) =>
    said.some(
      (word, i) =>
        !DENYING.has(word) && !isNarrowing(word) && !isPart([word], [places[i] ?? -1], one.places),
    );
  const holds = (one: RingMet, reading: Reading): boolean =>
    isPart(one.words, one.places, reading.places) &&
    (reading.how === 'by name' ||
      (isMore(one, reading) && isTagged(reading.stems, reading.themes)));
  const isBeside = (one: RingMet, reading: Reading): boolean =>
    isMore(one, reading) && reading.how !== 'in everyday words' && reading.words.length > 1;
  const outer = rings.filter(
    (one) =>
      !one.isInside &&
      (one.places.length >= LONG || one.places.some((at) => !aside.has(at))) &&
      !readings.some((reading) => shares(one, reading) && holds(one, reading)),
  );
  const isWithin = (one: RingMet) =>
    outer.some((other) => one.places.every((at) => other.places.includes(at)));
  const kept = [...outer, ...rings.filter((one) => one.isInside && isWithin(one))];
  const isDropped = (reading: Reading): boolean =>
    kept.some((one) => shares(one, reading) && !isBeside(one, reading));
  const themesLeft = readings.filter((reading) => !isDropped(reading));
  const dropped = readings.filter(isDropped);
  const said = new Set([...kept, ...themesLeft].flatMap(({ places }) => places));
  const lost = dropped.flatMap(({ places }) => places).filter((at) => !said.has(at));
  return { rings: kept, themesLeft, lost: new Set(lost) };
}

/** So many words say a narrow thing, whatever each asks by itself ("records … up to date"). */
const LONG = 3;

/** Whether a word tells no narrow thing from another. */
export const saysNothing = (word: string): boolean =>
  !isNarrowing(word) &&
  (isBesideFindings(word) || isOfEverybody(stem(word)) || FUNCTION_WORDS.has(word));

const DENYING = new Set(['not', 'never']);

/** Whether a text begins with what denies the rest of it ("not recorded"). */
export const saysNot = (text: string): boolean => DENYING.has(wordsOf(text)[0] ?? '');

/** Whether both are said by one word; of children two things may be ("visits to disabled …"). */
const shares = (one: RingMet, { places }: Reading): boolean =>
  one.places.some((at, i) => places.includes(at) && !isOfEverybody(stem(one.words[i] ?? '')));

/**
 * What each narrow thing asks of a sentence; its themes are those named by the same words. One that
 * stands inside another decides as a word of its own does.
 */
export const asConcepts = (
  rings: RingMet[],
  readings: Reading[],
  often: Frequencies,
): SoughtConcept[] =>
  rings.map((met) => {
    const { text, words, places, ring, isInside, isName } = met;
    const stems = words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
    const isOptional = !isInside && !isName && stems.every((own) => isCommon(own, often));
    // Everyday words may name another theme than the narrow thing's: children are bullied too.
    const wider = isInside
      ? []
      : readings.filter((each) => each.how !== 'in everyday words' && shares(met, each));
    return {
      ...EMPTY,
      places,
      texts: [text],
      phrases: [stems],
      themes: [...new Set(wider.flatMap(({ themes }) => themes))],
      named: isInside ? 'word' : 'by term',
      meant: ring.needed,
      rings: [ring],
      isName,
      isOptional,
      isCommon: isOptional,
    };
  });

/** What one narrow thing asks of a sentence, whatever else is asked. */
export const ofRing = (ring: SynonymRing, text: string, places: number[]): SoughtConcept => ({
  ...EMPTY,
  places,
  texts: [text],
  phrases: [wordsOf(text).map(stem)],
  named: 'by term',
  meant: ring.needed,
  rings: [ring],
});
