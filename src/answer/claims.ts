import { claimsIn } from '../question/index.js';
import type { AnswerContext } from './context.js';
import type { Run } from './run-result.js';
import { type CheckedClaim, wordClaims } from './wording/claims.js';

/** So many claims of a text are checked. */
const MOST_CLAIMS = 6;

/** Holds the claims of a text against the record, each as a question of its own, by `run`. */
export function runClaims(
  text: string,
  claimed: string,
  context: AnswerContext,
  run: (question: string) => Run,
): Run {
  const claims = claimsIn(claimed, context.reader, context.today());
  const runs = claims.slice(0, MOST_CLAIMS).map((claim) => ({
    claim,
    run: claim.question === null ? null : run(claim.question),
  }));
  const checked = runs.map(
    (each): CheckedClaim => ({ claim: each.claim, answer: each.run?.answer ?? null }),
  );
  return {
    question: null,
    intent: 'claims',
    searches: runs.flatMap((each) => each.run?.searches ?? []),
    answer: wordClaims(text, checked, claims.length - checked.length),
  };
}
