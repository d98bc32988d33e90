import { isFullInspection } from '../domain/frameworks.js';
import type { RecordedPassage } from '../domain/record.js';
import type { Remembered, RememberedPart } from '../domain/remembered.js';
import {
  type FollowUp,
  followUp,
  isOfVocabulary,
  needsWhatWasBefore,
  type Question,
  remember,
  says,
  spansOf,
} from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
import { goneBefore } from './gone-before.js';
import { INTENTS_OF_ALL } from './intents/index.js';
import { moreOf, toldBefore } from './more.js';
import { aboutPrevious } from './previous-inspection.js';
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
  { remembered, from, ground = null }: Conversation,
): Reply {
  const read = context.reader.read(text, context.today());
  let made: Run | null = null;
  const alone = (): Run => {
    made ??= runQuestion(text, context);
    return made;
  };
  // By itself it may have no answer but the question back which council is meant.
  const isUnclear = () => from !== 'direct message' || alone().answer.status === 'ambiguous';
  const own: FollowUp = remembered ? followUp(read, remembered, isUnclear()) : { kind: 'whole' };
  if (own.kind === 'forget')
    return { answer: null, remembered: null, forget: true, isOfVocabulary: false };
  const grounded = own.kind === 'whole' && ground ? readGrounded(read, text, ground, alone()) : own;
  // A ground has a council, and nothing that was said before.
  const isOnGround = 'kept' in grounded || grounded.kind === 'unkept';
  const meant = isOnGround ? grounded : own;
  if (meant.kind === 'whole' && !remembered && from !== 'channel' && needsWhatWasBefore(read))
    return { answer: notRememberedAnswer(text), ...UNKEPT };
  const gone = meant === own ? goneBefore(meant, remembered, context) : null;
  if (gone !== null) return { answer: conversationGoneAnswer(text, gone), ...UNKEPT };
  switch (meant.kind) {
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
  const { question, answer: whole } = 'kept' in meant ? runQuestion(meant.text, context) : alone();
  const isMore = meant.kind === 'more' && remembered !== null;
  const told = isMore ? moreOf(whole, remembered) : whole;
  // What is shown of it depends on what else is said.
  const answer = saidHowRead(told, meant, { remembered, ground: meant === own ? null : ground });
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

/**
 * What a conversation keeps of a question and its answer: of one that was not understood nothing
 * new, and where nothing is quoted what was quoted last of the same councils.
 */
function rememberedOf(
  { question, answer, context }: { question: Question; answer: Answer; context: AnswerContext },
  before: Remembered | null,
): Remembered | null {
  if (answer.kind === 'advice') return null;
  const { parts, ...lacks } = remember(question);
  if (parts.length === 0 && (answer.status !== 'found' || answer.kind === 'help')) return null;
  const { authority } = answer;
  const isNamed = parts.some(({ slot }) => slot === 'councils');
  const all = [...answer.citations, ...answer.nearest];
  const citations = firstScreen(answer).points.flatMap(
    ({ quote }) => all.find((each) => each.quote === quote) ?? [],
  );
  const own = authority && !isNamed ? [{ slot: 'councils' as const, said: authority.name }] : [];
  const kept = areOfSame([...own, ...parts], before?.parts ?? []) ? before : null;
  const months = citations.map(({ visit }) => visit.period.slice(0, MONTH)).toSorted();
  return {
    parts: [...own, ...parts],
    ...lacks,
    quoted: citations.length > 0 ? citations.map(({ key }) => key) : (kept?.quoted ?? []),
    newest: months.at(-1) ?? monthGraded(question, answer, context) ?? kept?.newest ?? null,
  };
}

/** Whether two questions are of the same councils, by name. */
function areOfSame(parts: RememberedPart[], others: RememberedPart[]): boolean {
  const councils = (of: RememberedPart[]) =>
    [...new Set(of.filter(({ slot }) => slot === 'councils').map(({ said }) => said))].sort();
  return councils(parts).join('\n') === councils(others).join('\n');
}

/** The month of the full inspection that an answer without quotations is about. */
function monthGraded(
  question: Question,
  { authority, status }: Answer,
  context: AnswerContext,
): string | null {
  const own = context.covered.find(({ urn }) => urn === authority?.urn);
  if (!own || status !== 'found') return null;
  const asked = aboutPrevious(question, own, context) ?? question;
  const visits = context.visitsMeant(asked, own.urn);
  return visits.find(({ kind }) => isFullInspection(kind))?.period.slice(0, MONTH) ?? null;
}

const MONTH = 'yyyy-mm'.length;
