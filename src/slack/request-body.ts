import type { IncomingMessage } from 'node:http';

const FORM = 'application/x-www-form-urlencoded';

/**
 * The body of a request, or null where it is longer than `limit` bytes; the rest is left unread.
 * @throws what the connection breaks off with.
 */
export function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (body: Buffer | null): void => {
      request.off('data', take);
      request.pause();
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limit) end(null);
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => end(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

/**
 * Whether a body can be something that Slack sends: a JSON object, or a form whose payload, where
 * it has one, is such an object. Of anything else that is JSON (`null`, a number) Bolt makes an
 * error that nobody catches, and no answer.
 */
export function mayBeSlacks(body: Buffer, contentType = ''): boolean {
  const start = body.toString('latin1', 0, 200).trimStart();
  if (!contentType.startsWith(FORM)) return start.startsWith('{');
  const payload = /(?:^|&)payload=([^&]{0,20})/.exec(body.toString('latin1'))?.[1];
  return payload === undefined || /^(?:\+|%20)*(?:%7b|\{)/i.test(payload);
}

/**
 * Whether a request only asks whether this address has a certificate, which Slack does now and then
 * without a signature. Nothing comes of it. Source: Slack, "Slash commands", ssl_check.
 */
export const isSslCheck = (body: Buffer, contentType = ''): boolean =>
  contentType.startsWith(FORM) && /(?:^|&)ssl_check=1(?:&|$)/.test(body.toString('latin1'));
