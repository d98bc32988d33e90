import type { RecordedPassage } from '../../domain/record.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { createCounter } from './additions.js';
import { emptyIndex, type InvertedIndex } from './inverted-index.js';
import { mergeIndex } from './merge.js';

/** Indexes the passages, in the order given. */
export function buildInvertedIndex(
  passages: RecordedPassage[],
  themes: ThemeMatcher,
): InvertedIndex {
  const { add, additions } = createCounter(themes);
  for (const [id, { passage }] of passages.entries()) add(id, passage);
  return mergeIndex(emptyIndex(), {
    passages: passages.length,
    moved: new Uint32Array(),
    added: additions,
    gone: new Map(),
  });
}
