import { isOfEverybody } from '../domain/everybody.js';
import type { Theme } from '../domain/theme.js';
import { hasTone } from '../domain/tone.js';
import { FUNCTION_WORDS, stem, stemmed, words } from '../language/index.js';
import { isBesideFindings, isRanking, mayDecide } from './lay-concepts.js';
import type { SearchTerm } from './request.js';
import { EMPTY, type SoughtConcept } from './sought-concept.js';
import { type Frequencies, isCommon } from './word-frequencies.js';

/** What a word by itself asks of a sentence: that it has the word. */
export const conceptOfWord = ({
  word,
  repaired,
  stem: own,
  position,
}: SearchTerm): SoughtConcept => ({
  ...EMPTY,
  places: [position],
  texts: [repaired ?? word],
  phrases: [[own]],
});

/** What words as typed ask of a sentence: that it has those that say something, as one phrase. */
export const ofWords = (text: string, places: number[]): SoughtConcept => ({
  ...EMPTY,
  places,
  texts: [text],
  phrases: [
    words(text)
      .filter((word) => !FUNCTION_WORDS.has(word))
      .map(stem),
  ],
});

/**
 * What the other words of a question decide beside the `concepts` that it names: a word of nearly
 * every report, or of a theme's or narrow thing's own names, only where sentences have it.
 */
export function conceptsOfWords(
  bare: SearchTerm[],
  concepts: SoughtConcept[],
  often: Frequencies,
  denied: ReadonlySet<number>,
): SoughtConcept[] {
  // What is "not" done is what was asked, whatever verb says it; "patchy" is said in many words.
  const isPlainVerb = ({ word, repaired, position }: SearchTerm) =>
    (mayDecide(repaired ?? word) && !denied.has(position)) || hasTone(repaired ?? word);
  const isOptional = (term: SearchTerm) =>
    isPlainVerb(term) || isRanking(term.repaired ?? term.word) || isOfEveryReport(term);
  const isOfEveryReport = ({ stem: own }: SearchTerm) =>
    isCommon(own, often) ||
    concepts.some(
      ({ themes, rings }) =>
        themes.some((theme) => names(theme, own)) ||
        rings.some((ring) => ring.names.some((text) => stemmed(text).includes(own))),
    );
  return bare
    .filter(({ word, repaired }) => !isBesideFindings(repaired ?? word))
    .filter((term) => !isOfEverybody(term.stem))
    .map((term) => ({
      ...conceptOfWord(term),
      isOptional: isOptional(term),
      isCommon: isOptional(term),
      isRanking: isRanking(term.repaired ?? term.word),
    }));
}

/** Whether a theme has a word in its name, or in a term for it. */
const names = ({ name, terms }: Theme, own: string): boolean =>
  [name, ...terms].some((text) => words(text).some((word) => stem(word) === own));
