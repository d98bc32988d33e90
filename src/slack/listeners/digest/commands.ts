import {
  type Changed,
  changeDigest,
  councilMeant,
  DigestProblem,
  didYouMean,
  momentIn,
  mostAlike,
  nextDigest,
  REQUEST_USAGE,
  subscriptionHere,
  unsubscribe,
} from '../../../digest/index.js';
import { changePorts } from '../../change-ports.js';
import type { Services } from '../../services.js';
import { SLASH_COMMAND } from '../../surfaces.js';
import { escapeMrkdwn } from '../../views/escape.js';
import { lines } from '../../views/lines.js';
import type { Reply } from '../../views/reply.js';
import { digestIn, doneView, statusView, subscriptionListView } from '../../views/subscription.js';
import { preview } from './preview.js';
import type { DigestRequest } from './request.js';
import { turnOn } from './turn-on.js';

/** A thing one can do with digests by a command. Help and the README are made from these rows. */
export type DigestCommand = {
  name: string;
  /** What others call it; who writes that is pointed to `name`. */
  also: string[];
  usage: string;
  example: string;
  describes: string;
  /** What the asker alone reads. @throws DigestProblem with what to do. */
  run: (request: DigestRequest) => Promise<Reply>;
};

export const DIGEST_COMMANDS: DigestCommand[] = [
  {
    name: 'on',
    also: ['subscribe', 'start', 'set'],
    usage: `digest on ${REQUEST_USAGE}`,
    example: 'digest on tameside at 08:30 weekdays about care leavers',
    describes: 'sets up this channel’s digest, or changes it',
    run: turnOn,
  },
  {
    name: 'status',
    also: ['show', 'info'],
    usage: 'digest status',
    example: 'digest status',
    describes:
      'shows what this channel gets, who set it up, when the next is due and what became of the last',
    run: showStatus,
  },
  {
    name: 'preview',
    also: ['try', 'test', 'sample'],
    usage: 'digest preview [COUNCIL…] [about THEME]',
    example: 'digest preview tameside',
    describes: 'shows you alone today’s digest as it would be posted',
    run: preview,
  },
  {
    name: 'pause',
    also: ['mute', 'snooze'],
    usage: 'digest pause',
    example: 'digest pause',
    describes: 'posts nothing until it is resumed',
    run: async (request) => {
      const { announced, subscription } = await change(request, 'paused');
      return doneView(
        `*${digestIn(subscription.channel)} is paused.* \`/ofsted digest resume\` starts it again.`,
        announced,
      );
    },
  },
  {
    name: 'resume',
    also: ['unpause', 'continue', 'restart'],
    usage: 'digest resume',
    example: 'digest resume',
    describes: 'posts again, from the next time on',
    run: async (request) => {
      const { subscription, announced, next } = await change(request, 'resumed');
      return doneView(
        `*${digestIn(subscription.channel)} is on again.* Next: ${momentIn(subscription.zone, next)}.`,
        announced,
      );
    },
  },
  {
    name: 'off',
    also: ['stop', 'unsubscribe', 'cancel', 'remove', 'delete', 'end'],
    usage: 'digest off',
    example: 'digest off',
    describes: 'ends this channel’s digest and says who ended it',
    run: async (request) => {
      const { services, client, member } = bare(request, 'off');
      const { announced } = await unsubscribe(changePorts(services, client), member);
      return doneView(`*${digestIn(member.channel)} is off.* Nothing more is posted.`, announced);
    },
  },
  {
    name: 'list',
    also: ['all'],
    usage: 'digest list',
    example: 'digest list',
    describes: 'lists this channel’s digest, and yours in other channels',
    run: async (request) => {
      const { services, member } = bare(request, 'list');
      const all = await services.store.subscriptions.list(member.team);
      const seen = all.filter(
        ({ channel, owner }) => channel === member.channel || owner === member.user,
      );
      return subscriptionListView(seen, services.answers());
    },
  },
];

/** What can be written after `digest`, one line a command. */
export const digestUsage = (sentence: string): Reply =>
  lines([
    escapeMrkdwn(sentence),
    [
      `• \`${SLASH_COMMAND.name} digest\`: a form for all of it`,
      ...DIGEST_COMMANDS.map(
        ({ usage, describes }) =>
          `• \`${SLASH_COMMAND.name} ${escapeMrkdwn(usage)}\`: ${escapeMrkdwn(describes)}`,
      ),
    ].join('\n'),
  ]);

/** Does what is written after `digest`. @throws DigestProblem with what to do. */
export async function runDigestCommand(
  text: string,
  request: Omit<DigestRequest, 'rest'>,
): Promise<Reply> {
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const typed = name.toLowerCase();
  if (typed === 'help')
    return digestUsage(
      'A digest posts what is new in the record about councils, quoted and cited.',
    );
  const command = DIGEST_COMMANDS.find((each) => each.name === typed);
  if (command) return command.run({ ...request, rest });
  const meant = isCouncil(name, request.services)
    ? `on ${text.slice(0, 80)}`
    : (
        DIGEST_COMMANDS.find(({ also }) => also.includes(typed)) ??
        mostAlike(typed, DIGEST_COMMANDS, (each) => [each.name], 1)[0]
      )?.name;
  const near = meant ? [`“digest ${meant}”`] : [];
  return digestUsage(`There is no “digest ${name.slice(0, 40)}”.${didYouMean(near)}`);
}

const isCouncil = (name: string, { answers }: Services): boolean =>
  councilMeant(name, answers()) !== null;

async function showStatus(request: DigestRequest): Promise<Reply> {
  const { services, member } = bare(request, 'status');
  const { subscriptions } = services.store;
  const subscription = await subscriptionHere(subscriptions, member);
  const last = await subscriptions.lastOutcome(member.team, member.channel);
  const isOn = subscription.status === 'active';
  const { next } = await nextDigest(subscriptions, subscription, new Date(services.now()));
  return statusView(subscription, isOn ? next : null, last, services.answers());
}

function change(request: DigestRequest, to: 'paused' | 'resumed'): Promise<Changed> {
  const { services, client, member } = bare(request, to === 'paused' ? 'pause' : 'resume');
  return changeDigest(changePorts(services, client), member, to);
}

/** @throws DigestProblem where something follows a command that takes nothing. */
function bare(request: DigestRequest, name: string): DigestRequest {
  if (request.rest !== '')
    throw new DigestProblem(
      `“digest ${name}” takes nothing after it and is about this channel: write “${SLASH_COMMAND.name} digest ${name}”.`,
    );
  return request;
}
