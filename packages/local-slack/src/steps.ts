import { sendEvent } from './events.js';
import { randomId } from './random-id.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import type { StepExecution, StepParameter } from './step-execution.js';

/**
 * Runs a step as a workflow would: the app is sent `function_executed`, and says with
 * `functions.completeSuccess` or `functions.completeError` what became of it. Resolves when the
 * event was acknowledged or Slack gave up on it.
 */
export async function runStep(
  context: ServerContext,
  callbackId: string,
  inputs: Record<string, string>,
): Promise<StepExecution> {
  const { workspace, steps, access } = context;
  const step = steps.find((each) => each.callbackId === callbackId);
  if (step === undefined) throw new Refused(`The app has no step ${callbackId}.`);
  for (const { name, title, required } of step.inputs)
    if (required && !inputs[name]?.trim()) throw new Refused(`Fill in “${title}” first.`);
  const execution: StepExecution = {
    id: `Fx0${randomId(9)}`,
    ...{ step, status: 'running', outputs: {}, error: null },
  };
  workspace.executions.push(execution);
  const parameters = (list: readonly StepParameter[]) =>
    list.map(({ name, title, required = false }) => ({
      ...{ type: 'string', name, title, description: title, is_required: required },
    }));
  const now = Math.floor(workspace.now() / 1000);
  await sendEvent(context, {
    type: 'function_executed',
    function: {
      ...{ id: `Fn0${randomId(9)}`, callback_id: callbackId, title: step.title },
      ...{ description: step.title, type: 'app', app_id: workspace.appId },
      input_parameters: parameters(step.inputs),
      output_parameters: parameters(step.outputs),
      ...{ date_created: now, date_updated: now, date_deleted: 0 },
    },
    inputs,
    function_execution_id: execution.id,
    workflow_execution_id: `Wx0${randomId(9)}`,
    event_ts: workspace.nextTs(),
    bot_access_token: access.botToken,
  });
  return execution;
}
