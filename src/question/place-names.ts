import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { PhraseMatch } from '../language/index.js';
import { longestOnly } from './annotators/phrases.js';

const Names = z.array(z.string().min(1)).min(1);

/** What `data/language/places.json` gives for its phrases. */
export const PlaceNamed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('region'), name: z.string(), regions: Names }),
  z.strictObject({ type: z.literal('county'), name: z.string(), councils: Names }),
  z.strictObject({ type: z.literal('everywhere') }),
  z.strictObject({ type: z.literal('council_type'), name: z.string(), types: Names }),
  z.strictObject({ type: z.literal('neighbours'), whose: z.enum(['ours', 'theirs']) }),
]);
export type PlaceNamed = z.infer<typeof PlaceNamed>;

/** The places of a list of words, and all the words that their names are made of. */
export type PlaceNames = {
  find(typed: readonly string[]): PhraseMatch<PlaceNamed>[];
  vocabulary: ReadonlySet<string>;
};

/** The places of the file, prepared once. Of phrases that overlap the longest counts. */
export const placeNames = createPlaceNames();

function createPlaceNames(): PlaceNames {
  const places = readVocabulary('places', PlaceNamed);
  const { sets, entries } = places;
  const finder = finderOf(places);
  const said = entries.flatMap(({ value, phrases }) => (value === null ? [] : phrases));
  return {
    find: (typed) =>
      longestOnly(finder.find(typed)).flatMap(({ value, ...at }) =>
        value === null ? [] : [{ ...at, value }],
      ),
    vocabulary: new Set([...said, ...Object.values(sets).flat()].join(' ').match(/[a-z]+/g)),
  };
}
