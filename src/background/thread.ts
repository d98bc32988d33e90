import { Worker } from 'node:worker_threads';

/** A thread that was given a task: takes messages, and gives one result. */
export type Thread<Result> = { send(message: unknown): void; result: Promise<Result> };

/**
 * Starts a thread on a compiled file, which finds its task as `workerData`. Its last message is the
 * result. It does not keep the process alive.
 * @throws what the thread threw (as a rejection), or the signal's reason where that ends it.
 */
export function startThread<Result>(
  file: URL,
  task: unknown,
  signal?: AbortSignal,
  onMessage: (message: Result) => void = () => undefined,
): Thread<Result> {
  signal?.throwIfAborted();
  const worker = new Worker(compiledFile(file), { workerData: task });
  worker.unref();
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  const result = new Promise<Result>((resolve, reject) => {
    let last: { message: Result } | null = null;
    worker.on('message', (message: Result) => {
      last = { message };
      onMessage(message);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (last && code === 0) resolve(last.message);
      else reject(signal?.reason ?? new Error(`a thread ended with ${code} and no result`));
    });
  }).finally(() => signal?.removeEventListener('abort', stop));
  return { send: (message) => worker.postMessage(message), result };
}

/** Tests run the sources as they are; a thread can only run what was built of them. */
export const compiledFile = (file: URL): URL =>
  file.pathname.includes('/dist/') ? file : new URL(file.href.replace(/(.*)\/src\//, '$1/dist/'));
