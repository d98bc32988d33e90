import type { AnswerContext } from '../../answer/index.js';
import { type Change, modeOf, settingsLine } from '../../digest/index.js';
import type { Subscription } from '../../domain/subscription.js';
import { isDirectMessage } from '../api/channels.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { escapeMrkdwn } from './escape.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

const DID: Record<Change, string> = {
  set_up: 'set up a digest of inspection findings in this channel',
  changed: 'changed this channel’s digest',
  changed_and_resumed: 'changed and resumed this channel’s digest',
  paused: 'paused this channel’s digest',
  resumed: 'resumed this channel’s digest',
  turned_off: 'turned off this channel’s digest',
};

/** The same of a digest that comes to one person's direct message, where they alone read it. */
const DID_OF_ONES_OWN: Record<Change, string> = {
  set_up: 'You set up a digest of inspection findings, which comes here',
  changed: 'You changed your digest',
  changed_and_resumed: 'You changed and resumed your digest',
  paused: 'You paused your digest',
  resumed: 'You resumed your digest',
  turned_off: 'You turned off your digest',
};

const command = (name: string): string => `\`${SLASH_COMMAND.name} digest ${name}\``;

/**
 * What the channel, or the person whose own it is, reads of a change: who did what, what the digest
 * is, and how to change it again.
 */
export function announcement(
  change: Change,
  user: string,
  subscription: Subscription,
  context: AnswerContext,
): Reply {
  const what = escapeMrkdwn(settingsLine(subscription, context));
  const isOwn = isDirectMessage(subscription.channel);
  const changeable = `${modeOf(subscription)} ${isOwn ? 'You change it here' : 'Any member can change it'}: ${command('status')}, ${command('pause')}, ${command('off')}.`;
  const did = isOwn ? DID_OF_ONES_OWN[change] : `<@${user}> ${DID[change]}`;
  const further: Record<Change, string> = {
    set_up: changeable,
    changed: changeable,
    changed_and_resumed: changeable,
    paused: `Nothing is posted until ${isOwn ? 'you write' : 'a member writes'} ${command('resume')}.`,
    resumed: `${modeOf(subscription)} ${command('pause')} lets it rest again.`,
    turned_off: `Nothing more is posted. ${command('on')} sets up another.`,
  };
  return lines([`${did}: ${what}.`, further[change]]);
}
