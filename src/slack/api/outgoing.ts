import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchWith } from 'undici';
import type { Observer } from '../../observability/index.js';
import { observedFetch, observedPost } from './observed-fetch.js';
import { type PostJson, postThrough } from './post-json.js';

/** Proxies as the environment names them. `none` lists the hosts that are reached without one. */
export type Proxies = { https: string | undefined; http: string | undefined; none: string };

type Fetch = typeof globalThis.fetch;

/** How this bot reaches Slack. */
export type Outgoing = {
  fetch: Fetch;
  /** Sends a message to a `response_url`. */
  post: PostJson;
  /** What Socket Mode connects through; undefined where there is no proxy. */
  dispatcher: Dispatcher | undefined;
  /** Whether a `response_url` is an address that answers may be sent to. */
  takesReplies: (url: string) => boolean;
};

/** Slack's own hosts, and those that Slack has for governments. */
const SLACK_HOSTS = /^(?:[a-z0-9-]+\.)*(?:slack\.com|slack-gov\.com)$/;

/**
 * Reaches Slack, or the Web API at `apiUrl` that stands in for it, through the proxies where there
 * are any. Answers go to Slack's hosts and to that one, so that a forged payload cannot have them
 * sent elsewhere.
 */
export function createOutgoing(
  apiUrl: string,
  proxies: Proxies | undefined,
  observer: Observer | null = null,
): Outgoing {
  const dispatcher = proxies && proxyAgent(proxies);
  const { origin } = new URL(apiUrl);
  const fetch = dispatcher ? fetchThrough(dispatcher) : globalThis.fetch;
  const post = postThrough(dispatcher ?? new Agent());
  return {
    dispatcher,
    post: observer ? observedPost(post, observer) : post,
    fetch: observer ? observedFetch(fetch, observer) : fetch,
    takesReplies: (url) => {
      if (!URL.canParse(url)) return false;
      const { protocol, hostname, origin: given } = new URL(url);
      return given === origin || (protocol === 'https:' && SLACK_HOSTS.test(hostname));
    },
  };
}

/** An empty address is none; left out, undici would look into the environment itself. */
const proxyAgent = ({ https, http, none }: Proxies): Dispatcher =>
  new EnvHttpProxyAgent({ httpsProxy: https ?? '', httpProxy: http ?? '', noProxy: none });

/**
 * Node's own fetch takes no proxy. Undici's has the same contract; only its types are apart from
 * those that TypeScript knows.
 */
const fetchThrough =
  (dispatcher: Dispatcher): Fetch =>
  (input, init) =>
    fetchWith(input as never, { ...init, dispatcher } as never) as unknown as ReturnType<Fetch>;
