import { stem } from './words.js';

/** A phrase met in a list of words: those from `from` up to, not including, `to`. */
export type PhraseMention<T> = { value: T; from: number; to: number };

/** Finds phrases by the stems of their words, in time proportional to the text. */
export type PhraseMatcher<T> = {
  /** Adds a phrase for a value, or for none, so that it hides shorter phrases inside it. */
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

/** A matcher without phrases. */
export function createPhraseMatcher<T>(): PhraseMatcher<T> {
  const root: Node<T> = { next: null, values: null };
  return {
    add(phrase, value) {
      let end = root;
      for (const word of phrase.map(stem)) {
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
        let longest = from + 1;
        let values: T[] = [];
        let at = root.next?.get(stem(list[from] ?? ''));
        for (let to = from + 1; at; to++) {
          if (at.values) [longest, values] = [to, at.values];
          at = to < list.length ? at.next?.get(stem(list[to] ?? '')) : undefined;
        }
        for (const value of values) found.push({ value, from, to: longest });
        from = longest;
      }
      return found;
    },
  };
}
