import type { KnownBlock } from '@slack/types';
import type { OwnerNotice } from '../../digest/index.js';
import { formatDate } from '../../domain/dates.js';
import { channelInWords } from '../api/channels.js';
import { MISSING_SCOPE, whyPaused } from '../api/errors.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { button } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

/** What the button is called in the payload of a block action; its value is the id of the run. */
export const POST_NOW = 'digest:post-now';

/** A refusal of one digest in words: Slack's own error word, for there is no end of them. */
export const refusalInWords = (reason: string | null): string =>
  reason === null ? 'Slack gave no reason' : `Slack says “${reason}”`;

/** What the owner of a digest reads in a direct message when it could not be posted. */
export function ownerNoticeView({
  kind,
  about,
  channel,
  localDate,
  reason,
  runId,
}: OwnerNotice): Reply {
  const day = formatDate(localDate);
  const command = (name: string) => `\`${SLASH_COMMAND.name} ${about} ${name}\``;
  const place = channelInWords(channel);
  switch (kind) {
    case 'not_posted':
      return withButton(
        lines([
          `*The ${about} of ${day} for ${place} may not have been posted.*`,
          `The connection to Slack broke while it was being sent, and ${whyUnseen(reason)}. It was not sent again, so that nobody reads it twice.`,
          'If it is not there, post it now.',
        ]),
        runId,
      );
    case 'failed':
      return lines([
        `*The ${about} of ${day} for ${place} could not be posted:* ${escapeMrkdwn(refusalInWords(reason))}.`,
        about === 'digest'
          ? `The next one is tried on its day. ${command('status')} there shows it.`
          : `It is tried again on another day. ${command('list')} shows it.`,
      ]);
    case 'paused':
      return lines([
        `*The ${about} for ${place} is paused.* ${escapeMrkdwn(whyPaused(reason ?? 'no reason given'))}`,
        `Nothing more will be tried until somebody writes ${command('resume')} there.`,
      ]);
  }
}

/** What the owner of a digest reads where Ofsted's site was not read since a moment (ISO 8601). */
export const siteUnreadView = (since: string): Reply =>
  lines([
    `*Ofsted’s site could not be read since ${formatDate(since.slice(0, 10))}.*`,
    'Digests and alerts go on with what is held, so a newer report may be missing. The site is tried every day; whoever runs this app finds the reason in its log.',
  ]);

const whyUnseen = (reason: string | null): string =>
  reason === MISSING_SCOPE
    ? 'this app may not read the channel to see whether it arrived'
    : 'for a day Slack did not show this app whether it arrived';

function withButton({ text, blocks }: Reply, runId: string): Reply {
  const actions: KnownBlock = {
    type: 'actions',
    elements: [button(POST_NOW, 'Post it now', runId)],
  };
  return { text, blocks: [...blocks, actions] };
}
