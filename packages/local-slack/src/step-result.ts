import type { ActionResult, UserAction } from './contract.js';
import type { ServerContext } from './server-context.js';
import { runStep } from './steps.js';
import { waitFor } from './wait.js';

const STEP_TIMEOUT_MS = 10_000;

/** Runs a step and waits for what becomes of it, as a workflow would. */
export async function stepResult(
  context: ServerContext,
  { callbackId, inputs }: Extract<UserAction, { type: 'step' }>,
): Promise<ActionResult> {
  const execution = await runStep(context, callbackId, inputs);
  const isOver = () => execution.status !== 'running';
  await waitFor(context, isOver, STEP_TIMEOUT_MS).catch(() => null);
  const { status, error, step, outputs } = execution;
  if (status !== 'done') return { ok: false, error: error ?? 'The step did not end in time.' };
  const said = step.outputs.map(({ name, title }) => ({ title, value: outputs[name] ?? '' }));
  return { ok: true, outputs: said };
}
