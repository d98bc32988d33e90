import { freshnessLine } from '../domain/freshness.js';
import type { Question } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { heldOf, scopeOf } from './scope.js';
import { documentsLine } from './wording/scope.js';

/**
 * How far the record reaches that an answer was made from: of its council, or of all that are
 * meant. `null` where nothing of the record is told.
 */
export function untilOf(
  { authority, kind, status }: Answer,
  question: Question,
  context: AnswerContext,
): string | null {
  if (kind === 'advice' || kind === 'help' || status === 'not_covered' || status === 'ambiguous')
    return null;
  const { freshness, checked } = context.record;
  if (authority)
    return freshnessLine({ ...freshness, checked: checked.get(authority.urn) ?? null });
  const scope = scopeOf(question, context);
  return scope.authorities.length > 0 ? documentsLine(heldOf(scope, context)) : null;
}
