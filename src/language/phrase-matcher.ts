import { stem } from './words.js';

/** A phrase met in a list of words: those from `from` up to, not including, `to`. */
export type PhraseMention<T> = { value: T; from: number; to: number };

/** Finds phrases by the stems of their words, in time proportional to the text. */
export type PhraseMatcher<T> = {
  /**
   * Adds a phrase for a value, or for none, so that it hides shorter phrases inside it. A word with
   * "=" before it stands for that form alone: "=adoption" is not met in "adopted".
   */
  add(phrase: string[], value?: T): void;
  /**
   * The longest phrases met, left to right. The words of a phrase are not read again; a phrase of
   * several values gives a mention of each.
   */
  scan(list: string[]): PhraseMention<T>[];
};

/**
 * Where the words of a phrase lead. `next` is set where any phrase goes on, `values` where one
 * ends.
 */
type Node<T> = { next: Map<string, Node<T>> | null; values: T[] | null };

/** Where the longest phrase ends, and its values. */
type Met<T> = { to: number; values: T[] } | null;

/** Stands before a word that is meant in this form alone. */
export const EXACT = '=';

/** A matcher without phrases. */
export function createPhraseMatcher<T>(): PhraseMatcher<T> {
  const root: Node<T> = { next: null, values: null };
  /** The words that some phrase wants in one form alone; most words are looked up once. */
  const exact = new Set<string>();

  /** Follows the words from a place by form and by stem, and gives the longest phrase they make. */
  function longestFrom(node: Node<T>, list: string[], at: number): Met<T> {
    let met: Met<T> = node.values ? { to: at, values: node.values } : null;
    const word = list[at];
    if (word === undefined || !node.next) return met;
    const byForm = exact.has(word) ? node.next.get(`${EXACT}${word}`) : undefined;
    const byStem = node.next.get(stem(word));
    if (!byForm && !byStem) return met;
    for (const next of [byForm, byStem]) {
      const further = next ? longestFrom(next, list, at + 1) : null;
      if (further && (!met || further.to > met.to)) met = further;
    }
    return met;
  }

  return {
    add(phrase, value) {
      let end = root;
      for (const word of phrase.map((word) => (word.startsWith(EXACT) ? word : stem(word)))) {
        if (word.startsWith(EXACT)) exact.add(word.slice(EXACT.length));
        end.next ??= new Map();
        const next: Node<T> = end.next.get(word) ?? { next: null, values: null };
        end.next.set(word, next);
        end = next;
      }
      end.values ??= [];
      if (value !== undefined && !end.values.includes(value)) end.values.push(value);
    },
    scan(list) {
      const found: PhraseMention<T>[] = [];
      for (let from = 0; from < list.length; ) {
        const met = longestFrom(root, list, from);
        for (const value of met?.values ?? []) found.push({ value, from, to: met?.to ?? from });
        from = met?.to ?? from + 1;
      }
      return found;
    },
  };
}
