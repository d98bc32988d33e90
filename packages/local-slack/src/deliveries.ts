import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { RETRY_REASON, sendOverHttp } from './http-transport.js';
import type { Delivery, Outcome, Retry } from './outcome.js';
import type { SocketMode } from './socket-mode.js';

const MAX_ATTEMPTS = 200;

export type DeliveryOptions = {
  signingSecret: string;
  /** How long Slack waits for an acknowledgement; 3,000 ms in Slack. */
  ackTimeoutMs: number;
  /**
   * The waits before an unacknowledged event is sent again; in Slack at once, about 1 and about 5
   * minutes.
   */
  retryDelaysMs: readonly number[];
};

/** A record of one attempt to deliver, for tests. */
export type Attempt = { delivery: Delivery; retry: Retry | null; outcome: Outcome };

/**
 * Brings deliveries to the app: over Socket Mode while a client is connected, otherwise to the
 * request URL. An event that is not acknowledged is sent again; commands and interactions are sent
 * once.
 */
export class Deliveries {
  requestUrl: string | null = null;
  readonly attempts: Attempt[] = [];
  private readonly closing = new AbortController();
  private pending = 0;

  constructor(
    private readonly socketMode: SocketMode,
    private readonly options: DeliveryOptions,
    private readonly settled: () => void,
  ) {
    // Every delivery under way listens for the end; there may be any number of them.
    setMaxListeners(0, this.closing.signal);
  }

  get busy(): boolean {
    return this.pending > 0;
  }

  async deliver(delivery: Delivery): Promise<Outcome> {
    this.pending += 1;
    try {
      let outcome = await this.attempt(delivery, null);
      if (delivery.kind !== 'events_api') return outcome;
      for (const [index, delay] of this.options.retryDelaysMs.entries()) {
        if (outcome.acked || outcome.final || this.closing.signal.aborted) break;
        await this.pause(delay);
        outcome = await this.attempt(delivery, await this.retryAfter(outcome, index + 1));
      }
      return outcome;
    } finally {
      this.pending -= 1;
      this.settled();
    }
  }

  /** Sends an event once more: the one with this `event_id`, or the newest. */
  async redeliver(eventId: string | null, retry: Retry | null): Promise<Outcome> {
    const event = this.attempts.findLast(
      ({ delivery }) =>
        delivery.kind === 'events_api' &&
        (eventId === null || delivery.payload.event_id === eventId),
    );
    if (event === undefined) throw new Error(`No event ${eventId ?? ''} was delivered.`);
    this.pending += 1;
    try {
      return await this.attempt(event.delivery, retry);
    } finally {
      this.pending -= 1;
      this.settled();
    }
  }

  close(): void {
    this.closing.abort();
  }

  private async attempt(delivery: Delivery, retry: Retry | null): Promise<Outcome> {
    const outcome =
      this.requestUrl === null || this.socketMode.connected
        ? await this.socketMode.send(delivery, retry)
        : await sendOverHttp(this.requestUrl, delivery, retry, {
            ...this.options,
            closing: this.closing.signal,
          });
    this.attempts.push({ delivery, retry, outcome });
    if (this.attempts.length > MAX_ATTEMPTS) this.attempts.shift();
    return outcome;
  }

  /**
   * What Slack says of the repetition: an event whose socket closed goes out over the next
   * connection as if for the first time (`retry_attempt: 0`), any other is numbered and says what
   * went wrong.
   */
  private async retryAfter(
    outcome: Extract<Outcome, { acked: false }>,
    num: number,
  ): Promise<Retry | null> {
    if (outcome.error === 'connection_lost') {
      await this.socketMode.whenConnected(this.options.ackTimeoutMs);
      return null;
    }
    const overSocket = this.socketMode.connected && outcome.error === 'operation_timeout';
    return { num, reason: overSocket ? 'timeout' : RETRY_REASON[outcome.error] };
  }

  private async pause(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }
}
