import { z } from 'zod';
import { readVocabulary } from '../domain/vocabulary.js';
import { stemmed, words } from '../language/index.js';
import type { SoughtConcept } from './sought-concept.js';

const entries = readVocabulary('beside-names', z.enum(['of anything', 'of a name'])).entries;
const ALL = new Set(entries.flatMap(({ phrases }) => phrases));
const OF_ANYTHING = new Set(
  entries.flatMap(({ value, phrases }) => (value === 'of anything' ? phrases : [])),
);

/** So many words may stand between a name and what only says of which sort it is. */
const BETWEEN = 3;

/**
 * Leaves out what adds nothing to a name beside it: generic words ("scheme", "hubs"), and a theme
 * of which the name is a term ("Mockingbird fostering").
 */
export function withoutGeneric(concepts: SoughtConcept[]): SoughtConcept[] {
  const things = concepts.filter(({ rings, isOptional }) => rings.length > 0 && !isOptional);
  if (things.length === 0) return concepts;
  const addsNothing = (each: SoughtConcept, thing: SoughtConcept) =>
    isBeside(each, thing) &&
    (isGeneric(each, thing, thing.isName ? ALL : OF_ANYTHING) ||
      (thing.isName && isImplied(each, thing)));
  return concepts.filter(
    (each) => each.isName || !things.some((thing) => thing !== each && addsNothing(each, thing)),
  );
}

const isBeside = (one: SoughtConcept, other: SoughtConcept): boolean =>
  one.places.some((at) => other.places.some((place) => Math.abs(place - at) <= BETWEEN));

/** Whether all words of a concept are generic, or of the name ("carers" beside "kinship"). */
function isGeneric(
  { texts, named: how }: SoughtConcept,
  { texts: named, rings }: SoughtConcept,
  among: ReadonlySet<string>,
): boolean {
  const called = how === 'word' ? [...named, ...rings.map(({ name }) => name)] : named;
  const own = new Set(called.flatMap((text) => words(text)));
  return texts.flatMap((text) => words(text)).every((word) => among.has(word) || own.has(word));
}

/** Whether every theme of a concept has a name among its terms. */
function isImplied({ themes }: SoughtConcept, { phrases, rings }: SoughtConcept): boolean {
  const called = [...phrases, ...rings.flatMap(({ names }) => names.map(stemmed))].map((phrase) =>
    phrase.join(' '),
  );
  const isOf = (term: string) => called.includes(stemmed(term).join(' '));
  return themes.length > 0 && themes.every(({ terms }) => terms.some(isOf));
}
