import { SLASH_COMMAND } from '../surfaces.js';
import { escapeMrkdwn } from './escape.js';
import { isTooMuch } from './limits.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';
import { smallPrint } from './small-print.js';

/** What an asker reads where as many questions are being answered as can be. */
export const busyNotice = (): Reply =>
  lines([
    'Many people are asking just now, and yours is more than I can take: please ask again in a minute.',
  ]);

/** What an asker reads, also in a form, while the bot cannot answer yet. */
export const LOADING_RECORD =
  'I have just been started and am still loading the record, which takes some seconds.';
export const LOADING = `${LOADING_RECORD.slice(0, -1)}: please ask again in a moment.`;

export const loadingNotice = (): Reply => lines([LOADING]);

/**
 * What an asker reads where answering was broken off; `perhaps` the answer was sent all the same.
 */
export const interruptedNotice = (perhaps: boolean): Reply =>
  lines([
    perhaps
      ? 'I was interrupted while I was answering you, and cannot see whether my answer arrived. If you see none, please ask again.'
      : 'I was interrupted before I could answer you: please ask again.',
  ]);

/** What somebody reads who presses a button under an answer on a council that is gone since. */
export const goneUnderButtonView = (gone: string): Reply =>
  lines([
    `${escapeMrkdwn(gone)} Ask about another council by its name, like \`${SLASH_COMMAND.name} tameside latest\`.`,
  ]);

/** What an asker reads who had a conversation forgotten. */
export const forgottenNotice = (): Reply =>
  lines(['Forgotten: what this conversation was about is no longer kept.']);

/** What the writer of a question reads who did not mention the bot. */
export const mentionHintView = (): Reply =>
  lines([
    'Mention me to ask that: without a mention I answer only what plainly goes on with my last answer here.',
  ]);

const ASK_ON = 'To ask on in this thread, mention me again.';

/** A reply with how to ask on, where the bot does not see what is said without a mention. */
export function withAskOn(reply: Reply): Reply {
  const blocks = [...reply.blocks, ...smallPrint([ASK_ON])];
  return isTooMuch(blocks) ? reply : { ...reply, blocks };
}
