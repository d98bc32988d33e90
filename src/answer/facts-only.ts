import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';

/**
 * Whether an answer is about a council that exists, of whose inspections the record has grades and
 * dates alone, or some of them.
 */
export function hasFactsOnly(
  { authority, kind }: Pick<Answer, 'authority' | 'kind'>,
  { covered, visitsOf, isFactsOnly }: AnswerContext,
): boolean {
  if (authority === null || kind === 'advice' || kind === 'help') return false;
  const council = covered.find(({ urn }) => urn === authority.urn);
  return council !== undefined && !council.ended && visitsOf(council.urn).some(isFactsOnly);
}
