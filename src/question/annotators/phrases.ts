import { finderOf, type Vocabulary } from '../../domain/vocabulary.js';
import type { PhraseFinder, PhraseMatch } from '../../language/index.js';
import type { Annotator, Kind, Reading, Span, Values } from '../question.js';

/**
 * An annotator that knows the phrases of a vocabulary file. Of its own phrases the longest counts:
 * one that only looks like the others hides those inside it. `normalise` gives the form in which
 * words are held against each other: as they are written, unless another is given.
 */
export function createPhraseAnnotator<K extends Kind>(
  name: string,
  vocabulary: Vocabulary<Values[K]>,
  kind: K,
  normalise?: (word: string) => string,
): Annotator {
  const finder = finderOf(vocabulary, normalise);
  return {
    name,
    get words() {
      return finder.words;
    },
    mayBegin: finder.mayBegin,
    annotate: (reading) =>
      longestOnly(phrasesIn(reading, finder)).flatMap(({ value, from, to, words }) =>
        value === null ? [] : [{ kind, value, from, to, words, surface: '', by: name } as Span],
      ),
  };
}

/**
 * The phrases met in the words of a question. A council's name counts as one word, so that "what
 * must … improve" is met whatever the council is called.
 */
export function phrasesIn<T>(
  { tokens, starts }: Pick<Reading, 'tokens' | 'starts'>,
  { find }: PhraseFinder<T>,
): PhraseMatch<T>[] {
  const said = tokens.filter(({ continuesName }) => !continuesName);
  const words = said.map(({ word }) => word);
  if (said.length === tokens.length) return find(words, starts);
  const begins = starts && said.flatMap(({ at }, i) => (starts.includes(at) ? [i] : []));
  const placeOf = (i: number): number => said[i]?.at ?? tokens.length;
  return find(words, begins).map(({ value, from, to, words: named }) => ({
    value,
    from: placeOf(from),
    to: placeOf(to - 1) + 1,
    words: named.map(placeOf),
  }));
}

/** The matches that do not overlap a longer one; of equals the earlier stays. */
export function longestOnly<T>(matches: PhraseMatch<T>[]): PhraseMatch<T>[] {
  if (matches.length < 2) return matches;
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
