import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Who sends a request, and in which workspace. */
type Asker = { team: string; user: string };

/** A request from Slack: a short id, when it came (`performance.now()`), and who sends it. */
export type Request = { id: string; began: number; asker: Asker | null };

const requests = new AsyncLocalStorage<Request>();

/** Does `work` as one request: whatever is logged meanwhile carries its id. */
export const withinRequest = <T>(asker: Asker | null, work: () => T): T =>
  requests.run({ id: randomUUID().slice(-12), began: performance.now(), asker }, work);

/** The request that is being worked on; undefined outside of one. */
export const currentRequest = (): Request | undefined => requests.getStore();
