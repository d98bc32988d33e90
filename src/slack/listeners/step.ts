import type { App } from '@slack/bolt';
import { StepExecuted } from '../events.js';
import { takeQuestion } from '../inbox/take-question.js';
import { workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { STEP } from '../surfaces.js';

/**
 * A step of a workflow asks about a council. It is taken in as a question is, and ends once: with
 * an answer, or with a sentence for whoever keeps the workflow.
 */
export function registerStep(app: App, services: Services): void {
  app.function(STEP.callbackId, async ({ payload, context }) => {
    const { council, question, execution } = StepExecuted.parse(payload);
    await takeQuestion(services, {
      team: workspaceOf(context),
      id: `step/${execution}`,
      asked: { surface: 'step', user: '', text: question, council, execution },
    });
  });
}
