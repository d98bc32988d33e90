import type { App } from '@slack/bolt';
import { answerQuestion } from '../../answer/index.js';
import { attempt } from '../answering.js';
import { deliver, responseRoute, updateRoute } from '../api/delivery.js';
import { mayBeFetched } from '../may-be-fetched.js';
import { BlockAction } from '../payloads.js';
import type { Services } from '../services.js';
import { routesToUser } from '../user-routes.js';
import { answerView } from '../views/answer.js';
import { ACTION } from '../views/buttons.js';
import { screenOf } from '../views/screen.js';

/**
 * "Show more" and "Show fewer": makes the answer anew and puts another screen of it in the place of
 * the message, through the `response_url`, so that it works where the bot is no member; or else by
 * changing the bot's own message.
 */
export function registerShowScreen(app: App, services: Services): void {
  const { inTurn, logger } = services;
  app.action(ACTION.show, async ({ ack, body, client }) => {
    await ack();
    const action = BlockAction.parse(body);
    const { actionId, value: question, channel, messageTs, isEphemeral, respond } = action;
    await attempt(services, routesToUser(services, client, action), 'show', async () => {
      const answer = answerQuestion(question, services.answers());
      const routes = [
        ...(respond ? [responseRoute(respond, services, { replace_original: true })] : []),
        ...(channel && messageTs && !isEphemeral
          ? [updateRoute(client, inTurn, { channel, ts: messageTs })]
          : []),
      ];
      const isOffered = mayBeFetched(answer, services);
      await deliver(answerView(answer, screenOf(actionId), { isOffered }), routes, logger);
      logger.info({ kind: answer.kind }, 'showed another screen');
    });
  });
}
