import { type Beginning, type State, state, write } from './phrase-states.js';
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
  find(words: readonly string[]): PhraseMatch<T>[];
  readonly words: ReadonlySet<string>;
};

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
  /** The phrases by the words that they can begin with; none where they are written already. */
  const beginnings = new Map<string, number[]>();
  for (const [number, [phrase]] of list.entries())
    for (const word of firstWordsOf(phrase)) {
      const form = word === ANY || !normalise ? word : normalise(word);
      const others = beginnings.get(form);
      if (others) others.push(number);
      else beginnings.set(form, [number]);
    }
  const start = state();
  const beginning: Beginning = { states: [start], followed: null };
  const written = new Set<number>();

  /** Writes the phrases that can begin with a word, and says whether any can. */
  function canBegin(word: string): boolean {
    const numbers = beginnings.get(word);
    if (!numbers) return start.any !== null;
    if (numbers.length === 0) return true;
    for (const number of numbers.splice(0)) {
      if (written.has(number)) continue;
      written.add(number);
      const [phrase = ''] = list[number] ?? [];
      write(phrase, number, beginning, { sets, normalise });
    }
    return true;
  }
  canBegin(ANY);

  let vocabulary: ReadonlySet<string> | null = null;
  return {
    get words() {
      vocabulary ??= wordsIn(texts, sets);
      return vocabulary;
    },
    find(said) {
      const words = normalise ? said.map(normalise) : said;
      const found: PhraseMatch<T>[] = [];
      for (let from = 0; from < words.length; from++)
        if (canBegin(words[from] ?? ''))
          for (const match of beginningAt(from, words, start, list)) found.push(match);
      return found;
    },
  };
}

/** The places named on the way to a state, the last one first, and how many they are. */
type Named = { at: number; count: number; before: Named | null };
/** States, each once, and beside each the places named on the way to it. They are few. */
type Reached = { states: State[]; named: (Named | null)[] };
/** A phrase by its number, met with the words at these places. */
type End = { number: number; words: number[] };

/** The phrases that begin at a place. */
function beginningAt<T>(
  from: number,
  words: readonly string[],
  start: State,
  phrases: readonly (readonly [phrase: string, value: T])[],
): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  let reached: Reached = { states: [start], named: [null] };
  for (let to = from; to < words.length && reached.states.length > 0; to++) {
    reached = further(reached, words[to] ?? '', to);
    const before = found.length;
    for (const { number, words: named } of endsOf(reached)) {
      const [, value] = phrases[number] as readonly [string, T];
      const match = { value, from, to: to + 1, words: named };
      if (!found.slice(before).some((other) => isSame(other, match))) found.push(match);
    }
  }
  return found;
}

/** The states that a word leads to; where two ways lead to one, the way that names more words. */
function further({ states, named }: Reached, word: string, at: number): Reached {
  const next: Reached = { states: [], named: [] };
  for (let i = 0; i < states.length; i++) {
    const { next: following, any } = states[i] as State;
    const before = named[i] ?? null;
    const led = following?.get(word);
    if (led) {
      const way = { at, count: (before?.count ?? 0) + 1, before };
      for (const each of led) reach(next, each, way);
    }
    if (any) for (const each of any) reach(next, each, before);
  }
  return next;
}

function reach({ states, named }: Reached, state: State, way: Named | null): void {
  const i = states.indexOf(state);
  if (i < 0) {
    states.push(state);
    named.push(way);
  } else if ((named[i]?.count ?? 0) < (way?.count ?? 0)) named[i] = way;
}

const NONE: End[] = [];

/** The phrases that are complete in these states, in the order of their file. */
function endsOf({ states, named }: Reached): End[] {
  let ends = NONE;
  for (let i = 0; i < states.length; i++) {
    const numbers = states[i]?.ends;
    if (!numbers) continue;
    if (ends === NONE) ends = [];
    for (const number of numbers) ends.push({ number, words: placesNamed(named[i] ?? null) });
  }
  return ends.length > 1 ? ends.sort((one, other) => one.number - other.number) : ends;
}

function placesNamed(last: Named | null): number[] {
  const places: number[] = [];
  for (let named = last; named; named = named.before) places.push(named.at);
  return places.reverse();
}

const isSame = <T>(one: PhraseMatch<T>, other: PhraseMatch<T>): boolean =>
  one.value === other.value && one.words.join() === other.words.join();
