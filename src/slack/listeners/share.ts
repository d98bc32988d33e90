import { type Answer, answerQuestion } from '../../answer/index.js';
import { InspectionError } from '../../domain/errors.js';
import { isDirectMessage } from '../api/channels.js';
import {
  type CallMarks,
  channelResponseRoute,
  channelRoute,
  deliver,
  deliverStamped,
  responseRoute,
} from '../api/delivery.js';
import { describeError } from '../failure.js';
import { goneUnderButton } from '../gone-council.js';
import type { Listeners } from '../listener-table.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { shareOnce } from '../share-once.js';
import { tellGone } from '../tell-gone.js';
import { routesToUser } from '../user-routes.js';
import { answerView, hasRest } from '../views/answer.js';
import { ACTION, isShareable } from '../views/buttons.js';
import { hasChanged, pageShared } from '../views/screen.js';

const CHANGED =
  'This answer has changed since it was shown, so nothing was shared. This is what it says now.';

/**
 * "Share to channel": makes the answer anew and posts its first screen to the channel, with the
 * name of who shares it; what that leaves out goes into its thread. Where the bot is no member, it
 * goes through the `response_url`, which opens no thread: then a button leads to the rest. The
 * sharer's own message loses the button. An answer that says something else by now is shown to the
 * sharer first, and not shared.
 */
export function registerShare(listeners: Listeners): void {
  listeners.action(ACTION.share, async ({ ack, body, client, context }, services) => {
    const { inTurn, logger } = services;
    const { feedback } = services.features;
    const action = BlockAction.parse(body);
    const { channel, user, threadTs, respond, messageTs, value: question, blockId } = action;
    const page = pageShared(action.actionId);
    const team = workspaceOf(context);
    const gone = goneUnderButton(action, services);
    if (gone) return tellGone(services, client, { team, action, ack }, gone);

    /** Posts it where the bot is a member, with the rest in the thread. */
    const post = async (answer: Answer, to: string, marks: CallMarks): Promise<void> => {
      const inThread = hasRest(answer);
      const ts = await deliverStamped(
        answerView(answer, { page: 0, mode: { sharedBy: user, inThread } }, { feedback }),
        [channelRoute(client, inTurn, to, threadTs)],
        logger,
        marks,
      );
      if (!inThread || ts === undefined) return;
      const thread = channelRoute(client, inTurn, to, threadTs ?? ts);
      await deliver(answerView(answer, { page: 1, mode: 'rest' }), [thread], logger).catch(
        (error) =>
          logger.warn(
            { error: describeError(error) },
            'the rest of a shared answer was not posted',
          ),
      );
    };

    const share = async (marks: CallMarks): Promise<boolean> => {
      const answer = answerQuestion(question, services.answers());
      if (!channel || !respond || isDirectMessage(channel) || !isShareable(answer))
        throw new InspectionError('This answer cannot be shared.');
      const own = (mode: 'offer' | 'shared', progress?: string) =>
        deliver(
          answerView(
            answer,
            { page, mode },
            { feedback, ...(progress !== undefined && { progress }) },
          ),
          [responseRoute(respond, services, { replace_original: true })],
          logger,
        ).catch((error) =>
          logger.warn({ error: describeError(error) }, 'a sharer’s own message stays as it was'),
        );
      if (hasChanged(blockId, answer)) {
        await own('offer', CHANGED);
        return false;
      }
      await post(answer, channel, marks).catch((error) => {
        if (!(error instanceof AggregateError)) throw error;
        return deliver(
          answerView(answer, { page: 0, mode: { sharedBy: user } }, { feedback }),
          [channelResponseRoute(respond, services, channel, threadTs)],
          logger,
          marks,
        );
      });
      const routes = [
        channelRoute(client, inTurn, channel, threadTs),
        channelResponseRoute(respond, services, channel, threadTs),
      ];
      services.pictures.follow(answer, { team, client, routes, logger });
      await own('shared');
      logger.info({ kind: answer.kind }, 'shared');
      return true;
    };
    const id = `share/${channel}/${messageTs}`;
    const routes = routesToUser(services, client, action);
    await shareOnce(services, { team, action, id, ack, routes }, share);
  });
}
