import { eachOf, type Steps } from '../../background/steps.js';
import type { Urn } from '../../domain/authority.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Range } from '../ranking/accumulator.js';

/**
 * The passages in the order of their numbers in the index. Those of one authority stand next to
 * each other, in the order of the record, so that a council is a range of numbers.
 */
export type OrderedPassages = { passages: RecordedPassage[]; ranges: ReadonlyMap<Urn, Range> };

const BATCH = 5_000;

/** Orders the passages of a record. */
export function* inIndexOrder(recorded: RecordedPassage[]): Steps<OrderedPassages> {
  const byUrn = new Map<Urn, RecordedPassage[]>();
  yield* eachOf(recorded, BATCH, (passage) => {
    const own = byUrn.get(passage.urn);
    if (own) own.push(passage);
    else byUrn.set(passage.urn, [passage]);
  });
  const ranges = new Map<Urn, Range>();
  let from = 0;
  const urns = [...byUrn.keys()].sort();
  for (const urn of urns) {
    const to = from + (byUrn.get(urn)?.length ?? 0);
    ranges.set(urn, { from, to });
    from = to;
  }
  return { passages: urns.flatMap((urn) => byUrn.get(urn) ?? []), ranges };
}
