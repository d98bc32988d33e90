/**
 * How far a phrase has been read. `next` are the states that a word leads to, `any` those that
 * every word leads to, `ends` the values of the phrases that are complete here.
 */
export type State<T> = {
  next: Map<string, State<T>[]> | null;
  any: State<T>[] | null;
  ends: T[] | null;
};

/**
 * All the states reached together, as one. Where each word leads is worked out when it is first
 * met; words that none of the states knows lead to `other`.
 */
type Step<T> = {
  states: State<T>[];
  ends: T[];
  next: Map<string, Step<T> | null>;
  other: Step<T> | null | undefined;
};

/** The steps remembered are forgotten where there come to be so many. */
const MOST_STEPS = 20_000;

/** Finds the phrases that begin at a state: one look-up for each word that may belong to one. */
export function createScanner<T>(start: State<T>) {
  const ids = new Map<State<T>, number>();
  let steps = new Map<string, Step<T>>();
  let first = stepOf([start]);

  function stepOf(states: State<T>[]): Step<T> {
    const key = states
      .map((each) => idOf(each))
      .sort((a, b) => a - b)
      .join();
    const known = steps.get(key);
    if (known) return known;
    const ends = [...new Set(states.flatMap((each) => each.ends ?? []))];
    const step: Step<T> = { states, ends, next: new Map(), other: undefined };
    steps.set(key, step);
    return step;
  }

  function idOf(each: State<T>): number {
    const id = ids.get(each) ?? ids.size;
    ids.set(each, id);
    return id;
  }

  function after(step: Step<T>, word: string): Step<T> | null {
    const known = step.next.get(word);
    if (known !== undefined) return known;
    const isKnown = step.states.some((each) => each.next?.has(word));
    if (!isKnown && step.other !== undefined) return step.other;
    const reached = new Set(
      step.states.flatMap((each) => [...(each.next?.get(word) ?? []), ...(each.any ?? [])]),
    );
    const made = reached.size > 0 ? stepOf([...reached]) : null;
    if (isKnown) step.next.set(word, made);
    else step.other = made;
    return made;
  }

  return (words: readonly string[]): { value: T; from: number; to: number }[] => {
    if (steps.size > MOST_STEPS) {
      steps = new Map();
      first = stepOf([start]);
    }
    const found: { value: T; from: number; to: number }[] = [];
    for (let from = 0; from < words.length; from++) {
      let step = after(first, words[from] ?? '');
      for (let to = from + 1; step; to++) {
        for (const value of step.ends) found.push({ value, from, to });
        step = to < words.length ? after(step, words[to] ?? '') : null;
      }
    }
    return found;
  };
}
