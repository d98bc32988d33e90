import { recordVersion } from '../domain/record-version.js';
import { remember } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import type { Run } from './run-result.js';

/**
 * The answer of a run with how its question was read, for whoever keeps count of answers. Of advice
 * about a particular child nothing is kept.
 */
export function withReadAs(
  { answer, intent, question }: Pick<Run, 'answer' | 'intent' | 'question'>,
  context: Pick<AnswerContext, 'record'>,
): Answer {
  if (answer.kind === 'advice') return answer;
  const parts = question ? remember(question).parts : [];
  return {
    ...answer,
    readAs: { intent, parts, record: recordVersion(context.record.documents) },
  };
}
