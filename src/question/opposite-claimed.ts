import { type Side, sidesIn } from '../domain/opposites.js';
import type { Question } from './question.js';
import { spansOf } from './residue.js';

/**
 * Which of two opposites a question claims ("social workers hate working there"); `null` where it
 * claims neither, both, or may be turned by a "not" beside it.
 */
export function oppositeClaimed(question: Question): Side | null {
  const { sides } = sidesIn(question.tokens.map(({ word }) => word));
  const [only, ...others] = sides;
  if (!only || others.length > 0) return null;
  const asking = spansOf(question, 'claim').filter(({ value }) => value === 'asked');
  const isTurned = spansOf(question, 'negation').some(
    (not) =>
      (not.from < only.from || not.to > only.to) &&
      // "Didn't they" behind a claim turns nothing of it.
      !asking.some(({ from, to }) => from <= not.from && not.to <= to),
  );
  return isTurned ? null : only.side;
}
