import { type Dispatcher, fetch, type Response } from 'undici';
import { codeOf, SyncStopped } from './failures.js';

/** What tells a server which version of a resource is held. */
export type Validators = { etag: string | null; lastModified: string | null };

/** A reply, whole. `retryAfter` is in milliseconds from now. */
export type Reply = {
  status: number;
  bytes: Uint8Array;
  location: string | null;
  retryAfter: number | null;
  validators: Validators;
};

/** A reply that never came, or not whole; asking again may help. */
export class NoReply extends Error {
  override name = 'NoReply';
  constructor(
    message: string,
    /** Whether the host could not be reached at all. */
    readonly unreachable: boolean,
  ) {
    super(message);
  }
}

/** More came than a page or report has. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

export type RequestOptions = {
  agent: string;
  dispatcher: Dispatcher;
  validators: Validators | undefined;
  /** Bytes that are read at most. */
  maxBytes: number;
  /** Milliseconds until the whole reply must be there. */
  timeLimit: number;
  signal: AbortSignal | undefined;
};

/**
 * Makes one request. A redirect is a reply like any other and is not followed here.
 * @throws NoReply, TooLarge; SyncStopped where the site's certificate or a proxy is at fault, or
 *   `signal` ends it.
 */
export async function request(url: URL, options: RequestOptions): Promise<Reply> {
  const { agent, dispatcher, validators, maxBytes, timeLimit, signal } = options;
  const limit = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      dispatcher,
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
      headers: {
        'user-agent': agent,
        ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
        ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
      },
    });
    return {
      status: response.status,
      bytes: await bytesOf(response, maxBytes),
      location: response.headers.get('location'),
      retryAfter: delayIn(response.headers.get('retry-after')),
      validators: {
        etag: response.headers.get('etag'),
        lastModified: response.headers.get('last-modified'),
      },
    };
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    if (signal?.aborted) throw new SyncStopped('The sync was stopped; the next one goes on.');
    if (limit.aborted) throw new NoReply(`${url.host} did not answer in time`, false);
    throw faultOf(error, url.host);
  }
}

async function bytesOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    // Leaving the loop cancels the rest of the reply.
    if (size > maxBytes) throw new TooLarge(`it is over ${Math.round(maxBytes / 1_000_000)} MB`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Seconds or a date, as milliseconds from now. */
function delayIn(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  const delay = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(delay) ? null : Math.max(0, delay);
}

const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const PROXIES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

function faultOf(error: unknown, host: string): Error {
  const code = codeOf(error);
  if (CERTIFICATE.test(code))
    return new SyncStopped(
      `The connection to ${host} is not to be trusted (${code}), so nothing is read from it; where a proxy opens connections, name its certificate in NODE_EXTRA_CA_CERTS.`,
    );
  const text = String(error instanceof Error ? (error.cause ?? error) : error);
  if (/proxy/i.test(text))
    return new SyncStopped(`The proxy did not let ${host} be read (${text.slice(0, 120)}).`);
  const through = PROXIES.some((name) => process.env[name]) ? ' through the proxy' : '';
  if (UNREACHABLE.has(code))
    return new NoReply(`${host} cannot be reached${through} (${code})`, true);
  return new NoReply(`the connection to ${host} broke off${code ? ` (${code})` : ''}`, false);
}
