import type { Passage } from '../../domain/passage.js';
import type { Visit } from '../../domain/visit.js';

/** What a request may filter passages by: their visit, and what kind of words they are. */
export type Facets = {
  visit: Pick<Visit, 'id'>;
  passage: Pick<Passage, 'kind' | 'tone'> & { speaker: Pick<Passage['speaker'], 'kind'> };
};

/** Whether passages with these facets are among those asked about. */
export type FacetFilter = (facets: Facets) => boolean;

/** Whether a passage, by its number in the index, is among those asked about. */
export type PassageFilter = (id: number) => boolean;

/**
 * Prepares filters of passages by number. Passages are many and their combinations of facets few,
 * so that a filter decides once for each combination, not for each passage.
 */
export function createFacetFilters(
  count: number,
  facetsOf: (id: number) => Facets,
): (filter: FacetFilter) => PassageFilter {
  const numbers = new Map<string, number>();
  const combinations: Facets[] = [];
  /** One more than the number of each passage's combination; 0 for passages not looked at yet. */
  const combinationOf = new Uint32Array(count);

  function numberOf(id: number): number {
    const numbered = combinationOf[id] ?? 0;
    if (numbered > 0) return numbered - 1;
    const facets = facetsOf(id);
    const { visit, passage } = facets;
    const name = [visit.id, passage.kind, passage.tone, passage.speaker.kind].join(' ');
    const number = numbers.get(name) ?? combinations.push(facets) - 1;
    numbers.set(name, number);
    combinationOf[id] = number + 1;
    return number;
  }

  return (filter) => {
    const decided: boolean[] = [];
    return (id) => {
      const number = numberOf(id);
      const before = decided[number];
      if (before !== undefined) return before;
      const facets = combinations[number];
      const passes = facets !== undefined && filter(facets);
      decided[number] = passes;
      return passes;
    };
  };
}
