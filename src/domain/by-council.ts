import type { Steps } from '../background/steps.js';
import type { Urn } from './authority.js';

/**
 * Something of a record, council by council. What a council has is made when it is first asked for,
 * since most questions are about one; it is the same objects ever after.
 */
export type ByCouncil<T> = {
  /** The councils that have documents, in the order of these. */
  urns: readonly Urn[];
  /** What a council has, in the order of its documents; nothing for one without documents. */
  of(urn: Urn): T[];
  /** What all councils have, one council after the other. */
  all(): T[];
};

/** What `make` makes of each council. */
export function byCouncil<T>(urns: Iterable<Urn>, make: (urn: Urn) => T[]): ByCouncil<T> {
  const councils = new Set(urns);
  const made = new Map<Urn, T[]>();
  const none: T[] = [];
  let every: T[] | null = null;
  function of(urn: Urn): T[] {
    if (!councils.has(urn)) return none;
    const own = made.get(urn) ?? make(urn);
    made.set(urn, own);
    return own;
  }
  return {
    urns: [...councils],
    of,
    all() {
      every ??= [...councils].flatMap(of);
      return every;
    },
  };
}

/** Things at hand already, each of the council that `urn` tells. */
export function groupedByCouncil<T extends { urn: Urn }>(items: Iterable<T>): ByCouncil<T> {
  const own = new Map<Urn, T[]>();
  for (const item of items) {
    const others = own.get(item.urn);
    if (others) others.push(item);
    else own.set(item.urn, [item]);
  }
  return byCouncil(own.keys(), (urn) => own.get(urn) ?? []);
}

/** Makes what all councils have, with a step after each. */
export function* makingAll<T>(things: ByCouncil<T>): Steps<void> {
  for (const urn of things.urns) {
    things.of(urn);
    yield;
  }
}
