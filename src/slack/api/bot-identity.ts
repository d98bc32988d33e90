import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { InspectionError } from '../../domain/errors.js';

/**
 * Asks Slack whose token the client has.
 * @throws InspectionError where Slack refuses the token, it is no bot's, or Slack is out of reach.
 */
export async function botIdentity(
  client: WebClient,
): Promise<{ botId: string; botUserId: string }> {
  try {
    const { bot_id: botId, user_id: botUserId } = await client.auth.test();
    if (botId && botUserId) return { botId, botUserId };
  } catch (error) {
    throw new InspectionError(
      error instanceof WebAPIPlatformError
        ? `Slack refuses SLACK_BOT_TOKEN (${error.data.error}): set it to the bot user OAuth token of an app that is installed in your workspace.`
        : 'Slack is out of reach: check the network, and SLACK_API_URL if you set it.',
      { cause: error },
    );
  }
  throw new InspectionError(
    'SLACK_BOT_TOKEN is not a bot’s: set it to the bot user OAuth token, which starts with xoxb-.',
  );
}
