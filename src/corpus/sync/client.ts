import { setTimeout as sleep } from 'node:timers/promises';
import { EnvHttpProxyAgent } from 'undici';
import { SyncStopped, Unavailable } from './failures.js';
import type { Pace } from './pace.js';
import {
  NoReply,
  type Reply,
  type RequestOptions,
  request,
  TooLarge,
  type Validators,
} from './request.js';
import { type Robots, readRobots } from './robots.js';
import type { Hosts } from './site.js';

/** What a request gave: the bytes, or that what is held is still current. */
export type Fetched =
  | { changed: true; bytes: Uint8Array; validators: Validators; url: URL }
  | { changed: false };

/** What is to be fetched. */
export type Wanted = {
  validators?: Validators | undefined;
  /** Bytes it may have at most. */
  maxBytes: number;
  /** Whether these bytes may be what was asked for; others are taken when they come again. */
  accepts?: (bytes: Uint8Array) => boolean;
};

/** Fetches from one site, politely. */
export type Client = {
  /**
   * @throws Unavailable where this one cannot be had, SyncStopped where nothing can be had now.
   */
  fetch(url: string, wanted: Wanted): Promise<Fetched>;
  /** How many requests were made. */
  requests(): number;
  close(): Promise<void>;
};

export type ClientOptions = {
  site: Hosts;
  /** Who asks, for the header User-Agent. */
  agent: string;
  pace: Pace;
  /** Milliseconds that one reply may take. */
  timeLimit: number;
  /** Requests in a run at most. */
  cap: number;
  signal?: AbortSignal | undefined;
};

const TRIES = 5;
/** When something else than what was asked for came so often, it is what is published. */
const TRIES_OF_OTHER = 3;
const REDIRECTS = 5;
const LONGEST_WAIT = 600_000;
const LONGEST_BACK_OFF = 60_000;
/** So many things in a row that cannot be had mean that the site is in trouble. */
const FAILURES_IN_A_ROW = 4;
const MAX_ROBOTS_BYTES = 500_000;
const NOT_THERE = new Set([404, 410]);

/**
 * A client that makes one request at a time, keeps the pace, obeys robots.txt and `Retry-After`,
 * tries again later and later, and follows redirects within the site alone. It uses the proxy that
 * the environment names.
 */
export function createClient(options: ClientOptions): Client {
  const { site, pace, cap, signal } = options;
  const dispatcher = new EnvHttpProxyAgent();
  const robots = new Map<string, Robots>();
  let requests = 0;
  let failures = 0;
  let reached = false;

  const once = async (url: URL, wanted: Pick<RequestOptions, 'validators' | 'maxBytes'>) => {
    if (requests >= cap)
      throw new SyncStopped(
        `Stopped after ${cap} requests, the most of one run; the next one goes on.`,
      );
    await pace.turn(signal).catch(stopped);
    requests++;
    try {
      const reply = await request(url, { ...options, ...wanted, signal, dispatcher });
      reached = true;
      return reply;
    } finally {
      await pace.ended();
    }
  };

  /** Waits longer after every try; with luck, since many clients wait as long as each other. */
  const backOff = (tried: number, asked: number | null): Promise<void> => {
    const longer = Math.min(LONGEST_BACK_OFF, pace.interval * 2 ** tried);
    const wait = asked ?? longer * (0.5 + Math.random());
    return sleep(wait, undefined, { signal }).catch(stopped);
  };

  /** The first reply that is one: not "later", not a fault of the server, not broken off. */
  const persistently = async (url: URL, wanted: Wanted): Promise<Reply> => {
    const { maxBytes, accepts = () => true } = wanted;
    let fault = '';
    for (let tried = 1; ; tried++) {
      let asked: number | null = null;
      try {
        const reply = await once(url, { maxBytes, validators: wanted.validators });
        const { status, retryAfter } = reply;
        const isFault = status >= 500 || status === 429 || status === 403 || status === 408;
        if (!isFault && (status !== 200 || accepts(reply.bytes))) return reply;
        if (!isFault && tried >= TRIES_OF_OTHER) return reply;
        fault = isFault ? `${url.host} answers ${status}` : 'something else came';
        asked = retryAfter;
        if (asked !== null && asked > LONGEST_WAIT)
          throw new SyncStopped(
            `${url.host} asks to come back in ${Math.ceil(asked / 60_000)} minutes; sync again then.`,
          );
        if (asked !== null) await pace.pause(asked);
        if (tried >= TRIES && (status === 403 || status === 429))
          throw new SyncStopped(`${url.host} refuses more requests (${status}); sync again later.`);
      } catch (error) {
        if (!(error instanceof NoReply)) throw error;
        fault = error.message;
        if (error.unreachable && (tried >= TRIES || (!reached && tried >= 2)))
          throw new SyncStopped(`${fault}; is there a network? Sync again later.`);
      }
      if (tried >= TRIES) throw new Unavailable(fault, true);
      await backOff(tried, asked);
    }
  };

  const rulesOf = async (url: URL): Promise<Robots> => {
    const known = robots.get(url.origin);
    if (known) return known;
    const address = new URL('/robots.txt', url);
    const reply = await persistently(address, { maxBytes: MAX_ROBOTS_BYTES }).catch((error) => {
      if (!(error instanceof Unavailable || error instanceof TooLarge)) throw error;
      throw new SyncStopped(`${address} cannot be read, so nothing else is (${error.message}).`);
    });
    const text = reply.status === 200 ? new TextDecoder().decode(reply.bytes) : '';
    const rules = readRobots(address.href, text);
    if (rules.delay !== null) pace.atLeast(rules.delay);
    robots.set(url.origin, rules);
    return rules;
  };

  const follow = async (url: URL, wanted: Wanted, redirects: number): Promise<Fetched> => {
    if (!site.allows(url))
      throw new Unavailable(`it leads to ${url.protocol}//${url.host}, which is not asked`);
    if (!(await rulesOf(url)).allows(url))
      throw new Unavailable(`the robots.txt of ${url.host} asks not to read it`);
    const reply = await persistently(url, wanted);
    const { status, location, bytes, validators } = reply;
    if (status === 304) return { changed: false };
    if (status === 200) return { changed: true, bytes, validators, url };
    if (status >= 300 && status < 400 && location && URL.canParse(location, url.href)) {
      if (redirects >= REDIRECTS) throw new Unavailable('it redirects without an end');
      return follow(new URL(location, url), wanted, redirects + 1);
    }
    throw new Unavailable(
      NOT_THERE.has(status) ? `it is not there (${status})` : `${url.host} answers ${status}`,
    );
  };

  return {
    fetch: async (address, wanted) => {
      try {
        const fetched = await follow(new URL(address), wanted, 0);
        failures = 0;
        return fetched;
      } catch (error) {
        if (error instanceof TooLarge) throw new Unavailable(error.message);
        if (error instanceof Unavailable && error.inTrouble && ++failures >= FAILURES_IN_A_ROW)
          throw new SyncStopped(`${site.name} is in trouble (${error.message}); sync again later.`);
        throw error;
      }
    },
    requests: () => requests,
    close: () => dispatcher.close(),
  };
}

function stopped(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError')
    throw new SyncStopped('The sync was stopped; the next one goes on.');
  throw error;
}
