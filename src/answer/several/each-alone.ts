import type { LocalAuthority } from '../../domain/authority.js';
import type { Question } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import { asFiller, withSpans } from '../councils-named.js';

/** More councils than these are not answered one after another. */
const MOST = 4;

/**
 * The answer to the same question for each of a few councils by itself; `null` where they are more,
 * or it is not understood of one of them.
 */
export function eachAlone(
  { authorities, question }: AskedOfSeveral,
  answer: (authority: LocalAuthority, question: Question) => Answer,
): Answer[] | null {
  if (authorities.length > MOST) return null;
  const answers = authorities.map((own) =>
    answer(
      own,
      withSpans(question, (span) => {
        const isOther = span.kind === 'council' && span.value !== own;
        return isOther || span.kind === 'comparison' ? asFiller(span) : span;
      }),
    ),
  );
  const isUnderstood = ({ status, reason }: Answer) =>
    status === 'found' || (status === 'nothing_found' && reason === 'report_silent');
  return answers.every(isUnderstood) ? answers : null;
}
