import { z } from 'zod';
import { attempt } from '../answering.js';
import { openModal } from '../api/views.js';
import { describeError, newReference } from '../failure.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { isOfSomebody } from '../particular-case.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { routesToUser } from '../user-routes.js';
import { ACTION } from '../views/buttons.js';
import { NO_PARTICULAR_CASE, REPORT, reportModal, reportThanks } from '../views/report.js';

const PassageKeys = z.array(z.string());
const Submission = z.object({
  private_metadata: z.string(),
  state: z.object({
    values: z.object({
      [REPORT.blockId]: z.object({ [REPORT.actionId]: z.object({ value: z.string() }) }),
    }),
  }),
});

/**
 * "Something wrong?": a form, and the report of it saved with the keys of the passages that were
 * quoted.
 */
export function registerReportError(listeners: Listeners): void {
  listeners.action(ACTION.report, async ({ ack, body, client, context }, services) => {
    const action = BlockAction.parse(body);
    const routes = routesToUser(services, client, action);
    await services.take(
      clicked(workspaceOf(context), action, null),
      ack,
      (marks) =>
        attempt(services, { routes, surface: 'report', marks }, async () => {
          const passages = PassageKeys.parse(JSON.parse(action.value));
          await openModal(client, action.triggerId ?? '', reportModal(passages));
        }),
      { isUrgent: true },
    );
  });

  listeners.view(REPORT.callbackId, async ({ ack, view, context }, services) => {
    const { private_metadata, state } = Submission.parse(view);
    const text = state.values[REPORT.blockId][REPORT.actionId].value;
    const refuse = (sentence: string) =>
      ack({ response_action: 'errors', errors: { [REPORT.blockId]: sentence } });
    if (isOfSomebody(services, text)) return refuse(NO_PARTICULAR_CASE);
    const reference = newReference();
    try {
      await services.store.errorReports.add({
        reference,
        team: workspaceOf(context),
        reportedAt: new Date(services.now()).toISOString(),
        passages: PassageKeys.parse(JSON.parse(private_metadata)),
        text,
      });
    } catch (error) {
      services.logger.error({ reference, error: describeError(error) }, 'a report was not saved');
      return refuse(
        `Sorry, this could not be kept. Please try again; if it goes on, tell whoever runs this bot the reference ${reference}.`,
      );
    }
    await ack({ response_action: 'update', view: reportThanks(reference) });
  });
}
