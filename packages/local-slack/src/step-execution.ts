/** A value that goes into a step, or comes out of it; all of them are strings here. */
export type StepParameter = { name: string; title: string; required?: boolean };

/** A custom step that the app has declared for Workflow Builder. */
export type StepDefinition = {
  callbackId: string;
  title: string;
  inputs: readonly StepParameter[];
  outputs: readonly StepParameter[];
};

/** A run of a step in a workflow, and what became of it. */
export type StepExecution = {
  id: string;
  step: StepDefinition;
  status: 'running' | 'done' | 'failed';
  outputs: Record<string, string>;
  /** What the app says of a step that failed. */
  error: string | null;
};
