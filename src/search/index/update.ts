import { eachOf, inSlices, type Steps } from '../../background/steps.js';
import type { Passage } from '../../domain/passage.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import { indexInThread } from './in-thread.js';
import { GONE } from './merge.js';
import { type IndexFile, type OpenedIndex, viewOf } from './open-index.js';
import type { OrderedPassages } from './passage-order.js';
import { serialise } from './serialise.js';

/** The passages that an index is of, in its order, and the themes they were read with. */
export type Indexed = { passages: Pick<OrderedPassages, 'sizes' | 'all'>; themes: Theme[] };

/** How passages have changed: `added` are numbers of those that are now. */
export type PassageChange = { moved: Uint32Array; added: number[]; gone: Passage[] };

const BATCH = 2_000;

/**
 * The index of passages that were others before, made in a thread of its own: only passages that
 * came or went are counted there, unless the themes are others too. Where `file` is given it is
 * written. A passage is the same one as long as it is the same object.
 * @throws where the thread fails, or the signal ends the work.
 */
export async function updateIndex(
  before: Indexed & OpenedIndex,
  after: Indexed,
  file: IndexFile | null,
  signal?: AbortSignal,
): Promise<OpenedIndex> {
  const isKept = before.themes === after.themes;
  const now = after.passages.all();
  const { moved, added, gone } = await inSlices(changeOf(isKept ? before.passages.all() : [], now));
  const bytes = await indexInThread(
    {
      before: isKept ? (before.bytes ?? serialise(before.index)) : null,
      moved,
      sizes: after.passages.sizes,
      themes: after.themes,
      file,
    },
    gone,
    added.map((id) => [id, (now[id] as RecordedPassage).passage]),
    signal,
  );
  return viewOf(bytes);
}

/** What the passages of an index, in its order, have become. */
export function* changeOf(
  before: RecordedPassage[],
  after: RecordedPassage[],
): Steps<PassageChange> {
  const numbers = new Map<Passage, number>();
  yield* eachOf(before, BATCH, ({ passage }, number) => {
    numbers.set(passage, number);
  });
  const moved = new Uint32Array(before.length).fill(GONE);
  const added: number[] = [];
  let last = -1;
  yield* eachOf(after, BATCH, ({ passage }, id) => {
    const number = numbers.get(passage) ?? -1;
    // Numbers of passages that stay must ascend; one that moved up is counted anew.
    if (number > last) {
      moved[number] = id;
      last = number;
    } else added.push(id);
  });
  const gone: Passage[] = [];
  yield* eachOf(before, BATCH, ({ passage }, number) => {
    if (moved[number] === GONE) gone.push(passage);
  });
  return { moved, added, gone };
}
