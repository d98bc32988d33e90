import type { Act } from '../domain/acts.js';
import type { SynonymRing } from '../domain/synonym-rings.js';
import type { Theme } from '../domain/theme.js';

/**
 * Something that a sentence must be on: words by themselves, or themes with the phrases (of stems)
 * by which the asker named them. `texts` are what was typed; `named`: by the theme's name, by
 * another of the inspectors' terms for it, which mean less than the whole theme, or in everyday
 * words for it. `isTagged`: every sentence that has the phrase is on the theme, unless the phrase
 * is part of another one's ("private fostering"). `means`: what inspectors write for it.
 * `rings`: the narrow things that it names; a sentence that says any of them says it as well.
 * `isName`: it is the name of one thing, which the generic words beside it add nothing to.
 * `act`: it is what is done with the rest, or left undone (`isUndone`), and is said near that.
 * `isVoice`: it is whose words a sentence tells; `isTrend`: that things went one way.
 * `isRanking`: it decides nothing, and what has it comes first.
 * `isOptional`: it decides where sentences have it; `isCommon`: because it is a word of nearly
 * every report ("support"), so that it decides nothing where next to none has it.
 */
export type SoughtConcept = {
  texts: string[];
  phrases: string[][];
  themes: Theme[];
  named: 'by name' | 'by term' | 'in everyday words' | 'word';
  isTagged: boolean;
  means: string[];
  /** The stems of what inspectors write for it, as phrases. */
  meant: string[][];
  rings: SynonymRing[];
  /** Phrases of stems that say it as well as its narrow things do: the other side of an "or". */
  orPhrases: string[][];
  isName: boolean;
  act: { act: Act; isUndone: boolean } | null;
  isVoice: boolean;
  isTrend: boolean;
  isOptional: boolean;
  isCommon: boolean;
  isRanking: boolean;
  /** Whether it is named by words of every report alone ("plans for children"). */
  isOfEveryReport: boolean;
  /** Whether it is said only near what else is: a delay is of what stands beside it. */
  isBeside: boolean;
  /** The places of its words in the question. */
  places: number[];
};

/** A concept that says nothing yet. */
export const EMPTY: SoughtConcept = {
  texts: [],
  phrases: [],
  themes: [],
  named: 'word',
  isTagged: false,
  means: [],
  meant: [],
  rings: [],
  orPhrases: [],
  isName: false,
  act: null,
  isVoice: false,
  isTrend: false,
  isOptional: false,
  isCommon: false,
  isRanking: false,
  isOfEveryReport: false,
  isBeside: false,
  places: [],
};

/** A concept that decides nothing: a sentence that has it comes first. */
export const onlyRanking = (concept: SoughtConcept): SoughtConcept => ({
  ...concept,
  isOptional: true,
  isCommon: true,
  isRanking: true,
  isBeside: false,
});

/** Where a question names themes: the text as typed, its words, and the places of these. */
export type ThemeNamed = { text: string; words: string[]; places: number[]; themes: Theme[] };

/** A theme as a question names it: the stems of its words, and how it is named by them. */
export type Reading = ThemeNamed & { stems: string[]; how: SoughtConcept['named'] };

/** What a part of a question's words adds: concepts, and the places of the words that said them. */
export type Added = { concepts: SoughtConcept[]; places: number[] };

/**
 * Where a question names a narrow thing, as typed; `isInside`: within the words of another one;
 * `isName`: the record writes it as the name of one thing ("House Project").
 */
export type RingMet = {
  text: string;
  words: string[];
  places: number[];
  ring: SynonymRing;
  isInside: boolean;
  isName: boolean;
};
