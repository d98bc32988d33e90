import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import type { SearchTerm } from '../request.js';

const SPOKEN = new Set(
  readVocabulary('spoken-words', z.literal('spoken')).entries.flatMap(({ phrases }) => phrases),
);
/** What such a word counts beside others: it is rare in reports, and not in what people say. */
const SHARE = 0.5;

/** How much (0–1) a word alone counts, for all that is said with it in everyday life. */
export const spokenShare = ({ word, repaired, themes, layWord }: SearchTerm): number =>
  themes.length === 0 && layWord === null && SPOKEN.has(repaired ?? word) ? SHARE : 1;
