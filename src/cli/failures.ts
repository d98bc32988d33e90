import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { InspectionError } from '../domain/errors.js';

/** Exit codes of every command: done, failed, wrong usage. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/**
 * What to tell the user on standard error, if anything, and the exit code. A known failure is its
 * sentence; an unknown one a reference and, only with `debug`, its stack. Commander has told of
 * wrong usage itself.
 */
export function failureOf(
  error: unknown,
  debug: boolean,
): { code: number; message: string | null } {
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? DONE : WRONG_USAGE, message: null };
  if (error instanceof InspectionError) return { code: FAILED, message: error.message };
  const sentence = `Something went wrong that should not have (reference ${randomUUID().slice(0, 8)})`;
  return {
    code: FAILED,
    message: debug
      ? `${sentence}.\n${inspect(error)}`
      : `${sentence}; run it again with LOG_LEVEL=debug to see what happened.`,
  };
}
