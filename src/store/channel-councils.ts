import type { Keyv } from 'keyv';
import { z } from 'zod';

/**
 * The council (its URN, and its name when it was chosen) that a channel asks about where nobody
 * names one, and how often in a row it asked about one council so far.
 */
const ChannelCouncil = z.strictObject({
  urn: z.string().nullable(),
  name: z.string().optional(),
  asked: z.strictObject({ urn: z.string(), count: z.number().int() }).nullable(),
});
export type ChannelCouncil = z.infer<typeof ChannelCouncil>;

/** The councils of channels, until the app is uninstalled. */
export type ChannelCouncils = {
  get(team: string, channel: string): Promise<ChannelCouncil | null>;
  set(team: string, channel: string, council: ChannelCouncil): Promise<void>;
};

/**
 * Channels' councils over the bot's key-value store; `counts` is the same one, for what is no more
 * than a count and may be lost with the last moment before a loss of power.
 */
export const createChannelCouncils = (values: Keyv, counts: Keyv): ChannelCouncils => ({
  get: async (team, channel) => {
    const stored: unknown = await values.get(`${team}/${channel}`);
    return stored === undefined ? null : ChannelCouncil.parse(stored);
  },
  set: async (team, channel, council) => {
    const isCount = council.urn === null && council.asked !== null;
    await (isCount ? counts : values).set(`${team}/${channel}`, council);
  },
});
