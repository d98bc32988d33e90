import { recordVersion } from '../domain/record-version.js';
import { remember } from '../question/index.js';
import type { AnswerContext } from './context.js';
import type { Run } from './run-result.js';

/**
 * A run whose answer says how its question was read, for whoever keeps count of answers. Of advice
 * about a particular child nothing is kept.
 */
export function withReadAs(run: Run, { record }: Pick<AnswerContext, 'record'>): Run {
  const { answer, intent, question } = run;
  if (answer.kind === 'advice') return run;
  const parts = question ? remember(question).parts : [];
  const version = recordVersion(record.documents);
  return { ...run, answer: { ...answer, readAs: { intent, parts, record: version } } };
}
