import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { NotifyOwner, OwnerNotice } from '../../digest/index.js';
import { describeError, type ErrorSummary } from '../failure.js';
import { ownerNoticeView, siteUnreadView } from '../views/owner-notice.js';
import type { Reply } from '../views/reply.js';
import { personIsGone } from './errors.js';
import { postMessage } from './messages.js';
import { type ClientOf, READING } from './web-client.js';

/**
 * Notifies the owner of a subscription by direct message.
 * @throws what Slack's client throws where a later attempt may succeed.
 */
export const createNotifyOwner =
  (clientOf: ClientOf, logger: Logger): NotifyOwner =>
  (notice: OwnerNotice) =>
    tell(clientOf(notice.team, READING), notice.owner, ownerNoticeView(notice), (error) =>
      logger.warn({ runId: notice.runId, error }, CANNOT_BE_NOTIFIED),
    );

/**
 * Tells the owner of a digest that Ofsted's site was not read since a moment (ISO 8601, UTC).
 * @throws what Slack's client throws where a later attempt may succeed.
 */
export const createTellSiteUnread =
  (clientOf: ClientOf, logger: Logger) =>
  (team: string, owner: string, since: string): Promise<void> =>
    tell(clientOf(team, READING), owner, siteUnreadView(since), (error) =>
      logger.warn({ error }, CANNOT_BE_NOTIFIED),
    );

const CANNOT_BE_NOTIFIED = 'the owner of a digest cannot be notified';

async function tell(
  client: WebClient,
  owner: string,
  message: Reply,
  onGone: (error: ErrorSummary) => void,
): Promise<void> {
  try {
    await postMessage(client, owner, message);
  } catch (error) {
    if (!personIsGone(error)) throw error;
    onGone(describeError(error));
  }
}
