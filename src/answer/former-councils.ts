import type { LocalAuthority } from '../domain/authority.js';
import { type FormerCouncil, spansOf } from '../question/index.js';
import type { Chosen } from './ask-back.js';
import type { Asked } from './asked.js';
import { aboutFormer } from './councils-named.js';
import { endedNote } from './wording/notes.js';
import { formerCouncilAnswer, withSuccessors } from './wording/replies.js';

/** The council of the record whose own inspections are those of one that is no more. */
const heldOf = ({ name }: FormerCouncil, { context }: Asked): LocalAuthority | undefined =>
  context.covered.find((each) => each.name === name);

/** A council that is no more: what its own reports say where any are held, and who followed it. */
export function ofFormer(
  former: FormerCouncil,
  asked: Asked,
  answerOf: (own: LocalAuthority, asked: Asked) => Chosen,
): Chosen {
  const own = heldOf(former, asked);
  if (!own) return { intent: 'former council', answer: formerCouncilAnswer(former, asked) };
  const chosen = answerOf(own, { ...asked, question: aboutFormer(asked.question, former, own) });
  return { ...chosen, answer: withSuccessors(chosen.answer, former, asked) };
}

/**
 * Councils that are no more, named beside others: those of which the record holds their own
 * inspections are asked about like any, and the answer says what they are.
 */
export function besideOthers(asked: Asked, answerOf: (asked: Asked) => Chosen): Chosen {
  const formers = spansOf(asked.question, 'former_council').map(({ value }) => value);
  const held = formers.flatMap((former) => {
    const own = heldOf(former, asked);
    return own ? [{ former, own }] : [];
  });
  const question = held.reduce(
    (each, { former, own }) => aboutFormer(each, former, own),
    asked.question,
  );
  const { intent, answer } = answerOf({ ...asked, question });
  const notes = held.map(({ former }) => endedNote(former));
  return { intent, answer: { ...answer, notes: [...notes, ...answer.notes] } };
}
