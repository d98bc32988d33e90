import { createHmac } from 'node:crypto';

/**
 * The headers with which Slack signs a request: HMAC-SHA256, in hexadecimal, of `v0:` + timestamp +
 * `:` + body. The time is the machine's own, in seconds, unless another is given: the app holds it
 * against its own clock.
 */
export function signatureHeaders(
  signingSecret: string,
  body: string,
  timestamp = Math.floor(Date.now() / 1000),
): Record<string, string> {
  const hash = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}
