type Fetch = typeof globalThis.fetch;

/** The code of `NoToken`. */
export const NO_TOKEN = 'NO_TOKEN';

/** There is no token to call Slack with, now or at all: nothing was sent. */
export class NoToken extends Error {
  override name = 'NoToken';
  readonly code = NO_TOKEN;
}

/**
 * `fetch` with the token that is in force when it is called, which may be another than when the
 * call was planned: tokens are exchanged while calls wait for their turn.
 */
export const fetchAs =
  (fetch: Fetch, tokenNow: () => Promise<string>): Fetch =>
  async (input, init) => {
    const authorization = `Bearer ${await tokenNow()}`;
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), authorization };
    return fetch(input, { ...init, headers });
  };
