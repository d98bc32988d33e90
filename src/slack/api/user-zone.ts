import type { WebClient } from '@slack/web-api';
import { DEFAULT_ZONE } from '../../digest/index.js';
import { TimeZone } from '../../domain/subscription.js';
import { withinTime } from './within-time.js';

const PATIENCE_MS = 1_000;

/**
 * Gives the time zone that Slack has for somebody; Europe/London where this app may not ask, or
 * Slack does not answer in a second.
 */
export async function zoneOf(client: WebClient, user: string): Promise<string> {
  const asked = client.users.info({ user }).catch(() => null);
  const info = await withinTime(PATIENCE_MS, asked);
  const zone = TimeZone.safeParse(info?.user?.tz);
  return zone.success ? zone.data : DEFAULT_ZONE;
}
