import type { App } from '@slack/bolt';
import { answerQuestion } from '../../answer/index.js';
import { InspectionError } from '../../domain/errors.js';
import { attempt } from '../answering.js';
import {
  type CallMarks,
  channelResponseRoute,
  channelRoute,
  deliver,
  responseRoute,
} from '../api/delivery.js';
import { describeError } from '../failure.js';
import { clicked } from '../inbox/take-question.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { routesToUser } from '../user-routes.js';
import { answerView } from '../views/answer.js';
import { ACTION, isShareable } from '../views/buttons.js';
import { pageShared } from '../views/screen.js';

/**
 * "Share to channel": makes the answer anew and posts the screen of it that the sharer sees to the
 * channel, with the name of who shares it, through the `response_url`, so that it works where the
 * bot is no member. The sharer's own message then loses the button; a second click on the same
 * button does nothing.
 */
export function registerShare(app: App, services: Services): void {
  const { inTurn, logger } = services;
  app.action(ACTION.share, async ({ ack, body, client, context }) => {
    const action = BlockAction.parse(body);
    const { channel, user, threadTs, respond, messageTs, value: question } = action;
    const page = pageShared(action.actionId);
    const team = workspaceOf(context);
    const share = async (marks: CallMarks): Promise<void> => {
      const answer = answerQuestion(question, services.answers());
      if (!channel || !respond || !isShareable(answer))
        throw new InspectionError('This answer cannot be shared.');
      const toChannel = [
        channelResponseRoute(respond, services, channel, threadTs),
        channelRoute(client, inTurn, channel, threadTs),
      ];
      const shared = answerView(answer, { page, mode: { sharedBy: user } });
      await deliver(shared, toChannel, logger, marks);
      services.pictures.follow(answer, { team, client, routes: toChannel });
      const replaceOwn = responseRoute(respond, services, { replace_original: true });
      await deliver(answerView(answer, { page, mode: 'shared' }), [replaceOwn], logger).catch(
        (error) =>
          logger.warn({ error: describeError(error) }, 'the button stays on a shared answer'),
      );
      logger.info({ kind: answer.kind }, 'shared');
    };
    const routes = routesToUser(services, client, action);
    await services.take(
      {
        ...clicked(team, action, null),
        id: `share/${channel}/${messageTs}`,
      },
      ack,
      (marks) => attempt(services, { routes, surface: 'share', marks }, () => share(marks)),
      { mayComeAgain: true },
    );
  });
}
