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

/** Finds the phrases of a vocabulary; `words` are all the words that it names. */
export type PhraseFinder<T> = {
  find(words: readonly string[]): PhraseMatch<T>[];
  words: ReadonlySet<string>;
};

/**
 * How far a phrase has been read. `next` are the states that a word leads to, `any` those that
 * every word leads to, `ends` the values of the phrases that are complete here.
 */
type State<T> = { next: Map<string, State<T>[]> | null; any: State<T>[] | null; ends: T[] | null };

/** The states after the items of a phrase so far; phrases that begin alike share them. */
type Beginning<T> = { states: State<T>[]; followed: Map<string, Beginning<T>> };

/** The places named on the way to a state, the last one first, and how many they are. */
type Named = { at: number; count: number; before: Named | null };

const state = <T>(): State<T> => ({ next: null, any: null, ends: null });

/** How many words `..` may stand for. */
const GAP = 2;
/** Sets name other sets no deeper than this; one that names itself would never end. */
const DEEPEST = 20;

/**
 * Prepares phrases with their values once, without writing out the ways that each stands for. What
 * finding them costs grows with the number of words, never with their arrangement. `normalise`
 * gives the form by which words are held against each other (their stems, say).
 * @throws RangeError for a set that is not given, or that names itself.
 */
export function createPhraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  sets: PhraseSets = {},
  normalise: (word: string) => string = (word) => word,
): PhraseFinder<T> {
  const start = state<T>();
  const vocabulary = new Set<string>();
  const writing = { sets, vocabulary, normalise };
  const nothing: Beginning<T> = { states: [start], followed: new Map() };
  for (const [phrase, value] of phrases) {
    let read = nothing;
    for (const item of itemsOf(phrase)) {
      let further = read.followed.get(item);
      if (!further) {
        const states = follow(read.states, item, { ...writing, phrase, depth: 0 });
        further = { states, followed: new Map() };
        read.followed.set(item, further);
      }
      read = further;
    }
    for (const end of read.states) {
      end.ends ??= [];
      if (!end.ends.includes(value)) end.ends.push(value);
    }
  }
  return { find: (said) => findIn(said.map(normalise), start), words: vocabulary };
}

function findIn<T>(words: readonly string[], start: State<T>): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!start.any && !start.next?.has(words[from] ?? '')) continue;
    let reached = new Map<State<T>, Named | null>([[start, null]]);
    for (let to = from; to < words.length && reached.size > 0; to++) {
      reached = further(reached, words[to] ?? '', to);
      for (const [{ ends }, named] of reached)
        if (ends)
          for (const value of ends)
            found.push({ value, from, to: to + 1, words: placesNamed(named) });
    }
  }
  return found;
}

/** The states that a word leads to; where two ways lead to one, the way that names more words. */
function further<T>(
  reached: Map<State<T>, Named | null>,
  word: string,
  at: number,
): Map<State<T>, Named | null> {
  const next = new Map<State<T>, Named | null>();
  for (const [{ next: following, any }, before] of reached) {
    const count = before?.count ?? 0;
    for (const each of following?.get(word) ?? []) {
      if ((next.get(each)?.count ?? -1) < count + 1)
        next.set(each, { at, count: count + 1, before });
    }
    for (const each of any ?? [])
      if (!next.has(each) || (next.get(each)?.count ?? 0) < count) next.set(each, before);
  }
  return next;
}

function placesNamed(last: Named | null): number[] {
  const places: number[] = [];
  for (let named = last; named; named = named.before) places.push(named.at);
  return places.reverse();
}

type Writing = {
  sets: PhraseSets;
  vocabulary: Set<string>;
  normalise: (word: string) => string;
  phrase: string;
  depth: number;
};

const itemsOf = (phrase: string): string[] => phrase.match(/\([^)]*\)\??|\S+/g) ?? [];

/**
 * Writes an item behind some states and gives the states after it. All its ways end in one state,
 * so that what follows is written once; an item that may be missing leaves the states as they are.
 */
function follow<T>(
  states: State<T>[],
  item: string,
  writing: Writing,
  end: State<T> = state(),
): State<T>[] {
  if (item === '..') return [...states, ...gapAfter(states)];
  if (item.endsWith('?')) return [...follow(states, item.slice(0, -1), writing, end), ...states];
  const choices = choicesOf(item, writing);
  if (choices === null) {
    writing.vocabulary.add(item);
    const word = writing.normalise(item);
    for (const each of states) {
      each.next ??= new Map();
      const following = each.next.get(word);
      if (following) following.push(end);
      else each.next.set(word, [end]);
    }
    return [end];
  }
  if (writing.depth > DEEPEST) throw new RangeError(`“${writing.phrase}” names a set in itself`);
  const deeper = { ...writing, depth: writing.depth + 1 };
  const ends = new Set(choices.flatMap((choice) => followAll(states, choice, deeper, end)));
  return [...ends];
}

/** Writes a choice behind some states; a choice that leaves every word out is none. */
function followAll<T>(
  states: State<T>[],
  phrase: string,
  writing: Writing,
  end: State<T>,
): State<T>[] {
  const items = itemsOf(phrase);
  let reached = states;
  for (const [i, item] of items.entries())
    reached = follow(reached, item, writing, i === items.length - 1 ? end : state());
  return reached.filter((each) => !states.includes(each));
}

/** The phrases that an item stands for; `null` where it is a word. */
function choicesOf(item: string, { sets, phrase }: Writing): readonly string[] | null {
  if (item.startsWith('(')) return item.slice(1, -1).split('|');
  const name = /^<(.+)>$/.exec(item)?.[1];
  if (name === undefined) return null;
  const set = sets[name];
  if (!set) throw new RangeError(`“${phrase}” names <${name}>, which the file does not give`);
  return set;
}

/** Up to so many words of any kind behind some states. */
function gapAfter<T>(states: State<T>[]): State<T>[] {
  const passed: State<T>[] = [];
  let before = states;
  for (let length = 1; length <= GAP; length++) {
    const one = state<T>();
    for (const each of before) {
      each.any ??= [];
      each.any.push(one);
    }
    passed.push(one);
    before = [one];
  }
  return passed;
}
