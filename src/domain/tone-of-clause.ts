import { clauseStarts, clausesWithVerbs } from './sentence-parts.js';
import type { SentenceTone } from './tone.js';
import { evidenceOf } from './tone-evidence.js';

/**
 * Whether what gives a sentence its tone stands in other clauses than all of some places among its
 * words: "The virtual school works closely with schools, but too many children move" criticises no
 * virtual school. Where no clause by itself has the tone it is that of the whole sentence.
 */
export function isToneApart(
  sentence: string,
  places: readonly number[],
  tone: Exclude<SentenceTone, 'mixed'>,
): boolean {
  const clauses = clausesWithVerbs(sentence);
  if (clauses.length < 2) return false;
  const starts = [...clauseStarts(sentence), Number.POSITIVE_INFINITY];
  const isOwn = (i: number) =>
    places.some((at) => (starts[i] ?? 0) <= at && at < (starts[i + 1] ?? 0));
  const having = clauses.map((clause) => hasEvidence(clause, tone));
  return having.some((has, i) => has && !isOwn(i)) && !having.some((has, i) => has && isOwn(i));
}

const hasEvidence = (clause: string, tone: 'praise' | 'criticism'): boolean =>
  evidenceOf(clause).sides.some(
    (side) => side[tone].length + side[`leaning to ${tone}`].length > 0,
  );
