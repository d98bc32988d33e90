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
