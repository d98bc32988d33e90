import type { Passage } from '../../domain/passage.js';
import type { Visit } from '../../domain/visit.js';

/** What a question may narrow its passages by: the visit that they are of, and what kind of words they are. */
export type Sort = {
  visit: Pick<Visit, 'id'>;
  passage: Pick<Passage, 'kind' | 'tone'> & { speaker: Pick<Passage['speaker'], 'kind'> };
};

/** Whether passages of a sort are among those asked about. */
export type Wanted = (sort: Sort) => boolean;

/**
 * Sorts the passages as they are asked for: they are many and their sorts are few, so that what a question wants is made out once for
 * each sort, not for each passage.
 */
export function createSorts(passages: Sort[]): (wants: Wanted) => (id: number) => boolean {
  const numbers = new Map<string, number>();
  const examples: Sort[] = [];
  /** One more than the number of each passage's sort; 0 for passages not asked for yet. */
  const sorts = new Uint32Array(passages.length);

  function sortOf(id: number): number {
    const known = sorts[id] ?? 0;
    if (known > 0) return known - 1;
    const sort = passages[id];
    if (!sort) throw new RangeError(`no passage ${id}`);
    const { visit, passage } = sort;
    const name = [visit.id, passage.kind, passage.tone, passage.speaker.kind].join(' ');
    const number = numbers.get(name) ?? examples.push(sort) - 1;
    numbers.set(name, number);
    sorts[id] = number + 1;
    return number;
  }

  return (wants) => {
    const known: boolean[] = [];
    return (id) => {
      const number = sortOf(id);
      const found = known[number];
      if (found !== undefined) return found;
      const example = examples[number];
      const wanted = example !== undefined && wants(example);
      known[number] = wanted;
      return wanted;
    };
  };
}
