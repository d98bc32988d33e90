import type { Message } from './contract.js';
import type { ElementState } from './element-state.js';
import type { Offered } from './elements.js';
import type { JsonObject } from './json.js';

/** A message with what only its author, its one reader or `conversations.history` may see. */
export type StoredMessage = Message & {
  /** The one user who sees an ephemeral message. */
  ephemeralTo: string | null;
  botId: string | null;
  metadata: JsonObject | null;
  /** What people have chosen in the message's elements, by `block_id` and `action_id`. */
  state: ElementState;
  offered: Offered;
};

/** What a new message needs; the rest is filled in. */
export type NewMessage = Pick<Message, 'channel' | 'user' | 'text'> &
  Partial<Omit<StoredMessage, 'ts' | 'ephemeral' | 'edited'>>;
