import type { Keyv } from 'keyv';
import { Remembered } from '../domain/remembered.js';

/** Where a conversation is held: a thread, by its first message, or a direct message channel. */
export type ConversationPlace = { team: string; channel: string; threadTs?: string };

/**
 * What conversations are about, for seven days after the last question; facts of the record and
 * names of vocabularies, never the words of an asker.
 */
export type Conversations = {
  get(place: ConversationPlace): Promise<Remembered | null>;
  set(place: ConversationPlace, remembered: Remembered): Promise<void>;
  forget(place: ConversationPlace): Promise<void>;
  /** Whether somebody was told there, in the last seven days, to mention the bot. */
  isHinted(place: ConversationPlace): Promise<boolean>;
  setHinted(place: ConversationPlace): Promise<void>;
};

const KEPT_MS = 7 * 24 * 3_600_000;

/** Conversations over the bot's key-value store. */
export function createConversations(values: Keyv): Conversations {
  const keyOf = ({ team, channel, threadTs = 'direct' }: ConversationPlace) =>
    `${team}/${channel}/${threadTs}`;
  const hintKeyOf = (place: ConversationPlace) => `${keyOf(place)}/hinted`;
  return {
    get: async (place) => {
      const stored: unknown = await values.get(keyOf(place));
      // What an older version kept in another form is as good as forgotten.
      return stored === undefined ? null : (Remembered.safeParse(stored).data ?? null);
    },
    set: async (place, remembered) => {
      await values.set(keyOf(place), remembered, KEPT_MS);
    },
    forget: async (place) => {
      await values.delete(keyOf(place));
    },
    isHinted: async (place) => (await values.get(hintKeyOf(place))) !== undefined,
    setHinted: async (place) => {
      await values.set(hintKeyOf(place), true, KEPT_MS);
    },
  };
}
