import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { StoreError } from '../../domain/errors.js';
import type { Installation, Installations, SealedTokens } from '../../store/installations.js';
import type { Sealing } from '../../store/sealing.js';
import type { ExchangedTokens } from '../api/exchange-tokens.js';
import { NoToken } from '../api/fetch-as.js';
import { describeError, newReference } from '../failure.js';

/** What is sealed of an installation. With token rotation there is a refresh token. */
export const Tokens = z.strictObject({
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  refreshToken: z.string().optional(),
});
export type Tokens = z.infer<typeof Tokens>;

export type TokensOptions = {
  installations: Installations;
  sealing: Sealing;
  /** Exchanges a refresh token, which Slack takes once. */
  exchange: (refreshToken: string) => Promise<ExchangedTokens>;
  logger: Logger;
};

/** What serves a workspace: the installation's id, and its tokens as they are in force. */
export type Serving = { id: string; isOrg: boolean; tokens: Tokens };

/** Slack's tokens are good for twelve hours; the last two are for exchanging them. */
const EXCHANGE_BEFORE_MS = 2 * 3_600_000;
/** An exchange takes ten seconds at most, as every call does. */
const LEASE_SECONDS = 60;
const AGAIN_SECONDS = 60;
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 8_000;

/**
 * The tokens of those who installed the app. Where one is about to expire it is exchanged, by one
 * process of all: the others go on with the old one, or wait where it has expired.
 */
export function createTokens({ installations, sealing, exchange, logger }: TokensOptions) {
  const underWay = new Map<string, Promise<Tokens>>();
  /** What served a workspace last, for while the database is out of reach. */
  const last = new Map<string, { serving: Serving; until: number }>();

  const seal = (id: string, tokens: Tokens, expiresIn: number | null): SealedTokens => ({
    sealed: sealing.seal(JSON.stringify(Tokens.parse(tokens)), id),
    expiresIn,
  });

  const opened = ({ id, sealed }: Installation): Tokens => {
    const text = sealing.open(sealed, id);
    if (text === null) {
      logger.error('the tokens of a workspace were sealed with a key that STATE_KEY does not have');
      throw new NoToken('sealed with another key');
    }
    return Tokens.parse(JSON.parse(text));
  };

  async function exchanged(found: Installation, lease: string, old: Tokens): Promise<Tokens> {
    const { id } = found;
    let given: ExchangedTokens;
    try {
      given = await exchange(old.refreshToken ?? '');
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'the tokens of a workspace could not be exchanged; if it goes on, it has to install the app again',
      );
      await installations.putOffExchange(id, lease, AGAIN_SECONDS);
      if (isGood(found)) return old;
      throw new NoToken('expired, and not exchanged', { cause: error });
    }
    const { botToken, refreshToken, expiresIn } = given;
    const next = { ...old, botToken, refreshToken };
    await kept(() => installations.endExchange(id, lease, seal(id, next, expiresIn)));
    return next;
  }

  /** Slack has given the old refresh token up: what it gave must be written down. */
  async function kept(write: () => Promise<unknown>): Promise<void> {
    const end = performance.now() + (LEASE_SECONDS * 1_000) / 2;
    for (;;) {
      try {
        await write();
        return;
      } catch (error) {
        if (!(error instanceof StoreError) || performance.now() > end) throw error;
        await sleepFor(LOOK_EVERY_MS);
      }
    }
  }

  async function inForce(found: Installation): Promise<Tokens> {
    const end = performance.now() + PATIENCE_MS;
    for (let seen: Installation | null = found; seen !== null; ) {
      const tokens = opened(seen);
      const { expiresIn } = seen;
      if (expiresIn === null || expiresIn > EXCHANGE_BEFORE_MS || !tokens.refreshToken)
        return tokens;
      const lease = await installations.claimExchange(seen, LEASE_SECONDS);
      if (lease !== null) return exchanged(seen, lease, tokens);
      if (isGood(seen)) return tokens;
      if (performance.now() > end) throw new NoToken('expired, and another process exchanges it');
      await sleepFor(LOOK_EVERY_MS);
      seen = await installations.get(seen.id);
    }
    throw new NoToken('not installed');
  }

  /** One at a time of each installation: what comes meanwhile gets the same. */
  function once(found: Installation): Promise<Tokens> {
    const running = underWay.get(found.id);
    if (running) return running;
    const started = inForce(found).finally(() => underWay.delete(found.id));
    underWay.set(found.id, started);
    return started;
  }

  async function serve(team: string, found: Installation | null): Promise<Serving> {
    if (found === null) throw new NoToken('not installed');
    const { id, isOrg } = found;
    const serving = { id, isOrg, tokens: await once(found) };
    const until = Date.now() + (found.expiresIn ?? EXCHANGE_BEFORE_MS);
    last.set(team, { serving, until });
    return serving;
  }

  /**
   * What serves a workspace, or an organisation.
   * @throws NoToken where nothing does; StoreError.
   */
  async function serving(team: string): Promise<Serving> {
    try {
      return await serve(team, await installations.serving(team));
    } catch (error) {
      const known = last.get(team);
      if (error instanceof StoreError && known && known.until > Date.now()) return known.serving;
      last.delete(team);
      throw error;
    }
  }

  return {
    serving,
    tokenOf: async (team: string): Promise<string> => (await serving(team)).tokens.botToken,
    save: (id: string, isOrg: boolean, tokens: Tokens, expiresIn: number | null): Promise<void> =>
      installations.save(id, isOrg, seal(id, tokens, expiresIn)),
    /** Seals with the first key what a later one has sealed; gives how many there are of each. */
    async reseal(): Promise<{ installed: number; unreadable: number }> {
      const all = await installations.list();
      let unreadable = 0;
      for (const { id, sealed } of all) {
        const renewed = sealing.renew(sealed, id);
        if (renewed !== null) await installations.reseal(id, sealed, renewed);
        else if (sealing.open(sealed, id) === null) unreadable += 1;
      }
      return { installed: all.length, unreadable };
    },
  };
}

export type WorkspaceTokens = ReturnType<typeof createTokens>;

const isGood = ({ expiresIn }: Installation): boolean => expiresIn === null || expiresIn > 0;
