import { type AnswerContext, departedSentence, nothingHeldSentence } from '../answer/index.js';
import { departed } from '../domain/departed.js';

/**
 * Says of a council that was chosen once why nothing is told of it now: it left the register, it
 * ended, or the record holds nothing of it any more. `name` is what it was called then.
 */
export function goneSentence(
  urn: string,
  name: string | null,
  { record }: AnswerContext,
): string | null {
  const gone = departed(urn, record, name);
  if (gone) return departedSentence(gone);
  const council = record.authorities.find((each) => each.urn === urn);
  return council ? nothingHeldSentence(council.name) : null;
}
