import { z } from 'zod';
import { memoised, type PhraseFinder, words } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

const Effort = z.enum(['effort', 'problem', 'success']);
type Effort = z.infer<typeof Effort>;
let finder: PhraseFinder<Effort | null> | null = null;

/** The vocabulary, prepared with the first sentence that is asked about. */
function vocabulary(): PhraseFinder<Effort | null> {
  finder ??= finderOf(readVocabulary('efforts', Effort));
  return finder;
}

/** The problem stands so many words behind what is done about it. */
const BEHIND = 8;

/**
 * Whether a sentence tells of somebody's effort about a problem and not that it came to anything:
 * "leaders have robustly challenged health partners regarding delays". Its praise is of the effort.
 */
export const isOfEffort = memoised(tellsEffort, 2000);

function tellsEffort(sentence: string): boolean {
  const met = vocabulary().find(words(sentence));
  if (met.some(({ value }) => value === 'success')) return false;
  return met.some(
    (effort) =>
      effort.value === 'effort' &&
      met.some(
        (problem) =>
          problem.value === 'problem' &&
          problem.from >= effort.to &&
          problem.from - effort.to <= BEHIND,
      ),
  );
}
