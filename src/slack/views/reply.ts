import type { KnownBlock } from '@slack/types';

/**
 * A message to Slack: `blocks` for the eye; `text` (mrkdwn) for notifications and screen readers,
 * and alone where Slack refuses the blocks.
 */
export type Reply = { text: string; blocks: KnownBlock[] };
