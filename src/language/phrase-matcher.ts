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
  scan(list: readonly string[]): PhraseMention<T>[];
};

/**
 * Where the words of a phrase lead. `next` is set where any phrase goes on, `values` where one
 * ends.
 */
type Node<T> = { next: Map<string, Node<T>> | null; values: T[] | null };

/** Where the longest phrase ends, and its values. */
type Met<T> = { to: number; values: T[] } | null;

/** So many first words are remembered; what people type may hold any. */
const MOST_REMEMBERED = 50_000;

/** Stands before a word that is meant in this form alone. */
export const EXACT = '=';

/** A matcher without phrases. */
export function createPhraseMatcher<T>(): PhraseMatcher<T> {
  const root: Node<T> = { next: null, values: null };
  /** The words that some phrase wants in one form alone. */
  const exact = new Set<string>();
  /** Where the words met so far lead as the first; most lead nowhere, and are looked up once. */
  const firsts = new Map<string, Node<T>[]>();

  /** Where a word leads from a node, by its form and by its stem. */
  function after({ next }: Node<T>, word: string): Node<T>[] {
    if (!next) return [];
    const byForm = exact.has(word) ? next.get(`${EXACT}${word}`) : undefined;
    const byStem = next.get(stem(word));
    const nodes = byForm ? [byForm] : [];
    if (byStem) nodes.push(byStem);
    return nodes;
  }

  function first(word: string): Node<T>[] {
    const known = firsts.get(word);
    if (known) return known;
    const nodes = after(root, word);
    if (firsts.size < MOST_REMEMBERED) firsts.set(word, nodes);
    return nodes;
  }

  /** The longest phrase of words that lead to these nodes and go on at `to`. */
  function longest(nodes: Node<T>[], list: readonly string[], to: number): Met<T> {
    let met: Met<T> = null;
    for (const node of nodes) {
      const word = list[to];
      const further = word === undefined ? null : longest(after(node, word), list, to + 1);
      const here = further ?? (node.values ? { to, values: node.values } : null);
      if (here && (!met || here.to > met.to)) met = here;
    }
    return met;
  }

  return {
    add(phrase, value) {
      let end = root;
      firsts.clear();
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
        const nodes = first(list[from] ?? '');
        const met = nodes.length > 0 ? longest(nodes, list, from + 1) : null;
        for (const value of met?.values ?? []) found.push({ value, from, to: met?.to ?? from });
        from = met?.to ?? from + 1;
      }
      return found;
    },
  };
}
