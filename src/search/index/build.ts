import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { createCounter } from './additions.js';
import { emptyIndex, type InvertedIndex } from './inverted-index.js';
import { mergeIndex } from './merge.js';
import type { OrderedPassages } from './passage-order.js';

/** Indexes the passages, in their order. */
export function buildInvertedIndex(
  { sizes, all }: Pick<OrderedPassages, 'sizes' | 'all'>,
  themes: ThemeMatcher,
): InvertedIndex {
  const { add, additions } = createCounter(themes);
  for (const [id, { passage }] of all().entries()) add(id, passage);
  return mergeIndex(emptyIndex(), {
    sizes,
    moved: new Uint32Array(),
    added: additions,
    gone: new Map(),
  });
}
