import type { Remembered } from '../domain/remembered.js';
import { followUp, isOfVocabulary, type Question, remember } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
import { runQuestion } from './run.js';
import {
  type Conversation,
  readTogether,
  unkeptAnswer,
  whoSaidAnswer,
} from './wording/conversation.js';

export type { Conversation } from './wording/conversation.js';

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
  { remembered, from }: Conversation,
): Reply {
  const meant = remembered
    ? followUp(context.reader.read(text, context.today()), remembered, from !== 'direct message')
    : { kind: 'whole' as const };
  switch (meant.kind) {
    case 'forget':
      if (from === 'channel') break;
      return { answer: null, remembered: null, forget: true, isOfVocabulary: false };
    case 'unkept':
      return { answer: unkeptAnswer(text), ...UNKEPT };
    case 'who_said': {
      const byKey = new Map(context.record.passages.map((passage) => [passage.key, passage]));
      const passages = (remembered?.quoted ?? []).flatMap((key) => byKey.get(key) ?? []);
      return { answer: whoSaidAnswer(text, passages), ...UNKEPT };
    }
  }
  const isCompleted = meant.kind === 'completed';
  const { question, answer } = runQuestion(isCompleted ? meant.text : text, context);
  return {
    answer: isCompleted ? readTogether(answer, meant.text, { remembered, from }) : answer,
    remembered: question && rememberedOf(question, answer, remembered),
    forget: false,
    isOfVocabulary: question !== null && answer.kind !== 'advice' && isOfVocabulary(question),
  };
}

const UNKEPT = { remembered: null, forget: false, isOfVocabulary: false } as const;

/**
 * What a conversation keeps of a question and its answer: of one that was not understood nothing
 * new, and where nothing is quoted what was quoted last.
 */
function rememberedOf(
  question: Question,
  answer: Answer,
  before: Remembered | null,
): Remembered | null {
  if (answer.kind === 'advice') return null;
  const { parts, ...lacks } = remember(question);
  if (parts.length === 0 && (answer.kind === 'help' || answer.reason === 'not_understood'))
    return null;
  const { authority } = answer;
  const isNamed = parts.some(({ slot }) => slot === 'councils');
  const all = [...answer.citations, ...answer.nearest];
  const citations = firstScreen(answer).points.flatMap(
    ({ quote }) => all.find((each) => each.quote === quote) ?? [],
  );
  const months = citations.map(({ visit }) => visit.period.slice(0, MONTH)).toSorted();
  return {
    parts: authority && !isNamed ? [{ slot: 'councils', said: authority.name }, ...parts] : parts,
    ...lacks,
    quoted: citations.length > 0 ? citations.map(({ key }) => key) : (before?.quoted ?? []),
    newest: months.at(-1) ?? before?.newest ?? null,
  };
}

const MONTH = 'yyyy-mm'.length;
