import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { OwnerNotice, Tell } from '../../digest/ports.js';
import { describeError } from '../failure.js';
import { ownerNoticeView } from '../views/owner-notice.js';

/** Slack's words for a person who can be told nothing, ever. */
const OUT_OF_REACH = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'token_revoked',
  'user_disabled',
  'user_not_found',
]);

/** Tells the owner of a subscription by direct message. @throws what Slack's client throws where a later attempt may succeed. */
export const createTell =
  (client: WebClient, logger: Logger): Tell =>
  async (notice: OwnerNotice) => {
    try {
      await client.chat.postMessage({
        channel: notice.owner,
        unfurl_links: false,
        unfurl_media: false,
        ...ownerNoticeView(notice),
      });
    } catch (error) {
      const reason = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (!OUT_OF_REACH.has(reason)) throw error;
      logger.warn(
        { runId: notice.runId, error: describeError(error) },
        'the owner of a digest cannot be told',
      );
    }
  };
