import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** A request from Slack: a short id, and when it came (`performance.now()`). */
export type Request = { id: string; began: number };

const requests = new AsyncLocalStorage<Request>();

/** Does `work` as one request: whatever is logged meanwhile carries its id. */
export const withinRequest = <T>(work: () => T): T =>
  requests.run({ id: randomBytes(6).toString('hex'), began: performance.now() }, work);

/** The request that is being worked on; undefined outside of one. */
export const currentRequest = (): Request | undefined => requests.getStore();
