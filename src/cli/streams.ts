import { createInterface } from 'node:readline';

/**
 * Waits until the text is taken, so that a reader that is slow or gone is noticed before the next
 * answer is made.
 */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });

/** The lines of standard input, as they come. */
export const linesOf = (input: NodeJS.ReadableStream): AsyncIterable<string> =>
  createInterface({ input, crlfDelay: Infinity });
