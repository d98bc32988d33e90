import type { AnswerContext } from '../../answer/index.js';
import { type Change, modeOf, settingsLine } from '../../digest/index.js';
import type { Subscription } from '../../domain/subscription.js';
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

const command = (name: string): string => `\`${SLASH_COMMAND.name} digest ${name}\``;

/**
 * What the channel reads of a change: who did what, what the digest is, and how to change it again.
 */
export function announcement(
  change: Change,
  user: string,
  subscription: Subscription,
  context: AnswerContext,
): Reply {
  const what = escapeMrkdwn(settingsLine(subscription, context));
  const changeable = `${modeOf(subscription)} Any member can change it: ${command('status')}, ${command('pause')}, ${command('off')}.`;
  const further: Record<Change, string> = {
    set_up: changeable,
    changed: changeable,
    changed_and_resumed: changeable,
    paused: `Nothing is posted until a member writes ${command('resume')}.`,
    resumed: `${modeOf(subscription)} ${command('pause')} lets it rest again.`,
    turned_off: `Nothing more is posted. ${command('on')} sets up another.`,
  };
  return lines([`<@${user}> ${DID[change]}: ${what}.`, further[change]]);
}
