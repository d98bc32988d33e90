import type { RecordedPassage } from '../domain/record.js';
import type { Remembered } from '../domain/remembered.js';
import {
  asksMeaning,
  type FollowUp,
  followUp,
  isOfVocabulary,
  needsWhatWasBefore,
  type Question,
  says,
  spansOf,
} from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { goneBefore } from './gone-before.js';
import { INTENTS_OF_ALL } from './intents/index.js';
import { explainedAnswer } from './meaning-asked.js';
import { moreOf, toldBefore } from './more.js';
import { rememberedOf } from './remembered-of.js';
import { runQuestion } from './run.js';
import { asksWhichCouncil, type Run } from './run-result.js';
import { newerThanBefore, quotedBefore, visitsBefore } from './since-quoted.js';
import {
  type Conversation,
  conversationGoneAnswer,
  type Ground,
  misreadAnswer,
  nothingQuotedAnswer,
  notRememberedAnswer,
  readOnGround,
  readTogether,
  unkeptAnswer,
  whoSaidAnswer,
} from './wording/conversation.js';
import { datesBeforeAnswer, nothingNewerAnswer } from './wording/since-quoted.js';

export type { Conversation, Ground } from './wording/conversation.js';

/**
 * The answer to a message, what its conversation keeps of it (`null` keeps what it had), and
 * whether all was to be forgotten, to which there is no answer. `isOfVocabulary`: the message was
 * of nothing but names and words that the record or a vocabulary has.
 */
export type Reply =
  | { answer: Answer; remembered: Remembered | null; forget: false; isOfVocabulary: boolean }
  | { answer: null; remembered: null; forget: true; isOfVocabulary: false };

/** `answerInConversation`, or what gives the same. */
export type AnswerMessage = typeof answerInConversation;

/**
 * Answers a message in its conversation: what it leaves out is taken from what was asked before.
 * The completed question is answered as any other is, and the answer says what it was read as.
 */
export function answerInConversation(
  text: string,
  context: AnswerContext,
  { remembered, from, ground = null, isWhole = false }: Conversation,
): Reply {
  const read = context.reader.read(text, context.today());
  let made: Run | null = null;
  const alone = (): Run => {
    made ??= runQuestion(text, context);
    return made;
  };
  // By itself it may have no answer but the question back which council is meant.
  const isUnclear = () => from !== 'direct message' || alone().answer.status === 'ambiguous';
  const own: FollowUp =
    remembered && !isWhole ? followUp(read, remembered, isUnclear()) : { kind: 'whole' };
  if (own.kind === 'forget')
    return { answer: null, remembered: null, forget: true, isOfVocabulary: false };
  const grounded = own.kind === 'whole' && ground ? readGrounded(read, text, ground, alone()) : own;
  // A ground has a council, and nothing that was said before.
  const isOnGround = 'kept' in grounded || grounded.kind === 'unkept';
  const meant = isOnGround ? grounded : own;
  if (meant.kind === 'whole' && !remembered && asksMeaning(read))
    return { answer: explainedAnswer(text, null, context), ...UNKEPT };
  if (meant.kind === 'whole' && !remembered && from !== 'channel' && needsWhatWasBefore(read))
    return { answer: notRememberedAnswer(text), ...UNKEPT };
  const gone = meant === own ? goneBefore(meant, remembered, context) : null;
  if (gone !== null) return { answer: conversationGoneAnswer(text, gone), ...UNKEPT };
  switch (meant.kind) {
    case 'meaning':
      return { answer: explainedAnswer(text, meant.text, context), ...UNKEPT };
    case 'misread':
      return { answer: misreadAnswer(text, remembered, context), ...UNKEPT };
    case 'unkept':
      return { answer: unkeptAnswer(text, remembered, context), ...UNKEPT };
    case 'who_said': {
      if (remembered && remembered.quoted.length === 0)
        return { answer: nothingQuotedAnswer(text), ...UNKEPT };
      const passages = remembered ? quotedBefore(remembered, context) : [];
      const names = new Map(context.record.authorities.map(({ urn, name }) => [urn, name]));
      const councilOf = ({ visit: { urn } }: RecordedPassage) => names.get(urn) ?? urn;
      return { answer: whoSaidAnswer(text, passages, councilOf), ...UNKEPT };
    }
    case 'when': {
      const dated = remembered ? visitsBefore(remembered, context) : [];
      const isKnown = dated.length > 0;
      const answer = isKnown
        ? datesBeforeAnswer(text, dated)
        : unkeptAnswer(text, remembered, context);
      return { answer, ...UNKEPT };
    }
    case 'newer': {
      const newer = remembered ? newerThanBefore(remembered, context) : null;
      if (!newer) return { answer: unkeptAnswer(text, remembered, context), ...UNKEPT };
      const run = newer.held.length > 0 ? runQuestion(newer.text, context) : null;
      if (!run?.question || run.answer.status !== 'found')
        return { answer: nothingNewerAnswer(text, newer), ...UNKEPT };
      return {
        answer: readTogether(run.answer, newer, remembered),
        remembered: rememberedOf({ ...run, question: run.question, context }, remembered),
        ...{ forget: false, isOfVocabulary: true },
      };
    }
  }
  const joined = 'kept' in meant ? runQuestion(meant.text, context) : alone();
  // What is no question together with what was asked before, and one alone, stands by itself.
  const isAlone =
    meant.kind === 'completed' &&
    meant === own &&
    joined.answer.status === 'ambiguous' &&
    says(read, 'council') &&
    alone().answer.status === 'found';
  const { question, answer: whole } = isAlone ? alone() : joined;
  const isMore = meant.kind === 'more' && remembered !== null;
  const told = isMore ? moreOf(whole, remembered) : whole;
  // What is shown of it depends on what else is said.
  const answer = isAlone
    ? told
    : saidHowRead(told, meant, { remembered, ground: meant === own ? null : ground });
  const now = question && rememberedOf({ question, answer, context }, remembered);
  return {
    answer,
    remembered: now && isMore ? { ...now, told: toldBefore(remembered) } : now,
    forget: false,
    isOfVocabulary: question !== null && answer.kind !== 'advice' && isOfVocabulary(question),
  };
}

