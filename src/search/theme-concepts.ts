import { isOfEverybody } from '../domain/everybody.js';
import { FUNCTION_WORDS, stem } from '../language/index.js';
import { akin, isTagged, stemsOf } from './how-named.js';
import {
  isBesideFindings,
  isOfTime,
  isRanking,
  type LayPhrase,
  saysLate,
  withParticularWord,
} from './lay-concepts.js';
import type { SearchRequest } from './request.js';
import { type Added, EMPTY, type Reading, type ThemeNamed } from './sought-concept.js';
import { type Frequencies, isCommon } from './word-frequencies.js';

/** Reports that use a word so often mean it by its name. */
const USED = 100;

/**
 * The themes that a question names, without those read from words of time alone; everyday phrases
 * that something is late ("left too late") name one where `isAlone`, with nothing else named.
 */
export const readingsOf = (
  themes: ThemeNamed[],
  terms: SearchRequest['terms'],
  often: Frequencies,
  isAlone: boolean,
): Reading[] =>
  themes
    .filter((each) => (isAlone && saysLate(each.text)) || !isOfTime(each, terms))
    .map((each) => {
      const { stems, how } = stemsOf(each);
      // Reports write of the "police" by that name, and not of all partners.
      const isTerm = stems.length === 1 && stems.every((own) => (often.of.get(own) ?? 0) > USED);
      // "Holding up" is an everyday word for a delay, though a term for one has its words.
      const isPlain =
        how !== 'by name' && !isTagged(stems, each.themes) && each.words.every(isOfAnything);
      if (isPlain) return { ...each, stems, how: 'in everyday words' as const };
      return {
        ...each,
        stems,
        how: how === 'in everyday words' && isTerm ? ('by term' as const) : how,
      };
    });

/**
 * The readings left that stand beside each other. A theme read from everyday words goes where one
 * of them is part of a theme named in the inspectors' own ("putting care leavers"), and one read
 * from words of every report where `all` name another theme.
 */
export const readingsKept = (
  left: Reading[],
  all: Reading[],
  often: Frequencies,
  denied: ReadonlySet<number>,
): Reading[] =>
  left.filter(
    (one) =>
      !left.some((other) => cutsInto(one, other, often) || isWiderThan(one, other, often)) &&
      !(
        one.how !== 'by name' &&
        (saysLittle(one, all, often) || saysNothing(one, all)) &&
        !one.places.some((at) => denied.has(at))
      ) &&
      (one.how !== 'in everyday words' ||
        !left.some((other) => other.how !== 'in everyday words' && shares(one, other))),
  );

/** What each theme named asks of a sentence, with what inspectors write for its words. */
export function conceptsOfThemes(
  readings: Reading[],
  lay: LayPhrase[],
  terms: SearchRequest['terms'],
  often: Frequencies,
): Added {
  const added: Added = { concepts: [], places: [] };
  for (const reading of readings) {
    const { text, stems, themes, how, places } = reading;
    const own = lay.find((each) => isWithin(places, each.places, terms));
    added.places.push(...(own?.places ?? []));
    const isTerm = how === 'by term' && isTagged(stems, themes);
    added.concepts.push({
      ...EMPTY,
      places,
      texts: [text],
      phrases: phrasesOf(reading, often),
      themes: how === 'in everyday words' && own?.themes.length ? own.themes : themes,
      named: how,
      isTagged: isTagged(stems, themes),
      isOfEveryReport: stems.every((each) => isOfEverybody(each) || isCommon(each, often)),
      means: own?.means ?? [],
      // A term of the inspectors' own ("county lines") is met by what shares a word with it alone.
      meant: withParticularWord(own?.phrases ?? [], often).filter(
        (phrase) => !isTerm || phrase.some((each) => stems.includes(each)),
      ),
    });
  }
  return added;
}

/** The phrases of stems by which a sentence says what a reading does. */
function phrasesOf({ stems, words, themes, how }: Reading, often: Frequencies): string[][] {
  // "Go home" says more than its one word that is no function word.
  const isBare =
    stems.length === 1 &&
    ((words.length > 2 && how !== 'by name') ||
      (words.length > 1 && stems.every((own) => isCommon(own, often))));
  if (isBare) return [words.map(stem)];
  return [stems, ...(how === 'by term' ? akin(stems, themes, often) : [])];
}

const shares = (one: Reading, other: Reading): boolean =>
  other.places.some((at) => one.places.includes(at));

/** Whether a reading tears apart what names a theme: "put care" of "put care leavers in". */
const cutsInto = (one: Reading, other: Reading, often: Frequencies): boolean =>
  one.how !== 'by name' &&
  !saysMore(one, other, often) &&
  other.how === 'by name' &&
  shares(one, other) &&
  !other.places.every((at) => one.places.includes(at));

/** Whether a narrower term has all that it says ("plans for children" of "permanence plans"). */
const isWiderThan = (one: Reading, other: Reading, often: Frequencies): boolean =>
  one !== other &&
  shares(one, other) &&
  one.words.every(
    (word, i) =>
      other.places.includes(one.places[i] ?? -1) ||
      FUNCTION_WORDS.has(word) ||
      isOfEverybody(stem(word)),
  ) &&
  saysMore(other, one, often);

/** Whether a term of the inspectors' own has a word that tells it from another reading. */
const saysMore = (one: Reading, other: Reading, often: Frequencies): boolean =>
  isTagged(one.stems, one.themes) &&
  one.words.some(
    (word, i) =>
      !other.places.includes(one.places[i] ?? -1) &&
      !isOfAnything(word) &&
      !isCommon(stem(word), often),
  );

/** Whether a word of every report names a theme beside another one ("staff", "late"). */
const saysLittle = (one: Reading, all: Reading[], often: Frequencies): boolean =>
  one.stems.every((own) => isCommon(own, often)) &&
  all.some((other) => other.themes.some((theme) => !theme.broad && !one.themes.includes(theme)));

/** Whether a reading only has words of asking ("place children", "too much") beside another one. */
const saysNothing = (one: Reading, all: Reading[]): boolean =>
  all.length > 1 &&
  (one.words.every((word) => isBesideFindings(word) || isOfEverybody(stem(word))) ||
    one.words.every((word) => FUNCTION_WORDS.has(word)));

/** Whether all words searched of a theme's are words of a lay phrase. */
const isWithin = (places: number[], lay: number[], terms: SearchRequest['terms']): boolean => {
  const searched = places.filter((at) => terms.some(({ position }) => position === at));
  return searched.length > 0 && searched.every((at) => lay.includes(at));
};

/** Whether a word names nothing by itself ("hold", "up"). */
const isOfAnything = (word: string): boolean =>
  isBesideFindings(word) || isRanking(word) || FUNCTION_WORDS.has(word);
