/**
 * Is told what happens in a running bot. Every word it is told is one of a few: never a question, a
 * person, a channel or a token. Times are in seconds.
 */
export type Observer = {
  /** A question was answered; `intent` is the kind of answer, `outcome` whether it found any. */
  answered(what: { surface: string; intent: string; outcome: string }): void;
  /** Something that somebody asked for failed, and they were told a reference. */
  failed(surface: string): void;
  /** A reply has reached Slack, so long after the request came. */
  replied(surface: string, seconds: number): void;
  /** Slack's request was acknowledged, so long after it came. */
  acknowledged(kind: string, seconds: number): void;
  /** Somebody asked more often than is answered; `whose` is the limit that was reached. */
  limited(whose: 'person' | 'workspace'): void;
  /** Slack refused a call, or did not answer; `error` is its word for why. */
  slackFailed(method: string, error: string): void;
  /** A post waits for its turn in a channel; the function that is given ends the wait. */
  waiting(): () => void;
  /** A request of Slack's is being worked on; the function that is given ends that. */
  underWay(): () => void;
  /** A digest that was due came to its end. */
  digestEnded(outcome: 'posted' | 'failed' | 'not_posted' | 'nothing_new'): void;
  /** A look at Ofsted's site came to its end, with so many documents fetched. */
  synced(trigger: 'daily' | 'request', outcome: SyncOutcome, documents: number): void;
};

/** `partly`: some of it could not be read; `stopped`: it broke off; `failed`: it threw. */
export type SyncOutcome = 'done' | 'partly' | 'stopped' | 'failed';

const nothing = (): void => undefined;

/** Notes nothing: metrics are off. */
export const silentObserver: Observer = {
  answered: nothing,
  failed: nothing,
  replied: nothing,
  acknowledged: nothing,
  limited: nothing,
  slackFailed: nothing,
  waiting: () => nothing,
  underWay: () => nothing,
  digestEnded: nothing,
  synced: nothing,
};
