import type { Vocabulary } from '../../domain/vocabulary.js';
import { createPhraseFinder, type PhraseMatch } from '../../language/index.js';
import type { Annotator, Kind, Span, Values } from '../question.js';

/**
 * An annotator that knows the phrases of a vocabulary file. Of its own phrases the longest counts:
 * one that only looks like the others hides those inside it. `normalise` gives the form in which
 * words are held against each other: as they are written, unless another is given.
 */
export function createPhraseAnnotator<K extends Kind>(
  name: string,
  { sets, entries }: Vocabulary<Values[K]>,
  kind: K,
  normalise?: (word: string) => string,
): Annotator {
  const finder = createPhraseFinder(
    entries.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, { value }] as const)),
    sets,
    normalise,
  );
  return {
    name,
    get words() {
      return finder.words;
    },
    annotate: ({ tokens }) =>
      longestOnly(finder.find(tokens.map(({ word }) => word))).flatMap(
        ({ value: { value }, from, to, words }) =>
          value === null ? [] : [{ kind, value, from, to, words, surface: '', by: name } as Span],
      ),
  };
}

/** The matches that do not overlap a longer one; of equals the earlier stays. */
export function longestOnly<T>(matches: PhraseMatch<T>[]): PhraseMatch<T>[] {
  const chosen: PhraseMatch<T>[] = [];
  const taken = new Set<number>();
  const byLength = matches.toSorted(
    (a, b) => b.words.length - a.words.length || a.to - a.from - (b.to - b.from) || a.from - b.from,
  );
  for (const match of byLength) {
    if (match.words.some((at) => taken.has(at))) continue;
    for (const at of match.words) taken.add(at);
    chosen.push(match);
  }
  return chosen;
}
