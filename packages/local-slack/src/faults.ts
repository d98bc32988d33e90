/** A failure that a test asks for. */
export type Fault = {
  /** The HTTP status; 200 where none is given, 429 with `retryAfter`. */
  status?: number;
  /** Slack's word for the error, `fatal_error` where none is given. */
  error?: string;
  /** Seconds. */
  retryAfter?: number;
  /** How many requests fail; 1 where none is given. */
  times?: number;
  /** Ends the connection without an answer. */
  dropConnection?: boolean;
  /** Answers so many milliseconds late, and otherwise as ever where nothing else is asked for. */
  delayMs?: number;
  /**
   * True: the request has its effect and only the answer fails, as when a connection breaks after a
   * post.
   */
  applied?: boolean;
};

/** The failures still to come, by Web API method or `response_url`. */
export class Faults {
  private readonly queue: { method: string; fault: Fault; left: number }[] = [];

  add(method: string, fault: Fault): void {
    this.queue.push({ method, fault, left: fault.times ?? 1 });
  }

  /** The failure that the next request of this method meets, or null. */
  take(method: string): Fault | null {
    const next = this.queue.find((each) => each.method === method && each.left > 0);
    if (next === undefined) return null;
    next.left -= 1;
    return next.fault;
  }
}
