import type { Urn } from '../domain/authority.js';
import type { InspectionRecord } from '../domain/record.js';
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
  const councils = new Set(urns);
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const stems = new Set(terms.map((term) => term.stem));
  const counts = new Map<Theme, number>();
  for (const { urn, passage } of passages)
    for (const id of councils.has(urn) ? passage.themes : []) {
      const theme = known.get(id);
      if (theme) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    }
  return [...counts]
    .map(([theme, count]) => ({ theme, count, isNear: sharesWord(theme, stems) }))
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || b.count - a.count)
    .slice(0, most)
    .map(({ theme }) => theme);
}

const sharesWord = ({ terms, layWords }: Theme, stems: Set<string>): boolean =>
  [...terms, ...layWords].some((phrase) => phrase.split(' ').some((word) => stems.has(word)));
