import { newestFirst, type Visit } from '../domain/visit.js';

/** What orders the items of a list; `isEqual` holds of those about as good as the best. */
type Order<T> = {
  score: (item: T) => number;
  visit: (item: T) => Visit | undefined;
  isEqual: (item: T) => boolean;
};

/**
 * The items, best first, but those about as good as the best before the older ones that they
 * follow. Those of one visit keep their order.
 */
export function newestOfEquals<T>(list: T[], { score, visit, isEqual }: Order<T>): T[] {
  const ordered: T[] = [];
  const isNewer = (item: T, other: T | undefined): boolean => {
    const [one, another] = [visit(item), other && visit(other)];
    return one !== undefined && another !== undefined && newestFirst(one, another) < 0;
  };
  for (const item of list.toSorted((a, b) => score(b) - score(a))) {
    let at = ordered.length;
    if (isEqual(item)) while (isNewer(item, ordered[at - 1])) at--;
    ordered.splice(at, 0, item);
  }
  return ordered;
}
