import type { State } from './phrase-states.js';

/**
 * Where some words lead: to states, and beside each the places of the words that are named on the
 * way to it, counted from the first.
 */
type Reached = { states: State[]; named: Places[] };
type Places = readonly number[];

/**
 * What is known of the words so far. `ends` are the phrases that are complete, `next` tells where
 * each word leads that a phrase goes on with, `other` where any word leads besides; `null` is
 * nowhere.
 */
export type Path<T> = {
  ends: { value: T; places: Places }[];
  next: Map<string, Path<T> | null | Unread>;
  other: Path<T> | null;
  length: number;
  reached: Reached;
};

/** Stands for a path that no words have taken yet. */
const UNREAD = 'unread';
type Unread = typeof UNREAD;

/** The paths through phrases. */
export type Paths<T> = {
  /** The path of a word that no phrase begins with by name. */
  other: Path<T> | null;
  /** The path of a word that phrases begin with. */
  begin(word: string): Path<T> | null;
  /** The path that goes on with a word; `null` where no phrase does. */
  goOn(path: Path<T>, word: string): Path<T> | null;
};

/**
 * Prepares the paths through phrases from `start` on. Texts take few of them, so that each is made
 * once, when words first take it. Phrases that begin with any word must be written behind `start`
 * by now, and those that can begin with a word before `begin` is asked about it.
 */
export function createPaths<T>(start: State, phrases: readonly (readonly [string, T])[]): Paths<T> {
  const made = new Map<string, Path<T>>();

  function pathTo(length: number, reached: Reached): Path<T> | null {
    const { states, named } = reached;
    if (states.length === 0) return null;
    const key = `${length} ${states.map(({ id }, i) => `${id}:${named[i]}`).join(' ')}`;
    let path = made.get(key);
    if (!path) {
      const next = new Map<string, Unread>();
      for (const state of states)
        for (const word of state.next?.keys() ?? []) next.set(word, UNREAD);
      const other = pathTo(length + 1, further(reached, null, length));
      path = { ends: endsOf(reached, phrases), next, other, length, reached };
      made.set(key, path);
    }
    return path;
  }

  const nothing: Reached = { states: [start], named: [[]] };
  return {
    other: pathTo(1, further(nothing, null, 0)),
    begin: (word) => pathTo(1, further(nothing, word, 0)),
    goOn(path, word) {
      const known = path.next.get(word);
      if (known === undefined) return path.other;
      if (known !== UNREAD) return known;
      const found = pathTo(path.length + 1, further(path.reached, word, path.length));
      path.next.set(word, found);
      return found;
    },
  };
}

/**
 * Where one word more leads, `null` for one that no phrase names; where two ways lead to one state,
 * the way that names more words.
 */
function further({ states, named }: Reached, word: string | null, place: number): Reached {
  const reached: Reached = { states: [], named: [] };
  const known = new Map<State, number>();
  const reach = (state: State, places: Places) => {
    const i = known.get(state);
    if (i === undefined) {
      known.set(state, reached.states.push(state) - 1);
      reached.named.push(places);
    } else if ((reached.named[i]?.length ?? 0) < places.length) reached.named[i] = places;
  };
  for (const [i, { next, any }] of states.entries()) {
    const places = named[i] ?? [];
    const led = word === null ? null : next?.get(word);
    for (const state of led ?? []) reach(state, [...places, place]);
    for (const state of any ?? []) reach(state, places);
  }
  return reached;
}

/** The phrases that are complete in these states, each once, in the order of their file. */
function endsOf<T>({ states, named }: Reached, phrases: readonly (readonly [string, T])[]) {
  const complete = states
    .flatMap(({ ends }, i) => (ends ?? []).map((number) => ({ number, places: named[i] ?? [] })))
    .sort((one, other) => one.number - other.number);
  const ends: Path<T>['ends'] = [];
  for (const { number, places } of complete) {
    const [, value] = phrases[number] as readonly [string, T];
    const isSame = (end: (typeof ends)[number]) =>
      end.value === value && end.places.join() === places.join();
    if (!ends.some(isSame)) ends.push({ value, places });
  }
  return ends;
}
