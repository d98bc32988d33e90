import type { Theme } from '../domain/theme.js';
import { stem, words } from '../domain/words.js';
import { STOP_WORDS } from './stop-words.js';

/** A theme that a question's words point to without naming it, and how strongly: the sum, over its words, of how few themes each points to (0–1). */
export type Leaning = { theme: Theme; strength: number };

/** What single words say of themes. */
export type LeaningReader = {
  /** Whether any theme's vocabulary has the stem. */
  knows(stem: string): boolean;
  /** The themes that the stems of a question's words point to beside those named, strongest first. */
  read(stems: string[], named: Theme[]): Leaning[];
};

/** A word or two that many themes share point nowhere. */
const LEAST = 0.4;
/** A hint points less than a word of the theme's own phrases. */
const HINT = 0.7;
/** A question is about few things. */
const MOST = 3;

/** Prepares the vocabulary of `themes`, word by word. */
export function createLeaningReader(themes: Theme[]): LeaningReader {
  const themesOf = new Map<string, Map<Theme, number>>();
  const point = (phrases: string[], theme: Theme, weight: number) => {
    for (const word of phrases.flatMap(words).filter((each) => !STOP_WORDS.has(each))) {
      const pointed = themesOf.get(stem(word)) ?? new Map<Theme, number>();
      themesOf.set(stem(word), pointed.set(theme, Math.max(weight, pointed.get(theme) ?? 0)));
    }
  };
  for (const theme of themes) {
    point([theme.name, ...theme.terms, ...theme.layWords], theme, 1);
    point(theme.hints, theme, HINT);
  }
  function read(stems: string[], named: Theme[]): Leaning[] {
    const strengths = new Map<Theme, number>();
    for (const each of new Set(stems)) {
      const pointed = themesOf.get(each) ?? new Map<Theme, number>();
      const telling = 1 - Math.log(pointed.size) / Math.log(themes.length);
      for (const [theme, weight] of pointed)
        strengths.set(theme, (strengths.get(theme) ?? 0) + telling * weight);
    }
    return [...strengths]
      .filter(([theme, strength]) => strength >= LEAST && !named.includes(theme))
      .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
      .slice(0, MOST)
      .map(([theme, strength]) => ({ theme, strength }));
  }
  return { knows: (each) => themesOf.has(each), read };
}
