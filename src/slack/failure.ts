import { randomBytes } from 'node:crypto';

/** A short id that ties what an asker reads to a line of the log: eight hexadecimal digits. */
export const newReference = (): string => randomBytes(4).toString('hex').toUpperCase();

export type ErrorSummary = {
  name: string;
  code?: string;
  message?: string;
  at?: string[];
  causes?: ErrorSummary[];
};

const STACK_LINES = 8;
/**
 * Errors of Slack's clients, SQLite and the operating system: their messages never hold what
 * somebody typed.
 */
const SAFE_CODES = /^(slack_webapi_|slack_response_url|SQLITE|E[A-Z]+$)/;

/** What the log may say of an error: never a message that could quote a question. */
export function describeError(error: unknown): ErrorSummary {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const causes = error instanceof AggregateError ? error.errors : error.cause ? [error.cause] : [];
  return {
    name: error.name,
    code,
    message: code && SAFE_CODES.test(code) ? error.message : undefined,
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, STACK_LINES)
      .map((line) => line.trim()),
    causes: causes.length > 0 ? causes.map(describeError) : undefined,
  };
}
