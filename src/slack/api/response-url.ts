import { type MessageContent, QUIET } from './messages.js';
import type { Outgoing } from './outgoing.js';

/** Slack takes five messages through a `response_url`, within 30 minutes. */
const MOST_USES = 5;
const TIMEOUT_MS = 10_000;

export type ResponseMessage = MessageContent & {
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  thread_ts?: string;
};

/** Sends through one `response_url` and counts its uses, whoever shares it. */
export type Respond = (message: ResponseMessage, outgoing: Outgoing) => Promise<void>;

/**
 * Slack refused a message sent through a `response_url`: `reason` is its word for why, `retryAfter`
 * in seconds, where it may be tried again.
 */
export class ResponseUrlError extends Error {
  override name = 'ResponseUrlError';
  readonly code = 'slack_response_url_error';

  constructor(
    readonly reason: string,
    readonly retryAfter?: number,
  ) {
    super(`Slack refused a message through a response_url: ${reason}`);
  }
}

/**
 * Sends through one `response_url`. Bolt's own `respond` has no timeout and keeps back Slack's
 * reason, which decides what to try next.
 * @throws ResponseUrlError where Slack refuses, the five uses are spent or the address is not
 * Slack's; ConnectionError where Slack is out of reach.
 */
export function responseUrl(url: string): Respond {
  let uses = 0;
  return async (message, { post, takesReplies }) => {
    if (!takesReplies(url)) throw new ResponseUrlError('not_slack');
    if (uses === MOST_USES) throw new ResponseUrlError('used_url');
    uses += 1;
    const body = JSON.stringify({ replace_original: false, ...QUIET, ...message });
    const { status, text, retryAfter } = await post(url, body, TIMEOUT_MS);
    const reason = refusal(text);
    if (status >= 200 && status < 300 && reason === undefined) return;
    const seconds = Number(retryAfter ?? Number.NaN);
    throw new ResponseUrlError(
      reason ?? `http_${status}`,
      status === 429 && Number.isFinite(seconds) && uses < MOST_USES ? seconds : undefined,
    );
  };
}

/**
 * Slack's word for an error, from a body such as `{"ok":false,"error":"used_url"}` or plain
 * `invalid_blocks`; its "ok" is none.
 */
function refusal(body: string): string | undefined {
  const [, named] = /"error"\s*:\s*"([\w-]+)"/.exec(body) ?? [];
  if (named) return named;
  const word = body.trim();
  return /^[a-z]+(_[a-z]+)+$/.test(word) ? word : undefined;
}
