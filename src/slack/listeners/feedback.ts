import { z } from 'zod';
import { type Feedback, FeedbackChoice } from '../../store/feedback.js';
import { attempt } from '../answering.js';
import { deliver } from '../api/delivery.js';
import { openModal } from '../api/views.js';
import { describeError, newReference } from '../failure.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { isOfSomebody } from '../particular-case.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { routesToUser } from '../user-routes.js';
import {
  choiceLabel,
  FEEDBACK,
  FEEDBACK_FORM,
  FeedbackMetadata,
  FeedbackValue,
  feedbackModal,
  feedbackThanks,
} from '../views/feedback.js';
import { lines } from '../views/lines.js';
import { NO_PARTICULAR_CASE } from '../views/report.js';

const { callbackId, choice: CHOICE, comment: COMMENT } = FEEDBACK_FORM;
const Submission = z.object({
  private_metadata: z.string(),
  state: z.object({
    values: z.object({
      [CHOICE.blockId]: z.object({
        [CHOICE.actionId]: z.object({ selected_option: z.object({ value: FeedbackChoice }) }),
      }),
      [COMMENT.blockId]: z.object({
        [COMMENT.actionId]: z.object({ value: z.string().nullish() }),
      }),
    }),
  }),
});

/**
 * The thumbs under an answer. Each person has one rating of an answer, which a later one changes. A
 * thumb down counts at once, and then asks what was wrong; where what is quoted is wrong, that is
 * an error report too, with a reference, for whoever mends the record.
 */
export function registerFeedback(listeners: Listeners): void {
  const keep = (
    { store, now }: Services,
    team: string,
    given: z.infer<typeof FeedbackMetadata>,
    said: Said | null,
  ) => {
    const { id, rating, intent, parts, record } = given;
    const day = new Date(now()).toISOString().slice(0, 10);
    const { choice, comment } = said ?? { choice: null, comment: null };
    const feedback: Feedback = { team, id, rating, choice, comment, intent, parts, record, day };
    return store.feedback.rate(feedback);
  };

  listeners.action(FEEDBACK, async ({ ack, body, client, context }, services) => {
    const { logger, features } = services;
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    const routes = routesToUser(services, client, action);
    await services.take(
      clicked(team, action, null),
      ack,
      (marks) =>
        attempt(services, { routes, surface: 'feedback', marks }, async () => {
          if (!features.feedback)
            return deliver(lines(['Answers are not rated here any more.']), routes, logger, marks);
          const value = FeedbackValue.parse(JSON.parse(action.value));
          const { channel = '', messageTs = '', user } = action;
          const id = services.feedbackId([team, channel, messageTs, user].join('/'));
          const given = { ...value, id };
          // A form must be opened within three seconds, whatever the database takes.
          const done = await Promise.allSettled([
            keep(services, team, given, null),
            value.rating === 'down'
              ? openModal(client, action.triggerId ?? '', feedbackModal(given))
              : undefined,
          ]);
          for (const each of done) if (each.status === 'rejected') throw each.reason;
        }),
      { isUrgent: true },
    );
  });

  listeners.view(callbackId, async ({ ack, view, context }, services) => {
    const { store, logger, now } = services;
    const { private_metadata, state } = Submission.parse(view);
    const given = FeedbackMetadata.parse(JSON.parse(private_metadata));
    const { value: choice } = state.values[CHOICE.blockId][CHOICE.actionId].selected_option;
    const comment = state.values[COMMENT.blockId][COMMENT.actionId].value?.trim() || null;
    const refuse = (sentence: string) =>
      ack({ response_action: 'errors', errors: { [COMMENT.blockId]: sentence } });
    if (comment && isOfSomebody(services, comment)) return refuse(NO_PARTICULAR_CASE);
    const team = workspaceOf(context);
    const reference = newReference();
    const isError = choice === 'wording or quotation';
    try {
      await keep(services, team, given, { choice, comment });
      if (isError)
        await store.errorReports.add({
          ...{ reference, team, passages: given.passages },
          reportedAt: new Date(now()).toISOString(),
          text: comment ?? choiceLabel(choice),
        });
    } catch (error) {
      logger.error({ reference, error: describeError(error) }, 'feedback was not kept');
      return refuse(
        `Sorry, this could not be kept. Please try again; if it goes on, tell whoever runs this bot the reference ${reference}.`,
      );
    }
    await ack({ response_action: 'update', view: feedbackThanks(isError ? reference : null) });
  });
}

type Said = Pick<Feedback, 'choice' | 'comment'>;
