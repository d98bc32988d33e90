import type { App } from '@slack/bolt';
import { answerQuestion } from '../../answer/index.js';
import { InspectionError } from '../../domain/errors.js';
import { attempt } from '../answering.js';
import { channelResponseRoute, channelRoute, deliver, responseRoute } from '../api/delivery.js';
import { describeError } from '../failure.js';
import { BlockAction } from '../payloads.js';
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
  const { inTurn, once, logger } = services;
  app.action(ACTION.share, async ({ ack, body, client, context }) => {
    await ack();
    const action = BlockAction.parse(body);
    const { channel, user, threadTs, respond, messageTs, value: question } = action;
    const page = pageShared(action.actionId);
    const share = async () => {
      const answer = answerQuestion(question, services.answers());
      if (!channel || !respond || !isShareable(answer))
        throw new InspectionError('This answer cannot be shared.');
      await deliver(
        answerView(answer, { page, mode: { sharedBy: user } }),
        [
          channelResponseRoute(respond, services, channel, threadTs),
          channelRoute(client, inTurn, channel, threadTs),
        ],
        logger,
      );
      const replaceOwn = responseRoute(respond, services, { replace_original: true });
      await deliver(answerView(answer, { page, mode: 'shared' }), [replaceOwn], logger).catch(
        (error) =>
          logger.warn({ error: describeError(error) }, 'the button stays on a shared answer'),
      );
      logger.info({ kind: answer.kind }, 'shared');
    };
    await once(context.teamId ?? '', `share/${channel}/${messageTs}`, () =>
      attempt(services, routesToUser(services, client, action), 'share', share),
    );
  });
}
