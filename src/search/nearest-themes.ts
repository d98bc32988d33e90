import type { Urn } from '../domain/authority.js';
import type { InspectionRecord, RecordedPassage } from '../domain/record.js';
import type { Theme } from '../domain/theme.js';
import type { SearchTerm } from './request.js';

/**
 * The themes nearest to some words, at most `most`, among those that passages of these councils are
 * on: first the themes whose vocabulary shares a word, then those with the most passages.
 */
export function nearestThemes(
  { themes, passages }: Pick<InspectionRecord, 'themes' | 'passages'>,
  urns: Urn[],
  terms: Pick<SearchTerm, 'stem'>[],
  most: number,
): Theme[] {
  const stems = new Set(terms.map((term) => term.stem));
  const counts = new Map<string, Count>();
  for (const urn of new Set(urns))
    for (const [id, { count, first }] of countsOf(passages.of(urn))) {
      const before = counts.get(id) ?? { count: 0, first };
      counts.set(id, { count: before.count + count, first: Math.min(before.first, first) });
    }
  return themes
    .flatMap((theme) => {
      const own = counts.get(theme.id);
      return own ? [{ theme, ...own, isNear: sharesWord(theme, stems) }] : [];
    })
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || b.count - a.count || a.first - b.first)
    .slice(0, most)
    .map(({ theme }) => theme);
}

/** How many passages are on a theme, and which is the first of all that are tagged. */
type Count = { count: number; first: number };
type Counts = ReadonlyMap<string, Count>;

/** The passages of a council are counted once. */
const counted = new WeakMap<RecordedPassage[], Counts>();

function countsOf(passages: RecordedPassage[]): Counts {
  const known = counted.get(passages);
  if (known) return known;
  const own = new Map<string, Count>();
  let tagged = 0;
  for (const { passage } of passages) {
    for (const id of passage.themes) {
      const theme = own.get(id);
      if (theme) theme.count++;
      else own.set(id, { count: 1, first: tagged });
      tagged++;
    }
  }
  counted.set(passages, own);
  return own;
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
