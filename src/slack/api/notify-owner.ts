import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { NotifyOwner, OwnerNotice } from '../../digest/index.js';
import { describeError } from '../failure.js';
import { ownerNoticeView } from '../views/owner-notice.js';
import { personIsGone } from './errors.js';
import { postMessage } from './messages.js';

/**
 * Notifies the owner of a subscription by direct message.
 * @throws what Slack's client throws where a later attempt may succeed.
 */
export const createNotifyOwner =
  (client: WebClient, logger: Logger): NotifyOwner =>
  async (notice: OwnerNotice) => {
    try {
      await postMessage(client, notice.owner, ownerNoticeView(notice));
    } catch (error) {
      if (!personIsGone(error)) throw error;
      logger.warn(
        { runId: notice.runId, error: describeError(error) },
        'the owner of a digest cannot be notified',
      );
    }
  };
