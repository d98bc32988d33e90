/** The longest run of neighbours that are so; of equals the newest, in a list oldest first. */
export function longestRun<T>(list: T[], isSo: (item: T) => boolean): T[] {
  let longest: T[] = [];
  let run: T[] = [];
  for (const item of list) {
    run = isSo(item) ? [...run, item] : [];
    if (run.length > 0 && run.length >= longest.length) longest = run;
  }
  return longest;
}

/** The run of neighbours that are so at the end of a list. */
export function newestRun<T>(list: T[], isSo: (item: T) => boolean): T[] {
  const last = list.findLastIndex((item) => !isSo(item));
  return list.slice(last + 1);
}

/** All groups with the most members (or the fewest) of any; none where all are empty. */
export function mostOf<T extends { count: number }>(groups: T[], which: 'most' | 'fewest'): T[] {
  const counts = groups.map(({ count }) => count);
  const sought = which === 'most' ? Math.max(...counts) : Math.min(...counts);
  return sought > 0 || which === 'fewest' ? groups.filter(({ count }) => count === sought) : [];
}

/** Rows in some place of an order: those `above`, and those `at` it, which are equal. */
export type Ranked<T> = { above: T[]; at: T[] };

/**
 * The rows in a place, counted from 1, of a list in its order. Rows that are equal share a place,
 * and the next ones have the place after it: two first ones, then a second one.
 */
export function atRank<T>(rows: T[], rank: number, areEqual: (a: T, b: T) => boolean): Ranked<T> {
  let from = 0;
  const endOf = (start: number): number => {
    const [first] = rows.slice(start, start + 1);
    const next = rows.findIndex((row, i) => i > start && first && !areEqual(first, row));
    return next < 0 ? rows.length : next;
  };
  for (let place = 1; place < rank && from < rows.length; place++) from = endOf(from);
  return { above: rows.slice(0, from), at: rows.slice(from, endOf(from)) };
}
