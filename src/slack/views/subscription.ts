import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { AnswerContext } from '../../answer/index.js';
import {
  councilsOf,
  departedHere,
  modeOf,
  momentIn,
  notHeldYet,
  nothingOnThemes,
  pausedLine,
  settingsLine,
  themesOf,
  timesOf,
} from '../../digest/index.js';
import { formatDate } from '../../domain/dates.js';
import type { LastOutcome, Subscription } from '../../domain/subscription.js';
import { channelInWords, isDirectMessage } from '../api/channels.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { abridge } from './abridge.js';
import { button } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import { lines } from './lines.js';
import { refusalInWords } from './owner-notice.js';
import type { Reply } from './reply.js';

/** What the buttons are called in the payload of a block action. */
export const DIGEST_ACTION = {
  mode: 'digest:mode',
  edit: 'digest:edit',
  preview: 'digest:preview',
} as const;

const NOT_ANNOUNCED = 'Slack did not take the announcement: tell the channel yourself.';

/**
 * What somebody reads after they set up or changed a digest. `next` is when it is posted next;
 * `notes` are sentences that come first.
 */
export function confirmationView(
  subscription: Subscription,
  next: Date,
  { announced, notes }: { announced: boolean; notes: readonly string[] },
  context: AnswerContext,
): Reply {
  return withButtons(
    lines([
      `*The digest is on: ${escapeMrkdwn(settingsLine(subscription, context))}.*`,
      ...smallPrint([...notes, ...shortOf(subscription, context)]),
      `Next: ${momentIn(subscription.zone, next)}.`,
      bothModes(subscription),
      ...(announced ? [] : [NOT_ANNOUNCED]),
    ]),
    [modeButton(subscription), PREVIEW, CHANGE],
  );
}

/** What the record does not hold yet of what the digest is about. */
const shortOf = (subscription: Subscription, context: AnswerContext): string[] => [
  ...departedHere(subscription, context),
  ...notHeldYet(subscription, context),
  ...nothingOnThemes(subscription, context),
];

/** The two ways a digest can treat a day without news, and which of them is chosen. */
function bothModes(subscription: Subscription): string {
  const other = subscription.onlyNew
    ? 'It could also have a theme of the day from the record on the other days.'
    : 'It could also be posted only when something is new.';
  return `A document that is new or revised in the record is told first. ${modeOf(subscription)} ${other}`;
}

/** What `status` shows. `next` is null while the digest is paused. */
export function statusView(
  subscription: Subscription,
  next: Date | null,
  last: LastOutcome | null,
  context: AnswerContext,
): Reply {
  const paused = pausedLine(subscription);
  const { zone, owner } = subscription;
  return withButtons(
    lines([
      `*${digestIn(subscription.channel)} is ${paused ? 'paused' : 'on'}: ${escapeMrkdwn(councilsOf(subscription, context))}.*`,
      `When: ${escapeMrkdwn(timesOf(subscription))}. About: ${escapeMrkdwn(themesOf(subscription, context))}. ${modeOf(subscription)}`,
      `Set up by <@${owner}>. ${paused ? `Paused: ${escapeMrkdwn(paused)} ${command('resume')} starts it again.` : `Next: ${next ? momentIn(zone, next) : 'never'}.`}`,
      ...smallPrint(shortOf(subscription, context)),
      lastLine(last),
    ]),
    [PREVIEW, CHANGE],
  );
}

/** How the digest of a channel, or of a person's direct message, is called there. */
export const digestIn = (channel: string): string =>
  isDirectMessage(channel) ? 'Your digest' : 'The digest of this channel';

/** "Last: posted on 21 November 2026." */
function lastLine(last: LastOutcome | null): string {
  if (!last) return 'Last: none has fallen due yet.';
  const day = formatDate(last.localDate);
  switch (last.outcome) {
    case 'sent':
      return `Last: posted on ${day}.`;
    case 'nothing_new':
      return `Last: on ${day} nothing was new, so nothing was posted.`;
    case 'not_posted':
      return `Last: that of ${day} may not have been posted; its owner was asked.`;
    case 'failed':
      return `Last: that of ${day} could not be posted: ${escapeMrkdwn(refusalInWords(last.reason))}.`;
  }
}

const MOST_LISTED = 20;
const COUNCILS_LISTED = 3;
/** Leaves room for what escaping adds. */
const LINE_LIMIT = 2_500;

/** Sentences in one line, or none. */
const smallPrint = (sentences: readonly string[]): string[] =>
  sentences.length > 0 ? [escapeMrkdwn(abridge(sentences.join(' '), LINE_LIMIT))] : [];

/** The digests of this channel and of the asker in others. */
export function subscriptionListView(
  subscriptions: readonly Subscription[],
  context: AnswerContext,
): Reply {
  if (subscriptions.length === 0)
    return lines([
      `There is no digest in this channel and none of yours in another. ${command('on')} sets one up.`,
    ]);
  const shown = subscriptions.slice(0, MOST_LISTED);
  const left = subscriptions.length - shown.length;
  return lines([
    '*Digests of this channel, and yours in others*',
    ...shown.map(
      (each) =>
        `• ${channelInWords(each.channel)}: ${escapeMrkdwn(`${councilsOf(each, context, COUNCILS_LISTED)}, ${timesOf(each)}`)}. Set up by <@${each.owner}>.${pausedLine(each) ? ' Paused.' : ''}`,
    ),
    ...(left > 0 ? [`${left} more are not shown here.`] : []),
  ]);
}

/**
 * What somebody reads after `off`, `pause`, `resume` or a change of mode; `sentence` says what was
 * done.
 */
export const doneView = (sentence: string, announced: boolean): Reply =>
  lines([sentence, ...(announced ? [] : [NOT_ANNOUNCED])]);

const command = (name: string): string => `\`${SLASH_COMMAND.name} digest ${name}\``;

const PREVIEW = button(DIGEST_ACTION.preview, 'Preview', 'preview');
const CHANGE = button(DIGEST_ACTION.edit, 'Change…', 'change');

const modeButton = ({ id, onlyNew }: Subscription) =>
  button(
    DIGEST_ACTION.mode,
    onlyNew ? 'Have a theme on other days too' : 'Only when something is new',
    JSON.stringify({ id, onlyNew: !onlyNew }),
  );

function withButtons({ text, blocks }: Reply, elements: ActionsBlock['elements']): Reply {
  const actions: KnownBlock = { type: 'actions', elements };
  return { text, blocks: [...blocks, actions] };
}
