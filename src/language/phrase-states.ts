import { choicesOf, itemsOf, type PhraseSets } from './phrase-words.js';

/**
 * How far a phrase has been read. `next` are the states that a word leads to, `any` those that
 * every word leads to, `ends` the phrases that are complete here, by their numbers. `id` tells it
 * from every other.
 */
export type State = {
  id: number;
  next: Map<string, State[]> | null;
  any: State[] | null;
  ends: number[] | null;
};

/** The states after the items of a phrase so far; phrases that begin alike share them. */
export type Beginning = { states: State[]; followed: Map<string, Beginning> | null };

/** What the phrases of a file are written with. */
export type Writing = { sets: PhraseSets; normalise: ((word: string) => string) | null };

/** How many words `..` may stand for. */
const GAP = 2;

let made = 0;

export const state = (): State => ({ id: made++, next: null, any: null, ends: null });

/** Writes a phrase behind a beginning, without writing out the ways that it stands for. */
export function write(phrase: string, number: number, start: Beginning, writing: Writing): void {
  let read = start;
  for (const item of itemsOf(phrase)) {
    read.followed ??= new Map();
    let further = read.followed.get(item);
    if (!further) {
      further = { states: follow(read.states, item, writing), followed: null };
      read.followed.set(item, further);
    }
    read = further;
  }
  for (const end of read.states) {
    end.ends ??= [];
    end.ends.push(number);
  }
}

/**
 * Writes an item behind some states and gives the states after it. All its ways end in one state,
 * so that what follows is written once; an item that may be missing leaves the states as they are.
 */
function follow(states: State[], item: string, writing: Writing, end: State = state()): State[] {
  if (item === '..') return [...states, ...gapAfter(states)];
  if (item.endsWith('?')) return [...follow(states, item.slice(0, -1), writing, end), ...states];
  const choices = choicesOf(item, writing.sets);
  if (choices !== null)
    return [...new Set(choices.flatMap((choice) => followAll(states, choice, writing, end)))];
  const word = writing.normalise ? writing.normalise(item) : item;
  for (const each of states) {
    each.next ??= new Map();
    const following = each.next.get(word);
    if (following) following.push(end);
    else each.next.set(word, [end]);
  }
  return [end];
}

/** Writes a choice behind some states; a choice that leaves every word out is none. */
function followAll(states: State[], phrase: string, writing: Writing, end: State): State[] {
  const items = itemsOf(phrase);
  let reached = states;
  for (const [i, item] of items.entries())
    reached = follow(reached, item, writing, i === items.length - 1 ? end : state());
  return reached.filter((each) => !states.includes(each));
}

/** Up to so many words of any kind behind some states. */
function gapAfter(states: State[]): State[] {
  const passed: State[] = [];
  let before = states;
  for (let length = 1; length <= GAP; length++) {
    const one = state();
    for (const each of before) {
      each.any ??= [];
      each.any.push(one);
    }
    passed.push(one);
    before = [one];
  }
  return passed;
}
