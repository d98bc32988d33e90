import type { AnswerContext } from '../answer/index.js';
import {
  alertKey,
  alertNews,
  alertText,
  type Compose,
  createDigest,
  digestText,
} from '../digest/index.js';
import { type Alert, isAlert } from '../domain/alert.js';
import type { DigestState, Subscription } from '../domain/subscription.js';
import { stopAlerts } from './views/alert.js';
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
    { beside = [] }: { beside?: readonly Alert[] } = {},
  ): ReturnType<Compose> => {
    if (!isAlert(sent)) return compose(sent, today);
    const context = answers();
    const others = beside.filter(({ id }) => id !== sent.id);
    const alerts = [sent, ...others];
    const { news, states } = alertNews(alerts, context);
    const finders = alerts.filter((_, at) => states[at]);
    const { ownerName: owner } = finders[0] ?? sent;
    const owners = [...new Set(finders.map(({ ownerName }) => `@${ownerName}`))];
    const ending = `Asked for by ${owners.join(', ')} · ${stopAlerts(finders.map(alertKey))}`;
    const message =
      news && digestView(alertText(news, context.record.freshness), { owner, ending });
    return {
      message,
      state: states[0] ?? sent.state,
      told: others.flatMap(({ id, activeFrom }, at) => {
        const state = states[at + 1];
        return state ? [{ id, activeFrom, state }] : [];
      }),
    };
  };
