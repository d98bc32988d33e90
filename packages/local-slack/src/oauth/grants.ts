import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.js';
import type { Organisation } from './organisation.js';

/**
 * What a person granted the app: its scopes in one workspace or, with an `organisation`, in all of
 * `contexts`.
 */
export type Grant<Context> = {
  contexts: Context[];
  organisation: Organisation | null;
  scopes: ReadonlySet<string>;
};

type Token<Context> = { grant: Grant<Context>; expiresAt: number | null; refused: string | null };

/** What `oauth.v2.access` gives of tokens; with rotation, how to get the next. */
export type Tokens = { access_token: string; refresh_token?: string; expires_in?: number };

/**
 * The bot tokens that were given out. Source: Slack, "Using token rotation": an access token is
 * good for twelve hours, a refresh token for one exchange.
 */
export class Grants<Context> {
  /** How long access tokens are good for, in seconds; null: for ever, without refresh tokens. */
  tokenLife: number | null = null;
  private readonly tokens = new Map<string, Token<Context>>();
  private readonly refreshTokens = new Map<string, Grant<Context>>();

  constructor(private readonly now: () => number) {}

  /** Makes this token one of a grant. */
  add(token: string, grant: Grant<Context>): void {
    this.tokens.set(token, { grant, expiresAt: null, refused: null });
  }

  issue(grant: Grant<Context>): Tokens {
    const secret = randomBytes(12).toString('hex');
    if (this.tokenLife === null) {
      this.add(`xoxb-local-${secret}`, grant);
      return { access_token: `xoxb-local-${secret}` };
    }
    const access_token = `xoxe.xoxb-1-${secret}`;
    const refresh_token = `xoxe-1-${randomBytes(12).toString('hex')}`;
    const expiresAt = this.now() + this.tokenLife * 1_000;
    this.tokens.set(access_token, { grant, expiresAt, refused: null });
    this.refreshTokens.set(refresh_token, grant);
    return { access_token, refresh_token, expires_in: this.tokenLife };
  }

  /** Uses a refresh token up. @throws SlackError where it was used, or was never given out. */
  exchange(refreshToken: string): Grant<Context> {
    const grant = this.refreshTokens.get(refreshToken);
    if (grant === undefined) throw new SlackError('invalid_refresh_token');
    this.refreshTokens.delete(refreshToken);
    return grant;
  }

  /** Whose a token is. @throws SlackError where it is nobody's, or no longer good. */
  of(token: string): Grant<Context> {
    const known = this.tokens.get(token);
    if (known === undefined) throw new SlackError('invalid_auth');
    if (known.refused !== null) throw new SlackError(known.refused);
    if (known.expiresAt !== null && known.expiresAt <= this.now())
      throw new SlackError('token_expired');
    return known.grant;
  }

  /** The grants in force of a workspace, the newest last. */
  inForce(context: Context): Grant<Context>[] {
    return [...this.tokens.values()]
      .filter(({ grant, refused }) => refused === null && grant.contexts.includes(context))
      .map(({ grant }) => grant);
  }

  revoke(token: string): void {
    const known = this.tokens.get(token);
    if (known) known.refused = 'token_revoked';
  }

  /** Ends grants with all their tokens: the app was removed. */
  end(grants: readonly Grant<Context>[]): void {
    for (const token of this.tokens.values())
      if (grants.includes(token.grant)) token.refused = 'account_inactive';
    for (const [token, grant] of this.refreshTokens)
      if (grants.includes(grant)) this.refreshTokens.delete(token);
  }
}
