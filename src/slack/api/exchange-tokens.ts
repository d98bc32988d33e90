import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** The app as Slack's OAuth knows it. */
export type OAuthApp = { clientId: string; clientSecret: string };

/** A token, what to get the next with, and how many milliseconds it is good for. */
export type ExchangedTokens = { botToken: string; refreshToken: string; expiresIn: number };

const Given = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * Exchanges a refresh token, which Slack takes once, for a new token.
 * @throws what Slack's client throws.
 */
export async function exchangeTokens(
  client: WebClient,
  { clientId, clientSecret }: OAuthApp,
  refreshToken: string,
): Promise<ExchangedTokens> {
  const given = await client.oauth.v2.access({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const { access_token, refresh_token, expires_in } = Given.parse(given);
  return { botToken: access_token, refreshToken: refresh_token, expiresIn: expires_in * 1_000 };
}
