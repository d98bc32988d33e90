import { type AnswerContext, createDigest } from '../../answer/index.js';
import type { DigestState, Subscription } from '../../domain/subscription.js';
import { renderDigest } from '../views/digest.js';
import type { Reply } from '../views/reply.js';

/** A digest as a message, or null where there is nothing to post; and what the subscription has told once it is posted. */
export type Composed = { message: Reply | null; state: DigestState };

export type ComposeMessage = (
  subscription: Subscription,
  today: string,
  options?: { preview: boolean },
) => Composed;

/**
 * Makes the digest of a subscription on a day (ISO date, in its own zone) from the record as it is. The sender and the preview make it here
 * both; a preview says that it is one.
 */
export const createCompose =
  (answers: () => AnswerContext): ComposeMessage =>
  (subscription, today, { preview } = { preview: false }) => {
    const { authorities, themes, onlyNew, state, ownerName } = subscription;
    const made = createDigest({ authorities, themes, onlyNew, state, today }, answers());
    return {
      message: made.digest && renderDigest(made.digest, { owner: ownerName, preview }),
      state: made.state,
    };
  };
