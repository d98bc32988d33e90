import {
  isCapitalised,
  residue,
  spansOf,
  speaksOfOurs,
  textWithoutTokens,
} from '../question/index.js';
import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Condition } from './intents/intent.js';
import type { Routed } from './route.js';
import { ofWhichCouncil } from './run-result.js';
import type { Scope } from './scope.js';
import { notUnderstoodAnswer } from './wording/not-understood.js';
import { formerNote, notInRecordNote } from './wording/notes.js';
import { chooseAnswer, ownCouncilAnswer } from './wording/which-council.js';

/** What became of a question, by the id of an intent or in a few words, and the answer. */
export type Chosen = { intent: string; answer: Answer };

/** Words that nobody knows: neither English nor of the record. */
export const strangers = ({ question, context }: Asked) =>
  residue(question).filter(({ word }) => !context.reader.isKnown(word));

export const withoutStrangers = (asked: Asked): string =>
  textWithoutTokens(asked.question, new Set(strangers(asked).map(({ at }) => at)));

/** Names what an intent has no use for; a name that nobody knows may be a person's, and is not. */
export function notUnderstood(routed: Routed<{ id: string } & Condition>, asked: Asked): Chosen {
  const { question } = asked;
  const unused = routed?.unused ?? [];
  const hidden = new Set(
    strangers(asked)
      .filter(isCapitalised)
      .map(({ at }) => at),
  );
  const words = unused
    .filter(({ places }) => !places.some((at) => hidden.has(at)))
    .map(({ surface }) => surface);
  const gone = new Set(unused.flatMap(({ places }) => places));
  const known = unused.length > 0 ? textWithoutTokens(question, gone) : '';
  return {
    intent: `not understood (nearest: ${routed?.intent.id ?? 'none'})`,
    answer: notUnderstoodAnswer([...new Set(words)], known || null, asked),
  };
}

/** Part of a name ("north") that several councils share. */
export function severalMeant(asked: Asked): Chosen | null {
  const { question, context } = asked;
  const words = question.tokens.filter(
    ({ at }) =>
      !question.spans.some(({ kind, from, to }) => kind !== 'theme' && from <= at && at < to),
  );
  const match = context.reader.councils.resolve(words.map(({ typed }) => typed).join(' '));
  if (match.kind !== 'many') return null;
  return {
    intent: 'which council',
    answer: chooseAnswer(match.candidates, asked, 'latest', 'names alike'),
  };
}

/** "How are our care leavers doing", of no council that was named: whose are they? */
export function ownMeant(asked: Asked, { places, type }: Scope): Chosen | null {
  if (places.length > 0 || type !== null || !speaksOfOurs(asked.question)) return null;
  return { intent: ofWhichCouncil('findings'), answer: ownCouncilAnswer(asked) };
}

/** What is said of a council named beside those that the record covers: nothing, and that. */
export function withOthersNamed(chosen: Chosen, { question, context }: Asked): Chosen {
  const named = new Set(spansOf(question, 'council').map(({ value }) => value));
  const notes = [
    ...[...named].filter((authority) => !context.covered.includes(authority)).map(notInRecordNote),
    ...spansOf(question, 'former_council').map(({ value }) => formerNote(value)),
  ];
  const { answer } = chosen;
  return notes.length > 0
    ? { ...chosen, answer: { ...answer, notes: [...notes, ...answer.notes] } }
    : chosen;
}
