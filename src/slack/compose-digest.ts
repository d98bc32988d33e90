import type { AnswerContext } from '../answer/index.js';
import {
  alertKey,
  alertNews,
  alertText,
  createDigest,
  type DigestMessage,
  digestText,
} from '../digest/index.js';
import { type Alert, isAlert } from '../domain/alert.js';
import type { DigestState, Subscription } from '../domain/subscription.js';
import { stopAlert } from './views/alert.js';
import { condensedDigestView, digestView } from './views/digest.js';
import type { Reply } from './views/reply.js';

/**
 * Makes the digest of a subscription on a day (ISO date, in its own zone) as a message, or null
 * where there is nothing to post; and what the subscription has reported once it is posted. A
 * `preview` says that it is one, and is never condensed.
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
    const { authorities, themes, onlyNew, condensed, state, ownerName } = subscription;
    const made = createDigest({ authorities, themes, onlyNew, state, today }, answers());
    const view = condensed && !preview ? condensedDigestView : digestView;
    return {
      message: made.digest && view(digestText(made.digest), { owner: ownerName, preview }),
      state: made.state,
    };
  };

/** The same for whatever is sent: digests, and what alerts tell. */
export const composeEither =
  (answers: () => AnswerContext, compose: ComposeMessage) =>
  (
    sent: Subscription | Alert,
    today: string,
  ): { message: DigestMessage | null; state: DigestState } => {
    if (!isAlert(sent)) return compose(sent, today);
    const context = answers();
    const { news, state } = alertNews(sent, context);
    const { ownerName: owner } = sent;
    const ending = `Asked for by @${owner} · ${stopAlert(alertKey(sent))}`;
    const message =
      news && digestView(alertText(sent, news, context.record.freshness), { owner, ending });
    return { message, state };
  };
