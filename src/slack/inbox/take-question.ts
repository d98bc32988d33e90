import type { BlockAction } from '../payloads.js';
import type { Services } from '../services.js';
import { type Asked, triggerId } from './asked.js';
import type { Incoming } from './inbox.js';
import { answerAsked } from './take-up.js';

/** Takes a question in and answers it, by its best route that is open. */
export const takeQuestion = (
  services: Services,
  incoming: Incoming,
  ack: () => Promise<unknown> = async () => undefined,
): Promise<void> =>
  services.take(
    incoming,
    ack,
    answerAsked(services, services.clientOf(incoming.team), incoming.team, incoming.asked),
  );

/** A click as something to take in. `text` is the question that its button carries, if any. */
export function clicked(
  team: string,
  { user, channel, threadTs, responseUrl, triggerId: trigger = '' }: BlockAction,
  text: string | null,
): Incoming {
  const surface: Asked['surface'] = text === null ? 'other' : 'choice';
  const asked = { surface, user, channel, threadTs, responseUrl, text: text ?? '' };
  return { team, id: triggerId(trigger), asked };
}
