import type { LocalAuthority } from '../../domain/authority.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { abridge } from './abridge.js';
import { escapeMrkdwn } from './escape.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

const command = (rest: string): string => `\`${SLASH_COMMAND.name} use ${rest}\``;

/** Which council a channel asks about where nobody names one: as it is, or as it was just set. */
export function channelCouncilView(council: LocalAuthority | null, change: 'is' | 'set'): Reply {
  const now = change === 'set' ? 'now ' : '';
  const name = council && escapeMrkdwn(council.name);
  return name
    ? lines([
        `*This channel ${now}asks about ${name}.* A question here that names no council is about ${name}, and its answer says so.`,
        `${command('all')} ends that, for whoever is in the channel.`,
      ])
    : lines([
        `*This channel ${now}asks about all councils.* A question here that names no council is about all of them.`,
        `${command('tameside')} makes it about one.`,
      ]);
}

/** The council that a channel asked about is gone: what then a question without a name is about. */
export const channelCouncilGoneView = (gone: string): Reply =>
  lines([
    `This channel asked about one council. ${escapeMrkdwn(gone)} A question that names no council is about all of them now.`,
    `${command('COUNCIL')} makes it about another one; ${command('all')} ends it.`,
  ]);

/** The same in one sentence, beside an answer: plain text. */
export const channelCouncilGoneNote = (gone: string): string =>
  `This channel asked about one council. ${gone} Write ${SLASH_COMMAND.name} use COUNCIL for another, or ${SLASH_COMMAND.name} use all.`;

/** `use` is for channels. */
export const notInChannelView = (): Reply =>
  lines([`Write ${command('tameside')} in the channel that is to ask about one council.`]);

/** Several councils, or a region, where one is to be named. */
export const onlyOneCouncilView = (): Reply =>
  lines([
    `A channel asks about one council only, so nothing was changed: write ${command('tameside')} with one name. Others are asked about by naming them in the question, like “compare leeds and bradford”.`,
  ]);

const NAME_LIMIT = 100;

/** A name that is several councils', or of one that the record does not cover. */
export const unclearCouncilView = (name: string, candidates: string[]): Reply =>
  lines([
    candidates.length > 0
      ? `“${escapeMrkdwn(name)}” may be ${candidates.map(escapeMrkdwn).join(' or ')}: write the whole name.`
      : `“${escapeMrkdwn(abridge(name, NAME_LIMIT))}” is no council of this record, so nothing was changed: write ${command('tameside')} with a council’s name.`,
  ]);
