import type { WebClient } from '@slack/web-api';
import { marked, type Route } from './delivery.js';

/** What comes out of a step, by the names that the manifest has. */
export type StepOutputs = Record<string, string>;

/** Ends a step of a workflow with what came out of it. */
export const doneStepRoute = (
  client: WebClient,
  execution: string,
  outputs: StepOutputs,
): Route => ({
  name: 'step',
  send: (_, marks) =>
    marked(marks, 'step', () =>
      client.functions.completeSuccess({ function_execution_id: execution, outputs }),
    ),
});

/** Ends a step of a workflow in vain; whoever keeps the workflow reads the message's text. */
export const failedStepRoute = (client: WebClient, execution: string): Route => ({
  name: 'step',
  send: ({ text }, marks) =>
    marked(marks, 'step', () =>
      client.functions.completeError({ function_execution_id: execution, error: text }),
    ),
});
