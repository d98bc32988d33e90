import type { WebClient } from '@slack/web-api';
import { answerForStep } from '../answer/index.js';
import { secondsSoFar } from '../observability/index.js';
import { attempt } from './answering.js';
import { type CallMarks, deliver } from './api/delivery.js';
import { doneStepRoute, failedStepRoute } from './api/steps.js';
import type { Asked } from './inbox/asked.js';
import type { Services } from './services.js';
import { lines } from './views/lines.js';

/**
 * Ends a step of a workflow with the answer to its question, or with a sentence that says what to
 * do about it. Returns whether it succeeded.
 */
export const completeStep = (
  services: Services,
  client: WebClient,
  { council = '', text, execution = '' }: Asked,
  marks: CallMarks,
): Promise<boolean> => {
  const { logger, observer, request } = services;
  const failed = failedStepRoute(client, execution);
  return attempt(services, { routes: [failed], surface: 'step', marks }, async () => {
    const { outputs, error, kind, status } = answerForStep(council, text, services.answers());
    const route = outputs ? doneStepRoute(client, execution, { ...outputs }) : failed;
    await deliver(lines([error ?? '']), [route], logger, marks);
    observer.answered({ surface: 'step', intent: kind, outcome: status });
    if (request) observer.replied('step', secondsSoFar(request));
    logger.info({ surface: 'step', kind, status }, 'answered');
  });
};
