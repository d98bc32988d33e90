import { answerQuestion } from '../../answer/index.js';
import { attempt } from '../answering.js';
import { type CallMarks, deliver, responseRoute, updateRoute } from '../api/delivery.js';
import { goneUnderButton } from '../gone-council.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { mayBeFetched } from '../may-be-fetched.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { tellGone } from '../tell-gone.js';
import { routesToUser } from '../user-routes.js';
import { answerView } from '../views/answer.js';
import { ACTION } from '../views/buttons.js';
import { screenOf } from '../views/screen.js';

/**
 * "Show more" and "Show fewer": makes the answer anew and puts another screen of it in the place of
 * the message, through the `response_url`, so that it works where the bot is no member; or else by
 * changing the bot's own message.
 */
export function registerShowScreen(listeners: Listeners): void {
  listeners.action(ACTION.show, async ({ ack, body, client, context }, services) => {
    const { inTurn, logger } = services;
    const action = BlockAction.parse(body);
    const { actionId, value: question, channel, messageTs, isEphemeral, respond } = action;
    const team = workspaceOf(context);
    const gone = goneUnderButton(action, services);
    if (gone) return tellGone(services, client, { team, action, ack }, gone);
    const toUser = routesToUser(services, client, action);
    const show = async (marks: CallMarks): Promise<void> => {
      const answer = answerQuestion(question, services.answers());
      const routes = [
        ...(respond ? [responseRoute(respond, services, { replace_original: true })] : []),
        ...(channel && messageTs && !isEphemeral
          ? [updateRoute(client, inTurn, { channel, ts: messageTs })]
          : []),
      ];
      const isOffered = mayBeFetched(answer, services);
      const view = answerView(answer, screenOf(actionId), {
        ...{ isOffered, feedback: services.features.feedback },
      });
      await deliver(view, routes, logger, marks);
      logger.info({ kind: answer.kind }, 'showed another screen');
    };
    await services.take(clicked(team, action, null), ack, (marks) =>
      attempt(services, { routes: toUser, surface: 'show', marks }, () => show(marks)),
    );
  });
}
