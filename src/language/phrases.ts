/**
 * Phrases as a vocabulary file writes them: words in lower case, one space between; `(say|said)`
 * for either word, `the?` for a word that may be missing, `..` for up to two words of any kind, and
 * `<name>` for a set of words or phrases that the file gives that name.
 */
export type PhraseSets = Readonly<Record<string, readonly string[]>>;

/**
 * A phrase met in a list of words: those from `from` up to, not including, `to`; `words` are the
 * places of those that the phrase names, without the ones that `..` passes over.
 */
export type PhraseMatch<T> = { value: T; from: number; to: number; words: number[] };

type State<T> = { next: Map<string, State<T>>; any: State<T> | null; ends: T[] };

const state = <T>(): State<T> => ({ next: new Map(), any: null, ends: [] });

/** How many words `..` may stand for. */
const GAP = 2;
/** A phrase that writes more ways than this out is a fault of its file. */
const MOST_WAYS = 20_000;

/** Finds the phrases of a vocabulary; `words` are all the words that it names. */
export type PhraseFinder<T> = {
  find(words: readonly string[]): PhraseMatch<T>[];
  words: ReadonlySet<string>;
};

/**
 * Prepares phrases with their values once. Finding them looks at each word and at the states that
 * the words before it reach: its time grows with the number of words, never with their arrangement.
 * `normalise` gives the form by which words are held against each other (their stems, say).
 * @throws RangeError for a set that is not given, or a phrase that stands for too many.
 */
export function createPhraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  sets: PhraseSets = {},
  normalise: (word: string) => string = (word) => word,
): PhraseFinder<T> {
  const start = state<T>();
  const vocabulary = new Set<string>();
  for (const [phrase, value] of phrases)
    for (const way of waysOf(phrase, sets)) {
      add(
        start,
        way.map((word) => word && normalise(word)),
        value,
      );
      for (const word of way) if (word !== null) vocabulary.add(word);
    }

  function find(said: readonly string[]): PhraseMatch<T>[] {
    const words = said.map(normalise);
    const found: PhraseMatch<T>[] = [];
    for (let from = 0; from < words.length; from++) {
      let reached = new Map<State<T>, number[]>([[start, []]]);
      for (let to = from; to < words.length && reached.size > 0; to++) {
        const further = new Map<State<T>, number[]>();
        for (const [{ next, any }, named] of reached) {
          const one = next.get(words[to] ?? '');
          if (one) further.set(one, [...named, to]);
          if (any && !further.has(any)) further.set(any, named);
        }
        for (const [{ ends }, named] of further)
          for (const value of ends) found.push({ value, from, to: to + 1, words: named });
        reached = further;
      }
    }
    return found;
  }
  return { find, words: vocabulary };
}

/** A word, or `null` for a word of any kind. */
type Way = (string | null)[];

function add<T>(start: State<T>, way: Way, value: T): void {
  let at = start;
  for (const word of way) {
    if (word === null) {
      at.any ??= state();
      at = at.any;
    } else {
      const next = at.next.get(word) ?? state<T>();
      at.next.set(word, next);
      at = next;
    }
  }
  if (!at.ends.includes(value)) at.ends.push(value);
}

/** The phrase written out in each way that it stands for. */
function waysOf(phrase: string, sets: PhraseSets): Way[] {
  let ways: Way[] = [[]];
  for (const item of phrase.match(/\([^)]*\)\??|\S+/g) ?? []) {
    const choices = choicesOf(item, phrase, sets);
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
    if (ways.length > MOST_WAYS) throw new RangeError(`“${phrase}” stands for too many phrases`);
  }
  const distinct = new Map(ways.map((way) => [way.map((word) => word ?? '..').join(' '), way]));
  return [...distinct.values()].filter((way) => way.some((word) => word !== null));
}

function choicesOf(item: string, phrase: string, sets: PhraseSets): Way[] {
  if (item === '..')
    return Array.from({ length: GAP + 1 }, (_, length) => Array(length).fill(null));
  if (item.endsWith('?')) return [[], ...choicesOf(item.slice(0, -1), phrase, sets)];
  if (item.startsWith('('))
    return item
      .slice(1, -1)
      .split('|')
      .flatMap((each) => waysOf(each, sets));
  const name = /^<(.+)>$/.exec(item)?.[1];
  if (name === undefined) return [[item]];
  const set = sets[name];
  if (!set) throw new RangeError(`“${phrase}” names <${name}>, which the file does not give`);
  return set.flatMap((each) => waysOf(each, sets));
}
