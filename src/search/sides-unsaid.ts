import { words } from '../language/index.js';
import type { SentenceFound } from './sentence-found.js';
import type { SoughtConcept } from './sought-concept.js';

/**
 * The names of the narrow things of an "or" that none of some sentences says, where they say
 * another one of them.
 */
export function sidesUnsaid({ rings, texts }: SoughtConcept, found: SentenceFound[]): string[] {
  if (rings.length < 2 || rings.length < texts.length) return [];
  const said = found.map(({ recorded }) => words(recorded.passage.quote));
  const unsaid = rings.filter((ring) => !said.some((each) => ring.placeIn(each) !== null));
  return unsaid.length < rings.length ? unsaid.map(({ name }) => name) : [];
}
