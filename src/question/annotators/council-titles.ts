import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';

type Range = { from: number; to: number };

/**
 * Prepares a reader of the titles around a council's name: "London Borough of" before it, "City
 * Council" behind it. What it gives for a name is the name's range with its title.
 */
export function createTitles(): (words: readonly string[]) => (name: Range) => Range {
  const phrases = finderOf(readVocabulary('council-titles', z.enum(['before', 'after'])));
  return (words) => {
    return (name) => {
      const titles = phrases.find(words);
      const before = titles.filter(({ value, to }) => value === 'before' && to === name.from);
      const behind = titles.filter(({ from }) => from === name.to);
      const to = Math.max(name.to, ...behind.map((title) => title.to));
      const isLookAlike = behind.some((title) => title.value === null && title.to === to);
      return {
        from: Math.min(name.from, ...before.map(({ from }) => from)),
        to: isLookAlike ? name.to : to,
      };
    };
  };
}
