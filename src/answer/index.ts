/**
 * The one way an answer is made: any text in, an `Answer` out. Others come in through this door.
 */
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { runQuestion } from './run.js';

export { isAboutSomebody, mentionsParticularCase } from '../question/index.js';
export type {
  Answer,
  AnswerKind,
  Chart,
  Choice,
  FirstPoint,
  FirstScreen,
  GradeGrid,
  GridCell,
  GridVisit,
  Left,
  NothingReason,
  Point,
  ReadAs,
  Section,
  SourcePage,
  Status,
  Table,
} from './answer.js';
export { askedAgain } from './asked-again.js';
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
export { firstScreen, hasMore } from './first-screen.js';
export {
  type AnswerMessage,
  answerInConversation,
  type Conversation,
  type Ground,
  type Reply,
} from './in-conversation.js';
export { followsPlainly, readsLikeAQuestionHere } from './in-thread.js';
export { INTENTS, shownExamples } from './intents/index.js';
export { createKeptAnswers } from './kept-answers.js';
export { type LinkedReport, linkedReport } from './linked.js';
export { notablePoints } from './notable-points.js';
export { quotationOf, referenceOf } from './quotation-reference.js';
export { runQuestion } from './run.js';
export type { Run } from './run-result.js';
export { answerForStep, type StepAnswer } from './step.js';
export { restOf, withoutRepeats } from './whole.js';
export { type CopiedCitation, copiedCitations } from './wording/copied-citation.js';
export { departedSentence, nothingHeldSentence } from './wording/departed.js';
export { examplesFor } from './wording/examples.js';
export { leftSaid } from './wording/first-screen.js';
export { newestVisits } from './wording/grade-grid.js';
export type { ShownExample } from './wording/help.js';
export { pointOf, wholePointOf } from './wording/points.js';
export { type QuotationAlone, quotationAlone } from './wording/quotation-alone.js';

/** The answer to a question; see `runQuestion` for how it came about. */
export const answerQuestion = (text: string, context: AnswerContext): Answer =>
  runQuestion(text, context).answer;
