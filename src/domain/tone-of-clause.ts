import { words } from '../language/index.js';
import type { SentenceParts } from './sentence-parts.js';
import type { SentenceTone } from './tone.js';
import { evidenceOf } from './tone-evidence.js';

/**
 * Whether what gives a sentence its tone stands in other clauses than all of some places among its
 * words: "The virtual school works closely with schools, but too many children move" criticises no
 * virtual school. Where no clause by itself has the tone it is that of the whole sentence.
 */
export function isToneApart(
  sentence: string,
  { begins }: SentenceParts,
  places: readonly number[],
  tone: Exclude<SentenceTone, 'mixed'>,
): boolean {
  if (begins.length < 2) return false;
  const having = clausesOf(sentence, begins).map((clause) => hasEvidence(clause, tone));
  const isOwn = (i: number) =>
    places.some((at) => begins.findLastIndex((from) => from <= at) === i);
  return having.some((has, i) => has && !isOwn(i)) && !having.some((has, i) => has && isOwn(i));
}

/** The text of each clause, by the places of the words with which they begin. */
function clausesOf(sentence: string, begins: readonly number[]): string[] {
  const clauses = begins.map(() => '');
  let at = 0;
  for (const part of sentence.split(/(?<=[,;:()–—]\s)/u)) {
    const i = Math.max(
      0,
      begins.findLastIndex((from) => from <= at),
    );
    clauses[i] += part;
    at += words(part).length;
  }
  return clauses;
}

const hasEvidence = (clause: string, tone: 'praise' | 'criticism'): boolean =>
  evidenceOf(clause).sides.some(
    (side) => side[tone].length + side[`leaning to ${tone}`].length > 0,
  );
