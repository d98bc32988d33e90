import { type GroupOfChildren, groupCalled } from '../domain/groups-of-children.js';
import { themeTerm } from './index/fields.js';
import type { SoughtConcept } from './sought-concept.js';

/**
 * The terms of the index by which it tells of most passages that no sentence of theirs is on all of
 * some concepts: for each concept that the sentence itself must be on, the lists of terms of which
 * one must be there whole.
 */
export const termsNeeded = (concepts: SoughtConcept[]): string[][][] =>
  concepts
    .filter((concept) => !concept.isOptional && !isByPlace(concept, concepts))
    .map(({ phrases, meant, themes }) => [
      ...phrases,
      ...meant,
      ...themes.map(({ id }) => [themeTerm(id)]),
    ]);

/** Whether it is a theme of whom something is said; a narrow thing is none. */
export const isBroad = ({ themes, rings }: SoughtConcept): boolean =>
  rings.length === 0 && themes.length > 0 && themes.every(({ broad }) => broad);

/** The groups of children that a concept is, where it is nothing else. */
function groupsOf({ texts }: SoughtConcept): GroupOfChildren[] {
  const called = texts.map(groupCalled);
  return called.flatMap((each) => (each && !called.includes(null) ? [each] : []));
}

/**
 * Whether the place of a sentence may tell that it is on a concept: on a broad theme, or on a group
 * of children beside something else that the sentence says itself.
 */
const isByPlace = (concept: SoughtConcept, all: SoughtConcept[]): boolean =>
  isBroad(concept) ||
  (groupsOf(concept).length > 0 &&
    all.some((other) => !other.isOptional && groupsOf(other).length === 0 && !isBroad(other)));

/** A concept with what is asked of it for every sentence. */
export type Prepared = SoughtConcept & {
  ids: ReadonlySet<string>;
  isBroad: boolean;
  groups: GroupOfChildren[];
};

/** What is sought: the concepts, their themes, and the phrase that several bare words are. */
export type Sought = {
  concepts: Prepared[];
  ids: ReadonlySet<string>;
  bare: string[] | null;
};

/** Prepares concepts to be looked for in one sentence after another. */
export function soughtOf(concepts: SoughtConcept[]): Sought {
  const bare = concepts
    .filter(({ named, isOptional, rings }) => named === 'word' && !isOptional && !rings.length)
    .flatMap(({ phrases }) => phrases);
  const prepared = concepts.map((concept) => ({
    ...concept,
    ids: new Set(concept.themes.map(({ id }) => id)),
    isBroad: isBroad(concept),
    groups: isByPlace(concept, concepts) ? groupsOf(concept) : [],
  }));
  return {
    // Of whom a sentence is by its place costs more to tell than what it says.
    concepts: prepared.toSorted((a, b) => a.groups.length - b.groups.length),
    ids: new Set(prepared.flatMap(({ ids }) => [...ids])),
    bare: bare.length > 1 ? bare.flat() : null,
  };
}
