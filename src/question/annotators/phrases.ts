import { finderOf, type Vocabulary } from '../../domain/vocabulary.js';
import { createPhraseBook, type PhraseFinder, type PhraseMatch } from '../../language/index.js';
import type { Annotator, Kind, Span, Token, Values } from '../question.js';
import { saidIn } from '../said.js';

/** The phrases of all vocabularies whose words are taken as they stand, found in one go. */
export const book = createPhraseBook();

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
  const finder = finderOf(vocabulary, normalise ? createPhraseBook(normalise) : book);
  return {
    name,
    get words() {
      return finder.words;
    },
    annotate({ tokens }) {
      const spans: Span[] = [];
      for (const { value, from, to, words } of longestOnly(phrasesIn(tokens, finder)))
        if (value !== null)
          spans.push({ kind, value, from, to, words, surface: '', by: name } as Span);
      return spans;
    },
  };
}

/**
 * The phrases met in the words of a question. A council's name counts as one word, so that "what
 * must … improve" is met whatever the council is called.
 */
export function phrasesIn<T>(
  tokens: Token[],
  { find }: PhraseFinder<T>,
): readonly PhraseMatch<T>[] {
  const { words, places } = saidIn(tokens);
  const matches = find(words);
  if (matches.length === 0 || words.length === tokens.length) return matches;
  const placeOf = (i: number): number => places[i] ?? tokens.length;
  return matches.map(({ value, from, to, words: named }) => ({
    value,
    from: placeOf(from),
    to: placeOf(to - 1) + 1,
    words: named.map(placeOf),
  }));
}

/** The matches that do not overlap a longer one; of equals the earlier stays. */
export function longestOnly<T>(matches: readonly PhraseMatch<T>[]): readonly PhraseMatch<T>[] {
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
