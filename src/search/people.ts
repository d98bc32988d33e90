import { z } from 'zod';
import { groupCalled } from '../domain/groups-of-children.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { createPhraseBook, type PhraseFinder, stem, words as wordsOf } from '../language/index.js';

/** The people whom a text names, by the values of `data/language/people-apart.json`. */
export type People = ReadonlySet<string>;

let finder: PhraseFinder<string | null> | null = null;

/** Whom some words name; of words that share a place the longest count ("early help worker"). */
export function peopleIn(words: readonly string[]): People {
  finder ??= finderOf(readVocabulary('people-apart', z.string()), createPhraseBook(stem));
  const met = finder.find(words);
  return new Set(
    met.flatMap(({ value, from, to }) => {
      const isInside = met.some(
        (other) => other.from <= from && to <= other.to && other.to - other.from > to - from,
      );
      return value === null || isInside ? [] : [value];
    }),
  );
}

/** Whom a text names. */
export const peopleInText = (text: string): People => peopleIn(wordsOf(text));

/** Whether a text names fathers, or mothers, and not both as parents. */
export const namesRelatives = (text: string): boolean =>
  among(peopleInText(text), 'relatives').length > 0;

/** Whether a text is the name of a group of children or of relatives ("young carers", "dads"). */
export const namesGroup = (text: string): boolean =>
  groupCalled(text) !== null || namesRelatives(text);

const SOCIAL_WORKERS = 'workers: social workers';

const among = (people: People, kind: string): string[] =>
  [...people].filter((each) => each.startsWith(`${kind}:`));

/**
 * Whether a sentence is of others than those asked about: of other workers alone, of staff where
 * children are asked about, of children in care where care leavers are, or of parents at large
 * where fathers are.
 */
export function isOfOthers(asked: People, said: People): boolean {
  const relatives = among(asked, 'relatives');
  if (relatives.length > 0 && !relatives.some((each) => said.has(each))) return true;
  const [groups, named] = [among(asked, 'groups'), among(said, 'groups')];
  if (groups.length > 0 && named.length > 0 && !groups.some((each) => named.includes(each)))
    return true;
  const [workers, others] = [among(asked, 'workers'), among(said, 'workers')];
  // What is said of staff at large is said of social workers, and of no other workers by name.
  if (workers.length > 0)
    return (
      (others.length > 0 || !workers.includes(SOCIAL_WORKERS)) &&
      !workers.some((each) => others.includes(each))
    );
  const isOfYoung = among(asked, 'young').length > 0;
  return isOfYoung && among(said, 'young').length === 0 && among(said, 'adults').length > 0;
}

/** Whether a sentence names the very workers who are asked about. */
export const isOfThem = (asked: People, said: People): boolean =>
  among(asked, 'workers').some((each) => said.has(each));
