import { z } from 'zod';
import {
  createPhraseBook,
  FUNCTION_WORDS,
  type PhraseFinder,
  stem,
  words,
} from '../language/index.js';
import { isOfEverybody } from './everybody.js';
import { finderOf, readVocabulary } from './vocabulary.js';

const Value = z.strictObject({
  group: z.string(),
  kind: z.enum(['standing', 'among']),
  by: z.enum(['name', 'sign']),
});

/**
 * A group of children whom a report treats. Its `kind`: a `standing` before the law (in care, in
 * need, a care leaver), one of which a sentence is about, or `among` children of any standing.
 */
export type GroupOfChildren = Pick<z.infer<typeof Value>, 'group' | 'kind'>;

/** Where words name a group; not `isName`: by a word that is written of that group alone. */
export type GroupPlace = GroupOfChildren & { from: number; to: number; isName: boolean };

let finder: PhraseFinder<z.infer<typeof Value> | null> | null = null;

/** The groups that some words, as `words()` gives them, name. */
export function groupsIn(said: readonly string[]): GroupPlace[] {
  finder ??= finderOf(readVocabulary('groups-of-children', Value), createPhraseBook(stem));
  return finder
    .find(said)
    .flatMap(({ value, from, to }) =>
      value === null
        ? []
        : [{ group: value.group, kind: value.kind, from, to, isName: value.by === 'name' }],
    );
}

/** The group that a text is the name of; `null` where it has content words beside that. */
export function groupCalled(text: string): GroupOfChildren | null {
  const said = words(text);
  const isLeft = (at: number, { from, to }: GroupPlace) => at < from || at >= to;
  const found = groupsIn(said).find(
    (place) => place.isName && !said.some((word, at) => isLeft(at, place) && !saysNothing(word)),
  );
  return found ? { group: found.group, kind: found.kind } : null;
}

const saysNothing = (word: string): boolean =>
  FUNCTION_WORDS.has(word) || isOfEverybody(stem(word));
