import type { Remembered } from '../domain/remembered.js';
import { isPlainFollowUp, mentionsParticularCase, readsLikeAQuestion } from '../question/index.js';
import type { AnswerContext } from './context.js';
import { answerInConversation } from './in-conversation.js';
import { runQuestion } from './run.js';

/**
 * Whether a message of a thread that mentions nobody is plainly a question to the bot, which goes
 * on with what the thread is about, and has an answer.
 */
export function followsPlainly(
  text: string,
  context: AnswerContext,
  remembered: Remembered,
): boolean {
  if (mentionsParticularCase(text)) return false;
  if (!isPlainFollowUp(context.reader.read(text, context.today()), remembered)) return false;
  const { answer } = answerInConversation(text, context, { remembered, from: 'thread' });
  return (
    answer !== null &&
    answer.kind !== 'advice' &&
    answer.status !== 'ambiguous' &&
    answer.reason !== 'not_understood'
  );
}

/** Whether such a message reads like a whole question about inspections, and has an answer. */
export const readsLikeAQuestionHere = (text: string, context: AnswerContext): boolean =>
  !mentionsParticularCase(text) &&
  readsLikeAQuestion(context.reader.read(text, context.today())) &&
  runQuestion(text, context).answer.status === 'found';
