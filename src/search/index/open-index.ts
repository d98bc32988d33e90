import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { buildInvertedIndex } from './build.js';
import { type IndexCache, saveIndex } from './cache.js';
import type { InvertedIndex } from './inverted-index.js';
import type { OrderedPassages } from './passage-order.js';
import { deserialise, serialise } from './serialise.js';

/** An index with the bytes that it is a view of, where it is one. */
export type OpenedIndex = { index: InvertedIndex; bytes: Uint8Array | null };

/** Where the index is held between starts, and whether the record's files were all found valid. */
export type IndexFile = { cache: IndexCache; valid: boolean };

/** The index that the cache holds, if it does. */
export const heldIndex = (cache: IndexCache | null): OpenedIndex | null =>
  cache?.payload ? viewOf(cache.payload) : null;

/** Builds the index and writes it into the cache. */
export function buildIndex(
  file: IndexFile | null,
  passages: OrderedPassages,
  themes: ThemeMatcher,
): OpenedIndex {
  const index = buildInvertedIndex(passages, themes);
  if (!file) return { index, bytes: null };
  const bytes = serialise(index);
  saveIndex(file.cache, bytes, file.valid);
  return viewOf(bytes);
}

/** The index that the bytes are of. */
export const viewOf = (bytes: Uint8Array): OpenedIndex => ({ index: deserialise(bytes), bytes });
