import { createPaths, type Path, type Paths } from './phrase-paths.js';
import { type Beginning, state, type Writing, write } from './phrase-states.js';
import { ANY, checkSets, createFirstWords, type PhraseSets, wordsIn } from './phrase-words.js';

export type { PhraseSets } from './phrase-words.js';

/**
 * A phrase met in a list of words: those from `from` up to, not including, `to`; `words` are the
 * places of those that the phrase names, without the ones that `..` passes over.
 */
export type PhraseMatch<T> = { value: T; from: number; to: number; words: number[] };

/** Finds the phrases of a vocabulary; `words` are all the words that it names. */
export type PhraseFinder<T> = {
  /** The phrases met, by where they begin, then where they end, then as the file lists them. */
  find(words: readonly string[]): readonly PhraseMatch<T>[];
  readonly words: ReadonlySet<string>;
};

/**
 * Vocabularies whose phrases are found in one go: what finding costs hardly grows with their
 * number, where all are asked for those in the same list of words.
 */
export type PhraseBook = {
  /**
   * Adds a vocabulary, which has its own sets.
   * @throws RangeError for a set that is not given, or that names itself.
   */
  add<T>(
    phrases: Iterable<readonly [phrase: string, value: T]>,
    sets?: PhraseSets,
  ): PhraseFinder<T>;
};

/** What a phrase means: a value of the vocabulary with this number. */
type Meant = { vocabulary: number; value: unknown };

/** The phrases met of each vocabulary that any was met of, by its number. */
type Found = Map<number, PhraseMatch<unknown>[]>;
type FoundIn = { said: readonly string[]; found: Found };
const NOTHING: readonly PhraseMatch<never>[] = [];

/** The phrases that can begin with a word, and where it leads once they are written. */
type First = { numbers: number[]; path: Path<Meant> | null | undefined };

/**
 * Prepares a book. Most of its phrases meet no word of a question, so that one is written down when
 * a word comes that it can begin with. What finding costs grows with the number of words, never
 * with their arrangement. `normalise` gives the form by which words are held against each other
 * (their stems, say).
 */
export function createPhraseBook(normalise: ((word: string) => string) | null = null): PhraseBook {
  const list: (readonly [phrase: string, meant: Meant])[] = [];
  const firsts = new Map<string, First>();
  const start = state();
  /** How the phrases of each vocabulary are written, and where they begin. */
  const vocabularies: { writing: Writing; beginning: Beginning }[] = [];
  const written = new Set<number>();
  let paths: Paths<Meant> | null = null;
  /** What was found in the words asked for last, and before: names are looked for as typed. */
  let latest: FoundIn | null = null;
  let earlier: FoundIn | null = null;

  function writeAll(numbers: number[]): void {
    for (const number of numbers) {
      const [phrase, meant] = list[number] ?? [];
      const vocabulary = meant && vocabularies[meant.vocabulary];
      if (phrase === undefined || !vocabulary || written.has(number)) continue;
      written.add(number);
      write(phrase, number, vocabulary.beginning, vocabulary.writing);
    }
  }

  /** The paths through all phrases that were added. */
  function pathsNow(): Paths<Meant> {
    if (paths) return paths;
    writeAll(firsts.get(ANY)?.numbers ?? []);
    for (const first of firsts.values()) first.path = undefined;
    paths = createPaths(start, list);
    return paths;
  }

  /** Where a word leads as the first; its phrases are written when it first comes. */
  function begin(word: string, through: Paths<Meant>): Path<Meant> | null {
    const first = firsts.get(word);
    if (!first) return through.other;
    if (first.path === undefined) {
      writeAll(first.numbers);
      first.path = through.begin(word);
    }
    return first.path;
  }

  function foundIn(said: readonly string[]): Found {
    const through = pathsNow();
    const words = normalise ? said.map(normalise) : said;
    const found: Found = new Map();
    for (let from = 0; from < words.length; from++) {
      let path = begin(words[from] ?? '', through);
      for (let to = from + 1; path; to++) {
        for (const { value: meant, places } of path.ends) {
          const match = { value: meant.value, from, to, words: places.map((at) => from + at) };
          const own = found.get(meant.vocabulary);
          if (own) own.push(match);
          else found.set(meant.vocabulary, [match]);
        }
        path = to < words.length ? through.goOn(path, words[to] ?? '') : null;
      }
    }
    return found;
  }

  return {
    add<T>(phrases: Iterable<readonly [phrase: string, value: T]>, sets: PhraseSets = {}) {
      const own = [...phrases];
      const texts = own.map(([phrase]) => phrase);
      checkSets(texts, sets);
      const firstWordsOf = createFirstWords(sets);
      const vocabulary = vocabularies.length;
      vocabularies.push({
        writing: { sets, normalise },
        beginning: { states: [start], followed: null },
      });
      const meanings = new Map<T, Meant>();
      for (const [phrase, value] of own) {
        const meant = meanings.get(value) ?? { vocabulary, value };
        meanings.set(value, meant);
        const number = list.push([phrase, meant]) - 1;
        for (const word of firstWordsOf(phrase)) {
          const form = word === ANY || !normalise ? word : normalise(word);
          const first = firsts.get(form);
          if (first) first.numbers.push(number);
          else firsts.set(form, { numbers: [number], path: undefined });
        }
      }
      paths = null;
      latest = null;
      earlier = null;
      let named: ReadonlySet<string> | null = null;
      return {
        get words() {
          named ??= wordsIn(texts, sets);
          return named;
        },
        find(said) {
          if (latest?.said !== said) {
            const before = earlier?.said === said ? earlier : { said, found: foundIn(said) };
            earlier = latest;
            latest = before;
          }
          return (latest.found.get(vocabulary) ?? NOTHING) as readonly PhraseMatch<T>[];
        },
      };
    },
  };
}

/** Prepares the phrases of one vocabulary, as a book of their own. */
export const createPhraseFinder = <T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  sets: PhraseSets = {},
  normalise: ((word: string) => string) | null = null,
): PhraseFinder<T> => createPhraseBook(normalise).add(phrases, sets);
