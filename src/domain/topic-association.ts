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

/** A word that points to no theme. */
const NOWHERE = { numbers: new Uint16Array(), strengths: new Float64Array() };

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
  /** How strongly each word points to which of the themes, by their numbers. */
  const pointsTo = new Map(
    Array.from(themesOf, ([each, associated]) => {
      const specificity = 1 - Math.log(associated.size) / Math.log(themes.length);
      return [
        each,
        {
          numbers: Uint16Array.from(associated.keys(), (theme) => themes.indexOf(theme)),
          strengths: Float64Array.from(associated.values(), (weight) => specificity * weight),
        },
      ] as const;
    }),
  );
  function read(said: string[], named: Theme[]): TopicAssociation[] {
    const sums = new Float64Array(themes.length);
    for (const each of new Set(said.map(stem))) {
      const { numbers, strengths } = pointsTo.get(each) ?? NOWHERE;
      for (let i = 0; i < numbers.length; i++)
        sums[numbers[i] ?? 0] = (sums[numbers[i] ?? 0] ?? 0) + (strengths[i] ?? 0);
    }
    const associations: TopicAssociation[] = [];
    for (let number = 0; number < sums.length; number++) {
      const strength = sums[number] ?? 0;
      const theme = strength >= LEAST_STRENGTH ? themes[number] : undefined;
      if (theme && !named.includes(theme)) associations.push({ theme, strength });
    }
    return associations
      .sort((a, b) => b.strength - a.strength || (a.theme.id < b.theme.id ? -1 : 1))
      .slice(0, MOST_ASSOCIATIONS);
  }
  return { has: (word) => themesOf.has(stem(word)), read };
}
