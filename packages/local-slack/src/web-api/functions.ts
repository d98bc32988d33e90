import { z } from 'zod';
import { parseJson } from '../json.js';
import type { ServerContext } from '../server-context.js';
import { refusal, SlackError } from '../slack-error.js';
import type { StepExecution } from '../step-execution.js';
import { type Method, method } from './call.js';

const execution = { function_execution_id: z.string().min(1) };

/** How an app says what became of a step. Source: Slack, functions.completeSuccess, errors. */
export const functionsMethods: Record<string, Method> = {
  'functions.completeSuccess': method({
    args: z.looseObject({
      ...execution,
      outputs: z.preprocess(
        (given) => (typeof given === 'string' ? parseJson(given) : given),
        z.record(z.string(), z.unknown()),
      ),
    }),
    run: ({ function_execution_id, outputs }, context) => {
      const running = runningStep(function_execution_id, context);
      const { outputs: declared } = running.step;
      const wrong = [
        ...declared
          .filter(({ name, required }) => required && outputs[name] === undefined)
          .map(({ name }) => `missing required output: ${name}`),
        ...Object.entries(outputs)
          .filter(([name]) => !declared.some((each) => each.name === name))
          .map(([name]) => `no such output: ${name}`),
        ...Object.entries(outputs)
          .filter(([, value]) => typeof value !== 'string')
          .map(([name]) => `must be a string: ${name}`),
      ];
      if (wrong.length > 0) throw refusal('parameter_validation_failed', wrong);
      running.outputs = z.record(z.string(), z.string()).parse(outputs);
      running.status = 'done';
      context.workspace.changed();
      return {};
    },
  }),

  'functions.completeError': method({
    args: z.looseObject({ ...execution, error: z.string().min(1) }),
    run: ({ function_execution_id, error }, context) => {
      const running = runningStep(function_execution_id, context);
      running.status = 'failed';
      running.error = error;
      context.workspace.changed();
      return {};
    },
  }),
};

function runningStep(id: string, { workspace }: ServerContext): StepExecution {
  const found = workspace.executions.find((each) => each.id === id);
  if (found === undefined) throw new SlackError('function_execution_not_found');
  if (found.status !== 'running') throw new SlackError('execution_not_in_running_state');
  return found;
}
