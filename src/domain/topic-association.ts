import { stem, words } from '../language/index.js';
import type { Theme } from './theme.js';

/**
 * A theme that a question's words point to without naming it. `strength` is the sum, over its
 * words, of how few themes each points to (0–1).
 */
export type TopicAssociation = { theme: Theme; strength: number };

/** What single words say of themes. */
export type TopicAssociations = {
  /** Whether any theme's vocabulary has the word in any form: then it is in-domain. */
  has(word: string): boolean;
  /** The themes that the words point to beside those named, strongest first. */
  read(words: string[], named: Theme[]): TopicAssociation[];
};

/** A word or two that many themes share point nowhere. */
const LEAST_STRENGTH = 0.4;
/** A hint points less than a word of the theme's own phrases. */
const HINT_WEIGHT = 0.7;
/** A question is about few things. */
const MOST_ASSOCIATIONS = 3;

/** Prepares the vocabulary of `themes`, word by word, without the stop words. */
export function createTopicAssociations(
  themes: Theme[],
  stopWords: ReadonlySet<string>,
): TopicAssociations {
  const themesOf = new Map<string, Map<Theme, number>>();
  const associate = (phrases: string[], theme: Theme, weight: number) => {
    for (const word of phrases.flatMap(words).filter((each) => !stopWords.has(each))) {
      const associated = themesOf.get(stem(word)) ?? new Map<Theme, number>();
      const strongest = Math.max(weight, associated.get(theme) ?? 0);
      themesOf.set(stem(word), associated.set(theme, strongest));
    }
  };
  for (const theme of themes) {
    associate([theme.name, ...theme.terms, ...theme.layWords], theme, 1);
    associate(theme.hints, theme, HINT_WEIGHT);
  }
  function read(said: string[], named: Theme[]): TopicAssociation[] {
    const strengths = new Map<Theme, number>();
    for (const each of new Set(said.map(stem))) {
      const associated = themesOf.get(each);
      if (!associated) continue;
      const specificity = 1 - Math.log(associated.size) / Math.log(themes.length);
      for (const [theme, weight] of associated)
        strengths.set(theme, (strengths.get(theme) ?? 0) + specificity * weight);
    }
    return [...strengths]
      .filter(([theme, strength]) => strength >= LEAST_STRENGTH && !named.includes(theme))
      .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
      .slice(0, MOST_ASSOCIATIONS)
      .map(([theme, strength]) => ({ theme, strength }));
  }
  return { has: (word) => themesOf.has(stem(word)), read };
}
