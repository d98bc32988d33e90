import type { SectionBlock } from '@slack/types';
import type { Reply } from './reply.js';

/**
 * A short message of a few lines of mrkdwn, escaped and under 3,000 characters each; each is a
 * section of its own, and together they are the text.
 */
export const lines = (texts: readonly string[]): Reply => ({
  text: texts.join('\n'),
  blocks: texts.map(
    (text): SectionBlock => ({
      type: 'section',
      text: { type: 'mrkdwn', text, verbatim: true },
    }),
  ),
});
