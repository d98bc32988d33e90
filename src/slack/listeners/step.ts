import { StepExecuted } from '../events.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { workspaceOf } from '../payloads.js';
import { STEP } from '../surfaces.js';

/**
 * A step of a workflow asks about a council. It is taken in as a question is, and ends once: with
 * an answer, or with a sentence for whoever keeps the workflow.
 */
export function registerStep(listeners: Listeners): void {
  listeners.function(STEP.callbackId, async ({ payload, context }, services) => {
    const { council, question, execution } = StepExecuted.parse(payload);
    await takeQuestion(services, {
      team: workspaceOf(context),
      id: `step/${execution}`,
      asked: { surface: 'step', user: '', text: question, council, execution },
    });
  });
}
