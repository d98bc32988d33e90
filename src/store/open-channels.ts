import type { Keyv } from 'keyv';
import { z } from 'zod';

/** Which channel a person has open beside the bot, for an hour. */
export type OpenChannels = {
  get(team: string, user: string): Promise<string | null>;
  /** Null forgets it. */
  set(team: string, user: string, channel: string | null): Promise<void>;
};

const KEPT_MS = 3_600_000;

/** Open channels over the bot's key-value store. */
export const createOpenChannels = (values: Keyv): OpenChannels => ({
  get: async (team, user) =>
    z
      .string()
      .nullable()
      .parse((await values.get(`${team}/${user}`)) ?? null),
  set: async (team, user, channel) => {
    if (channel === null) await values.delete(`${team}/${user}`);
    else await values.set(`${team}/${user}`, channel, KEPT_MS);
  },
});
