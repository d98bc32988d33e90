import { WebAPIRateLimitedError } from '@slack/web-api';
import { type Observer, silentObserver } from '../../observability/index.js';
import { isUnsent } from './post-outcome.js';
import { ResponseUrlError } from './response-url.js';

export type Sleep = (milliseconds: number) => Promise<unknown>;

/** Does `post` when it is the channel's turn. */
export type InTurn = <T>(channel: string, post: () => Promise<T>) => Promise<T>;

/**
 * Slack takes about one message a second in a channel. Source: Slack, "Rate limits",
 * chat.postMessage.
 */
const GAP_MS = 1_000;
const MOST_WAITS = 3;
const LONGEST_WAIT_SECONDS = 120;
const OUT_OF_REACH_SECONDS = 1;

/**
 * Posts to one channel one after another, the next at least a second after the last was answered;
 * channels never wait for each other.
 */
export function createPacing(sleep: Sleep, observer: Observer = silentObserver): InTurn {
  const queues = new Map<string, Promise<unknown>>();
  return (channel, post) => {
    const isNext = observer.waiting();
    const turn = (queues.get(channel) ?? Promise.resolve()).then(() => {
      isNext();
      return waitingOutLimits(post, sleep);
    });
    const free = turn.catch(() => {}).then(() => sleep(GAP_MS));
    queues.set(channel, free);
    void free.then(() => {
      if (queues.get(channel) === free) queues.delete(channel);
    });
    return turn;
  };
}

/**
 * Does `post` again after as long as Slack says where it answers 429, or after a second where Slack
 * was out of reach; three times at most.
 * @throws what `post` throws otherwise, and Slack's refusal where it asks for more than two
 * minutes.
 */
export async function waitingOutLimits<T>(post: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await post();
    } catch (error) {
      const seconds = secondsToWait(error);
      if (seconds === undefined || waits === MOST_WAITS) throw error;
      await sleep(seconds * 1_000);
    }
  }
}

/**
 * After how many seconds a call may be made again that has certainly done nothing; undefined where
 * it has done something, or may have, or Slack asks for too long a wait.
 */
export function secondsToWait(error: unknown): number | undefined {
  const seconds = retryAfter(error) ?? (isUnsent(error) ? OUT_OF_REACH_SECONDS : undefined);
  return seconds !== undefined && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

function retryAfter(error: unknown): number | undefined {
  if (error instanceof WebAPIRateLimitedError || error instanceof ResponseUrlError)
    return error.retryAfter;
  return undefined;
}