/** How a message that stands by itself is read where a council is the ground. */
function readGrounded(read: Question, text: string, ground: Ground, alone: Run): FollowUp {
  if (isOfAllByNature(read, alone.intent)) return { kind: 'whole' };
  const meant = followUp(read, ofCouncil(ground), true);
  // "Sources" goes on with an answer, or asks for those of a council.
  return meant.kind === 'who_said' && asksWhichCouncil(alone)
    ? { kind: 'completed', text: `${ground.council} ${text}`, kept: [] }
    : meant;
}

/**
 * Whether a message that names no council asks of many by what it asks: lists, tables and counts of
 * councils, what is so the most, and whatever goes by region or type.
 */
function isOfAllByNature(read: Question, intent: string): boolean {
  const isOfOurs = spansOf(read, 'councils').some(({ value }) => value === 'ours');
  if (isOfOurs || says(read, 'council', 'former_council')) return false;
  const isByGroup = spansOf(read, 'councils').some(({ value }) => value === 'by_region');
  if (isByGroup || says(read, 'grouping')) return true;
  const row = INTENTS_OF_ALL.find(({ id }) => id === intent);
  if (!row || row.isOfOneToo === 'always') return false;
  return row.isOfOneToo === undefined || says(read, 'grade', 'order', 'place', 'council_type');
}

const UNKEPT = { remembered: null, forget: false, isOfVocabulary: false } as const;

/** An answer with how its message was read, where that was with more than it says. */
function saidHowRead(
  answer: Answer,
  meant: FollowUp,
  { remembered, ground }: Pick<Conversation, 'remembered' | 'ground'>,
): Answer {
  if (!('kept' in meant) || answer.kind === 'advice') return answer;
  return ground
    ? readOnGround(answer, meant.text, ground)
    : readTogether(answer, meant, remembered);
}

/** A ground as if its council had been asked about before. */
const ofCouncil = ({ council }: Ground): Remembered => ({
  parts: [{ slot: 'councils', said: council }],
  ...{ hasOtherWords: false, isInPart: false, quoted: [], newest: null },
});
