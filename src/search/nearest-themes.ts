import type { RecordedPassage } from '../domain/record.js';
import type { Theme } from '../domain/theme.js';
import type { SearchTerm } from './request.js';

/**
 * The themes nearest to some words, at most `most`, among those that the passages are on: first the
 * themes whose vocabulary shares a word, then those with the most passages.
 */
export function nearestThemes(
  themes: Theme[],
  passages: RecordedPassage[],
  terms: Pick<SearchTerm, 'stem'>[],
  most: number,
): Theme[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const stems = new Set(terms.map((term) => term.stem));
  const counts = new Map<string, number>();
  for (const { passage } of passages)
    for (const id of passage.themes) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => {
      const theme = known.get(id);
      return theme ? [{ theme, count, isNear: sharesWord(theme, stems) }] : [];
    })
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || b.count - a.count)
    .slice(0, most)
    .map(({ theme }) => theme);
}

/** The words of each theme's vocabulary, taken apart once. */
const wordsOfThemes = new WeakMap<Theme, ReadonlySet<string>>();

function wordsOf(theme: Theme): ReadonlySet<string> {
  const known = wordsOfThemes.get(theme);
  if (known) return known;
  const { terms, layWords } = theme;
  const made = new Set([...terms, ...layWords].flatMap((phrase) => phrase.split(' ')));
  wordsOfThemes.set(theme, made);
  return made;
}

function sharesWord(theme: Theme, stems: ReadonlySet<string>): boolean {
  const own = wordsOf(theme);
  for (const each of stems) if (own.has(each)) return true;
  return false;
}
