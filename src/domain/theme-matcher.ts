import {
  CONNECTING_WORDS,
  createPhraseMatcher,
  EXACT,
  firstSentence,
  words,
} from '../language/index.js';
import type { Theme } from './theme.js';

/** A theme met in a question: the words from `from` up to, not including, `to`. */
export type ThemeMention = { theme: Theme; from: number; to: number };

/** Reads texts with the themes' vocabulary. */
export type ThemeMatcher = {
  /**
   * The ids of the themes whose terms a passage uses, the one that it is most about first: that
   * which its first sentence and most of its terms name, and of two alike the one named sooner.
   */
  tag(text: string): string[];
  /** How often a passage uses each theme's terms. */
  count(text: string): Map<string, number>;
  /** The themes that a question's words (as `words()` gives them) name, by term or lay word. */
  read(questionWords: readonly string[]): ThemeMention[];
};

/** How many times over a mention in a passage's first sentence counts, and one of a broad theme. */
const LEAD = 2;
const BROAD = 0.5;

/** Prepares the vocabulary of `themes` once; reading then takes time proportional to the text. */
export function createThemeMatcher(themes: Theme[]): ThemeMatcher {
  /** As passages use them, and as questions do: these in any form of the word. */
  const terms = createPhraseMatcher<Theme>();
  const asked = createPhraseMatcher<Theme>();
  const layWords = createPhraseMatcher<Theme>();
  for (const theme of themes) {
    for (const phrase of theme.terms) {
      terms.add(termWords(phrase), theme);
      asked.add(words(phrase), theme);
    }
    for (const phrase of theme.layWords) {
      const list = words(phrase);
      const rest = list.filter((word) => !CONNECTING_WORDS.has(word));
      // "On the register" is not any "registered": one word that is left does not say it.
      if (list.length > 1 && rest.length <= 1) asked.add(list, theme);
      else layWords.add(withoutConnecting(list), theme);
    }
  }
  for (const phrase of themes.flatMap((theme) => theme.not)) {
    terms.add(termWords(phrase));
    asked.add(words(phrase));
    layWords.add(withoutConnecting(words(phrase)));
  }

  function count(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { value: theme } of terms.scan(words(text)))
      counts.set(theme.id, (counts.get(theme.id) ?? 0) + 1);
    return counts;
  }

  function tag(text: string): string[] {
    const lead = words(firstSentence(text)).length;
    const weights = new Map<string, number>();
    for (const { value: theme, from } of terms.scan(words(text))) {
      const weight = (theme.broad ? BROAD : 1) * (from < lead ? LEAD : 1);
      weights.set(theme.id, (weights.get(theme.id) ?? 0) + weight);
    }
    return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }

  return {
    count,
    tag,
    read(questionWords) {
      const inTerms = asked
        .scan(questionWords)
        .map(({ value: theme, from, to }) => ({ theme, from, to }));
      const places = questionWords.flatMap((word, i) => (CONNECTING_WORDS.has(word) ? [] : [i]));
      const inLayWords = layWords
        .scan(places.map((i) => questionWords[i] ?? ''))
        .map(({ value: theme, from, to }) => ({
          theme,
          from: places[from] ?? 0,
          to: (places[to - 1] ?? 0) + 1,
        }));
      return longestOnly([...inTerms, ...inLayWords]);
    },
  };
}

/** The words of a term, with the mark before those that are meant in one form alone. */
const termWords = (phrase: string): string[] =>
  phrase
    .split(' ')
    .flatMap((part) =>
      part.startsWith(EXACT) ? words(part).map((word) => `${EXACT}${word}`) : words(part),
    );

/** Without the mentions inside a longer one: "private fostering" is not also "fostering". */
function longestOnly(mentions: ThemeMention[]): ThemeMention[] {
  const length = ({ from, to }: ThemeMention) => to - from;
  if (mentions.length < 2) return mentions;
  return mentions
    .filter(
      (one) =>
        !mentions.some(
          (other) => length(other) > length(one) && other.from <= one.from && one.to <= other.to,
        ),
    )
    .sort((a, b) => a.from - b.from);
}

/** The phrase without its connecting words; whole where it has no others. */
function withoutConnecting(list: string[]): string[] {
  const rest = list.filter((word) => !CONNECTING_WORDS.has(word));
  return rest.length > 0 ? rest : list;
}
