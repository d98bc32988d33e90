#!/usr/bin/env node
import { failureOf } from './failures.js';
import { createProgram } from './program.js';

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const { code, message } = failureOf(error, process.env.LOG_LEVEL === 'debug');
  if (message) console.error(message);
  process.exitCode = code;
}
