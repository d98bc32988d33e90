import { isFullInspection } from '../domain/frameworks.js';
import type { Remembered } from '../domain/remembered.js';
import { followUp, type Question, remember } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
import { aboutPrevious } from './previous-inspection.js';
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
 * whether all was to be forgotten, to which there is no answer.
 */
export type Reply =
  | { answer: Answer; remembered: Remembered | null; forget: false }
  | { answer: null; remembered: null; forget: true };

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
      return { answer: null, remembered: null, forget: true };
    case 'unkept':
      return { answer: unkeptAnswer(text), remembered: null, forget: false };
    case 'who_said': {
      const byKey = new Map(context.record.passages.map((passage) => [passage.key, passage]));
      const passages = (remembered?.quoted ?? []).flatMap((key) => byKey.get(key) ?? []);
      return { answer: whoSaidAnswer(text, passages), remembered: null, forget: false };
    }
  }
  const isCompleted = meant.kind === 'completed';
  const { question, answer } = runQuestion(isCompleted ? meant.text : text, context);
  return {
    answer: isCompleted ? readTogether(answer, meant, { remembered, from }) : answer,
    remembered: question && rememberedOf({ question, answer, context }, remembered),
    forget: false,
  };
}

/**
 * What a conversation keeps of a question and its answer: of one that was not understood nothing
 * new, and where nothing is quoted what was quoted last.
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
  const months = citations.map(({ visit }) => visit.period.slice(0, MONTH)).toSorted();
  return {
    parts: authority && !isNamed ? [{ slot: 'councils', said: authority.name }, ...parts] : parts,
    ...lacks,
    quoted: citations.length > 0 ? citations.map(({ key }) => key) : (before?.quoted ?? []),
    newest: months.at(-1) ?? monthGraded(question, answer, context) ?? before?.newest ?? null,
  };
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
