import type { Urn } from '../../domain/authority.js';
import type { ByCouncil } from '../../domain/by-council.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Range } from '../ranking/accumulator.js';
import type { CouncilSizes } from './inverted-index.js';

/**
 * The passages in the order of their numbers in the index. Those of one authority stand next to
 * each other, in the order of the record, so that a council is a range of numbers.
 */
export type OrderedPassages = {
  sizes: CouncilSizes;
  /** How many passages there are. */
  count: number;
  ranges: ReadonlyMap<Urn, Range>;
  /** The passage with a number. @throws RangeError where there is none. */
  at(id: number): RecordedPassage;
  all(): RecordedPassage[];
};

/**
 * Orders the passages of a record. Where their `sizes` are known already no passage need be made
 * for it.
 */
export function inIndexOrder(
  passages: ByCouncil<RecordedPassage>,
  sizes: CouncilSizes = sizesOf(passages),
): OrderedPassages {
  const ranges = new Map<Urn, Range>();
  let count = 0;
  for (const [urn, own] of sizes) {
    ranges.set(urn, { from: count, to: count + own });
    count += own;
  }
  const starts = [...ranges.values()].map(({ from }) => from);
  /** The council last asked about: passages asked for one after the other are mostly of one. */
  let latest: { from: number; own: readonly RecordedPassage[] } = { from: 0, own: [] };
  return {
    sizes,
    count,
    ranges,
    at(id) {
      const known = latest.own[id - latest.from];
      if (known) return known;
      const place = placeOf(id, starts);
      const [urn = ''] = sizes[place] ?? [];
      latest = { from: starts[place] ?? 0, own: passages.of(urn) };
      const passage = latest.own[id - latest.from];
      if (!passage) throw new RangeError(`no passage ${id}`);
      return passage;
    },
    all: () => sizes.flatMap(([urn]) => passages.of(urn)),
  };
}

const sizesOf = (passages: ByCouncil<RecordedPassage>): CouncilSizes =>
  passages.urns
    .toSorted()
    .map((urn) => [urn, passages.of(urn).length] as const)
    .filter(([, count]) => count > 0);

/** Which of the ranges that begin at `starts` a number falls in. */
function placeOf(id: number, starts: readonly number[]): number {
  let [from, to] = [0, starts.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= id) from = middle;
    else to = middle;
  }
  return from;
}
