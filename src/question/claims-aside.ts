import { words } from '../language/index.js';
import { sentencesOf } from './claim-sentences.js';
import type { Claim } from './claims-in.js';

/** A sentence of fewer words ("Hi all", "Thanks!") claims nothing that anybody would miss. */
const FEWEST_WORDS = 3;

/** The sentences of a text of which nothing was read as one of its claims, each once. */
export function sentencesAside(text: string, claims: Pick<Claim, 'words'>[]): string[] {
  const sentences = text
    .split(/\n+/)
    .flatMap(sentencesOf)
    .map((sentence) => sentence.trim());
  return [...new Set(sentences)].filter(
    (sentence) =>
      words(sentence).length >= FEWEST_WORDS &&
      !claims.some((claim) => sentence.includes(claim.words)),
  );
}
