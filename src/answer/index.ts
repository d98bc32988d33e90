/**
 * The one way an answer is made: any text in, an `Answer` out. Others come in through this door.
 */
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { runQuestion } from './run.js';

export { mentionsParticularCase } from '../question/index.js';
export type {
  Answer,
  AnswerKind,
  Choice,
  FirstPoint,
  FirstScreen,
  Left,
  NothingReason,
  Point,
  Section,
  Status,
  Table,
} from './answer.js';
export {
  type AnswerContext,
  createAnswerContext,
  openAnswerContext,
  prepareToAnswer,
  updateAnswerContext,
} from './context.js';
export { visitOfDocument } from './documents.js';
export { explainQuestion, traceOf } from './explain.js';
export { hasFactsOnly } from './facts-only.js';
export { firstScreen, hasMore, withoutRepeats } from './first-screen.js';
export {
  type AnswerMessage,
  answerInConversation,
  type Conversation,
  type Reply,
} from './in-conversation.js';
export { INTENTS, shownExamples } from './intents/index.js';
export { createKeptAnswers } from './kept-answers.js';
export { notablePoints } from './notable-points.js';
export { runQuestion } from './run.js';
export type { Run } from './run-result.js';
export { leftSaid } from './wording/first-screen.js';
export type { ShownExample } from './wording/help.js';
export { pointOf } from './wording/points.js';
export { examplesFor } from './wording/replies.js';

/** The answer to a question; see `runQuestion` for how it came about. */
export const answerQuestion = (text: string, context: AnswerContext): Answer =>
  runQuestion(text, context).answer;
