import type { RingPlace } from '../domain/synonym-rings.js';
import { placeOf } from './phrase-place.js';
import type { ReadSentence } from './read-sentences.js';
import type { SoughtConcept } from './sought-concepts.js';

/** Where a sentence says a concept: in the asker's own words, and in any that mean the same. */
export function placesSaid(
  { rings, phrases, meant, orPhrases }: SoughtConcept,
  sentence: ReadSentence,
): { own: RingPlace | null; place: RingPlace | null } {
  if (rings.length > 0) {
    let place: RingPlace | null = null;
    for (const ring of rings) place ??= sentence.placeOfRing(ring);
    place ??= placeOf(orPhrases, sentence.stems);
    return { own: place && placeOf(phrases, sentence.stems), place };
  }
  const own = placeOf(phrases, sentence.stems);
  return { own, place: own ?? placeOf(meant, sentence.stems) };
}

/** Where a sentence says a concept of bare phrases, by each of them. */
export const eachPlaceSaid = (
  { phrases, meant }: Pick<SoughtConcept, 'phrases' | 'meant'>,
  { stems }: ReadSentence,
): number[] => [...phrases, ...meant].flatMap((phrase) => placeOf([phrase], stems)?.from ?? []);

/** Whether a sentence names one of some themes, by how often it names each. */
export const names = (counts: ReadonlyMap<string, number>, ids: ReadonlySet<string>): boolean => {
  for (const id of ids) if (counts.has(id)) return true;
  return false;
};

/** Whether two sets of themes share one. */
export const hasAny = (set: ReadonlySet<string>, ids: ReadonlySet<string>): boolean => {
  for (const id of ids) if (set.has(id)) return true;
  return false;
};

/** Whether no other theme is named as often in a sentence as one that is sought. */
export function isAbout(own: ReadonlySet<string>, counts: ReadonlyMap<string, number>): boolean {
  if (own.size === 0) return true;
  let [most, others] = [0, 0];
  for (const [id, count] of counts)
    if (own.has(id)) most = Math.max(most, count);
    else others = Math.max(others, count);
  return others <= most;
}
