import type { WebClient } from '@slack/web-api';
import { errorWord } from './errors.js';

/** Slack's error words for a token that is good for nothing any more. Source: Slack, auth.test. */
const GONE = ['account_inactive', 'invalid_auth', 'token_revoked'];

/** Whether Slack still takes the client's token; yes, where it does not say. */
export async function isStillInstalled(client: WebClient): Promise<boolean> {
  try {
    await client.auth.test();
    return true;
  } catch (error) {
    return !GONE.includes(errorWord(error) ?? '');
  }
}
