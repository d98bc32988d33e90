import type { Observer } from '../../observability/index.js';
import type { PostJson } from './post-json.js';

type Fetch = typeof globalThis.fetch;

const METHOD = /\/([a-z]+(?:\.[A-Za-z]+)+)$/;
const WORD = /"ok"\s*:\s*false.*?"error"\s*:\s*"([a-z_]{1,40})"/s;

/**
 * `fetch`, which tells an observer of every call that Slack refuses or does not answer: the method
 * of the Web API, and Slack's error word or the status.
 */
export const observedFetch =
  (fetch: Fetch, observer: Observer): Fetch =>
  async (input, init) => {
    const method = methodOf(input instanceof Request ? input.url : String(input));
    try {
      const response = await fetch(input, init);
      if (!response.ok) observer.slackFailed(method, `http_${response.status}`);
      else {
        const word = WORD.exec(await response.clone().text())?.[1];
        if (word) observer.slackFailed(method, word);
      }
      return response;
    } catch (error) {
      observer.slackFailed(method, 'no_answer');
      throw error;
    }
  };

/** The same of messages to a `response_url`, which is a secret, and only said to be one. */
export const observedPost =
  (post: PostJson, observer: Observer): PostJson =>
  async (url, body, timeoutMs) => {
    try {
      const answer = await post(url, body, timeoutMs);
      if (answer.status >= 300) observer.slackFailed(RESPONSE_URL, `http_${answer.status}`);
      return answer;
    } catch (error) {
      observer.slackFailed(RESPONSE_URL, 'no_answer');
      throw error;
    }
  };

const RESPONSE_URL = 'response_url';

/** The method of a Web API address. */
const methodOf = (address: string): string =>
  METHOD.exec(address.split('?', 1)[0] ?? '')?.[1] ?? 'other';
