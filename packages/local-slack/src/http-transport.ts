import { parseJson } from './json.js';
import { type Delivery, failed, type Outcome, type Retry } from './outcome.js';
import { signatureHeaders } from './signature.js';

/** Slack's word for a failed event delivery, as `x-slack-retry-reason` gives it. */
export const RETRY_REASON = {
  operation_timeout: 'http_timeout',
  http_service_error: 'http_error',
  dispatch_failed: 'connection_failed',
  connection_lost: 'connection_failed',
} as const;

/**
 * Posts a delivery to the app's request URL, signed, and waits at most `ackTimeoutMs` for its
 * answer.
 */
export async function sendOverHttp(
  requestUrl: string,
  delivery: Delivery,
  retry: Retry | null,
  options: { signingSecret: string; ackTimeoutMs: number; closing: AbortSignal },
): Promise<Outcome> {
  const { body, type } = encode(delivery);
  // No AbortSignal.any: on Node 20 a signal made by it may be collected before its time-out fires.
  const stop = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop.abort();
  }, options.ackTimeoutMs);
  const close = () => stop.abort();
  options.closing.addEventListener('abort', close);
  try {
    options.closing.throwIfAborted();
    const response = await fetch(requestUrl, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        ...signatureHeaders(options.signingSecret, body),
        ...(retry && {
          'x-slack-retry-num': String(retry.num),
          'x-slack-retry-reason': retry.reason,
        }),
      },
      signal: stop.signal,
    });
    const text = await response.text();
    if (!response.ok) {
      return failed('http_service_error', response.headers.get('x-slack-no-retry') === '1');
    }
    return { acked: true, response: text === '' ? null : (parseJson(text) ?? text) };
  } catch {
    return failed(timedOut ? 'operation_timeout' : 'dispatch_failed');
  } finally {
    clearTimeout(timer);
    options.closing.removeEventListener('abort', close);
  }
}

/** Events travel as JSON, commands as a form, interactions as a form whose `payload` is JSON. */
function encode({ kind, payload }: Delivery): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return {
    body: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
  };
}
