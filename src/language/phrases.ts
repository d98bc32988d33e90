import { createPaths, type Path } from './phrase-paths.js';
import { type Beginning, state, write } from './phrase-states.js';
import { ANY, checkSets, createFirstWords, type PhraseSets, wordsIn } from './phrase-words.js';

export type { PhraseSets } from './phrase-words.js';

/**
 * A phrase met in a list of words: those from `from` up to, not including, `to`; `words` are the
 * places of those that the phrase names, without the ones that `..` passes over.
 */
export type PhraseMatch<T> = { value: T; from: number; to: number; words: number[] };

/** Finds the phrases of a vocabulary; `words` are all the words that it names. */
export type PhraseFinder<T> = {
  /**
   * The phrases met, by where they begin, then where they end, then as the file lists them. Who
   * knows the places of the words that they may begin with, in order, gives them as `starts`.
   */
  find(words: readonly string[], starts?: readonly number[]): PhraseMatch<T>[];
  /** Whether any phrase can begin with a word: where none can with any, none is met. */
  mayBegin(word: string): boolean;
  readonly words: ReadonlySet<string>;
};

/** The phrases that can begin with a word, and where it leads once they are written. */
type First<T> = { numbers: number[]; path: Path<T> | null | undefined };

/**
 * Prepares phrases with their values. Most phrases of a file meet no word of a question, so that
 * one is written down when a word comes that it can begin with. What finding costs grows with the
 * number of words, never with their arrangement. `normalise` gives the form by which words are held
 * against each other (their stems, say).
 * @throws RangeError for a set that is not given, or that names itself.
 */
export function createPhraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  sets: PhraseSets = {},
  normalise: ((word: string) => string) | null = null,
): PhraseFinder<T> {
  const list = [...phrases];
  const texts = list.map(([phrase]) => phrase);
  checkSets(texts, sets);
  const firstWordsOf = createFirstWords(sets);
  const firsts = new Map<string, First<T>>();
  for (const [number, [phrase]] of list.entries())
    for (const word of firstWordsOf(phrase)) {
      const form = word === ANY || !normalise ? word : normalise(word);
      const first = firsts.get(form);
      if (first) first.numbers.push(number);
      else firsts.set(form, { numbers: [number], path: undefined });
    }
  const start = state();
  const beginning: Beginning = { states: [start], followed: null };
  const written = new Set<number>();

  function writeAll(numbers: number[]): void {
    for (const number of numbers) {
      if (written.has(number)) continue;
      written.add(number);
      const [phrase = ''] = list[number] ?? [];
      write(phrase, number, beginning, { sets, normalise });
    }
  }
  writeAll(firsts.get(ANY)?.numbers ?? []);
  const paths = createPaths(start, list);

  /** Where a word leads as the first; its phrases are written when it first comes. */
  function begin(word: string): Path<T> | null {
    const first = firsts.get(word);
    if (!first) return paths.other;
    if (first.path === undefined) {
      writeAll(first.numbers);
      first.path = paths.begin(word);
    }
    return first.path;
  }

  let vocabulary: ReadonlySet<string> | null = null;
  return {
    get words() {
      vocabulary ??= wordsIn(texts, sets);
      return vocabulary;
    },
    mayBegin: (word) => paths.other !== null || firsts.has(normalise ? normalise(word) : word),
    find(said, starts) {
      const words = normalise ? said.map(normalise) : said;
      const found: PhraseMatch<T>[] = [];
      for (let i = 0; i < (starts ?? words).length; i++) {
        const from = starts ? (starts[i] ?? 0) : i;
        let path = begin(words[from] ?? '');
        for (let to = from + 1; path; to++) {
          for (const { value, places } of path.ends)
            found.push({ value, from, to, words: places.map((place) => from + place) });
          path = to < words.length ? paths.goOn(path, words[to] ?? '') : null;
        }
      }
      return found;
    },
  };
}
