import Fuse from 'fuse.js';

const THRESHOLD = 0.4;
/** Longer than any name; more would only take time. */
const LONGEST = 40;

/** The items whose names are most like `text`, best first, `count` at most. */
export function mostAlike<T>(
  text: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  count: number,
): T[] {
  const fuse = new Fuse(items, {
    keys: [{ name: 'names', getFn: (item) => [...namesOf(item)] }],
    threshold: THRESHOLD,
    ignoreLocation: true,
  });
  return fuse.search(text.slice(0, LONGEST), { limit: count }).map(({ item }) => item);
}

/**
 * Whether a word of `name` begins with `text`, or the words from there on do; both in lower case,
 * as `words()` gives them.
 */
export const hasWordBeginning = (name: string, text: string): boolean =>
  ` ${name}`.includes(` ${text}`);
