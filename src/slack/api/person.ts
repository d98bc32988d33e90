import type { WebClient } from '@slack/web-api';
import { DEFAULT_ZONE } from '../../digest/index.js';
import { TimeZone } from '../../domain/subscription.js';
import { withinTime } from './within-time.js';

const PATIENCE_MS = 1_000;

/** Somebody's handle, null where it is not known, and their time zone. */
export type Person = { name: string | null; zone: string };

/**
 * Gives what Slack knows of somebody; no handle and Europe/London where this app may not ask, or
 * Slack does not answer in a second.
 */
export async function personOf(client: WebClient, user: string): Promise<Person> {
  const asked = client.users.info({ user }).catch(() => null);
  const info = await withinTime(PATIENCE_MS, asked);
  const zone = TimeZone.safeParse(info?.user?.tz);
  return {
    name: info?.user?.name || null,
    zone: zone.success ? zone.data : DEFAULT_ZONE,
  };
}

/** The time zone that Slack has for somebody. See `personOf`. */
export const zoneOf = async (client: WebClient, user: string): Promise<string> =>
  (await personOf(client, user)).zone;
