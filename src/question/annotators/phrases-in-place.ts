import { z } from 'zod';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { PhraseMatch } from '../../language/index.js';
import type { Annotator, Kind, Span, Values } from '../question.js';
import { book, phrasesIn } from './phrases.js';

/**
 * What a phrase means, where its place matters: `before` and `after` name sets of the file, one of
 * whose phrases must follow or come first. "last" is the newest before "inspection", and not before
 * "resort"; the word "inspection" itself stays free for another span.
 */
type InPlace<T> = { means: T; before?: string; after?: string };

/** The schema of a value that may be bound to a place. */
export const inPlace = <T>(value: z.ZodType<T>): z.ZodType<T | InPlace<T>> =>
  z.union([
    value,
    z.strictObject({ means: value, before: z.string().optional(), after: z.string().optional() }),
  ]);

/**
 * An annotator that knows the phrases of a vocabulary file, some of them in certain places only. Of
 * its own phrases the longest counts, the words of its place included: one that only looks like the
 * others hides those inside it.
 */
export function createPhraseInPlaceAnnotator<K extends Kind>(
  name: string,
  { sets, entries }: Vocabulary<Values[K] | InPlace<Values[K]>>,
  kind: K,
): Annotator {
  const finder = book.add(
    entries.flatMap(({ value, phrases }) => {
      const meant = value === null ? null : placed(value);
      return phrases.map((phrase) => [phrase, { meant }] as const);
    }),
    sets,
  );
  const places = new Map(
    entries.flatMap(({ value }) => {
      const { before, after } = value === null ? {} : placed(value);
      return [before, after].flatMap((set) => (set === undefined ? [] : [[set, inSet(set, sets)]]));
    }) as [string, ReturnType<typeof inSet>][],
  );
  return {
    name,
    get words() {
      return [finder, ...places.values()].flatMap(({ words }) => [...words]);
    },
    annotate({ tokens }) {
      const met = phrasesIn(tokens, finder);
      if (met.length === 0) return [];
      const lengths = new Map<string, ReturnType<typeof lengthsIn>>();
      const lengthsOf = (set: string) => {
        const phrases = places.get(set);
        const found = lengths.get(set) ?? lengthsIn(phrases ? phrasesIn(tokens, phrases) : []);
        lengths.set(set, found);
        return found;
      };
      const matches = met.flatMap((match) => {
        const { before, after } = match.value.meant ?? {};
        const next = before === undefined ? 0 : lengthsOf(before).from.get(match.to);
        const previous = after === undefined ? 0 : lengthsOf(after).to.get(match.from);
        if (next === undefined || previous === undefined) return [];
        return [{ ...match, length: match.words.length + next + previous }];
      });
      return longest(matches).flatMap(({ value: { meant }, from, to, words }) =>
        meant ? [{ kind, value: meant.means, from, to, words, surface: '', by: name } as Span] : [],
      );
    },
  };
}

const placed = <T>(value: T | InPlace<T>): InPlace<T> =>
  typeof value === 'object' && value !== null && 'means' in value ? value : { means: value };

const inSet = (set: string, sets: Vocabulary<unknown>['sets']) =>
  book.add<true>([[`<${set}>`, true]], sets);

/** How many words the longest phrase has that begins at a place, and that ends at one. */
function lengthsIn(matches: readonly PhraseMatch<true>[]): {
  from: Map<number, number>;
  to: Map<number, number>;
} {
  const [starts, ends] = [new Map<number, number>(), new Map<number, number>()];
  for (const { from, to, words } of matches) {
    starts.set(from, Math.max(starts.get(from) ?? 0, words.length));
    ends.set(to, Math.max(ends.get(to) ?? 0, words.length));
  }
  return { from: starts, to: ends };
}

/** The matches that do not overlap a longer one; of equals the earlier stays. */
function longest<M extends PhraseMatch<unknown> & { length: number }>(matches: M[]): M[] {
  if (matches.length < 2) return matches;
  const taken = new Set<number>();
  return matches
    .toSorted(
      (a, b) =>
        b.length - a.length ||
        b.words.length - a.words.length ||
        a.to - a.from - (b.to - b.from) ||
        a.from - b.from,
    )
    .filter(({ words }) => {
      if (words.some((at) => taken.has(at))) return false;
      for (const at of words) taken.add(at);
      return true;
    });
}
