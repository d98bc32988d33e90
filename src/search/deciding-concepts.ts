import { words } from '../language/index.js';
import { isBesideFindings } from './lay-concepts.js';
import { namesGroup } from './people.js';
import type { SoughtConcept } from './sought-concept.js';

/**
 * A group of children decides nothing beside a narrow thing of the theme that is theirs alone:
 * "age assessments" are of unaccompanied children, whether or not a sentence says so.
 */
export const ofWhomImplied = (one: SoughtConcept, all: SoughtConcept[]): SoughtConcept => {
  const isImplied =
    one.texts.every(namesGroup) &&
    all.some(
      (other) =>
        other !== one &&
        other.rings.length > 0 &&
        !other.isOptional &&
        !other.texts.some(namesGroup) &&
        other.themes.some((theme) => one.themes.includes(theme)),
    );
  return isImplied ? { ...one, isOptional: true, isCommon: true } : one;
};

/** How many concepts decide by themselves; "help with passports" is on no more than passports. */
const ENOUGH = 2;

/** Leaves out what is named by everyday words of help or work, where enough else is named. */
export const withoutHelp = (concepts: SoughtConcept[]): SoughtConcept[] => {
  const isHelp = ({ isCommon, texts }: SoughtConcept) =>
    isCommon && texts.flatMap((text) => words(text)).every(isBesideFindings);
  const others = concepts.filter((each) => !isHelp(each));
  return others.length >= ENOUGH ? others : concepts;
};

/** Where nothing else is asked, the words of every report are what is asked. */
export const decidingOf = (concepts: SoughtConcept[]): SoughtConcept[] =>
  concepts.some(({ isOptional }) => !isOptional)
    ? concepts
    : concepts.map((each) => ({ ...each, isOptional: false }));
