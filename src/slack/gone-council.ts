import { type AnswerContext, departedSentence, nothingHeldSentence } from '../answer/index.js';
import { departed } from '../domain/departed.js';
import type { BlockAction } from './payloads.js';
import type { Services } from './services.js';
import { councilOfRow } from './views/screen.js';

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

/**
 * The same of the council that an answer was about, of which a button goes on; null where the
 * register still has it, or is not loaded yet. Where the button carries a `question`, it must name
 * that council.
 */
export function goneUnderButton(
  { blockId }: Pick<BlockAction, 'blockId'>,
  services: Services,
  question: string | null = null,
): string | null {
  const council = councilOfRow(blockId);
  if (!council || (question !== null && !question.includes(council.name))) return null;
  return goneFromRegister(council.urn, council.name, services);
}

/** The same of any council. */
export function goneFromRegister(
  urn: string,
  name: string | null,
  { isLoaded, answers }: Services,
): string | null {
  if (!isLoaded()) return null;
  const isThere = answers().record.authorities.some((each) => each.urn === urn);
  return isThere ? null : goneSentence(urn, name, answers());
}
