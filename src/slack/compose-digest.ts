import type { AnswerContext } from '../answer/index.js';
import { createDigest, digestText } from '../digest/index.js';
import type { DigestState, Subscription } from '../domain/subscription.js';
import { digestView } from './views/digest.js';
import type { Reply } from './views/reply.js';

/**
 * Makes the digest of a subscription on a day (ISO date, in its own zone) as a message, or null
 * where there is nothing to post; and what the subscription has reported once it is posted. A
 * `preview` says that it is one.
 */
export type ComposeMessage = (
  subscription: Subscription,
  today: string,
  options?: { preview: boolean },
) => { message: Reply | null; state: DigestState };

/** Composes digests from the record as it is; the sender and the preview both use this. */
export const createCompose =
  (answers: () => AnswerContext): ComposeMessage =>
  (subscription, today, { preview } = { preview: false }) => {
    const { authorities, themes, onlyNew, state, ownerName } = subscription;
    const made = createDigest({ authorities, themes, onlyNew, state, today }, answers());
    return {
      message: made.digest && digestView(digestText(made.digest), { owner: ownerName, preview }),
      state: made.state,
    };
  };
