import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { mentionsParticularCase } from '../../answer/index.js';
import { isDirectMessage } from '../api/channels.js';
import {
  channelRoute,
  directRoute,
  ephemeralRoute,
  type Route,
  responseRoute,
} from '../api/delivery.js';
import type { Outgoing } from '../api/outgoing.js';
import type { InTurn, Sleep } from '../api/pacing.js';
import { responseUrl } from '../api/response-url.js';
import { failedStepRoute } from '../api/steps.js';

/**
 * What somebody asked of the bot, and where, as far as it takes to answer it or to say that it was
 * interrupted. It is kept sealed while it is under way, and no longer. A `follow-up` is a message
 * without a mention in a thread. `other` is no question; it is not done again, and has no text.
 * `unasked` is what nobody asked for, of which nobody is told where it fails. So is a `preview` of
 * the links in `text`, one a line, under the message `messageTs`. A `step` of a workflow asks of a
 * `council`, and has the id of its `execution`.
 */
export const Asked = z.strictObject({
  surface: z.enum([
    'mention',
    'follow-up',
    'direct message',
    'command',
    'choice',
    'step',
    'other',
    'unasked',
    'preview',
  ]),
  user: z.string(),
  channel: z.string().optional(),
  threadTs: z.string().optional(),
  messageTs: z.string().optional(),
  /** The channel that the writer of a direct message has open. */
  openChannel: z.string().optional(),
  responseUrl: z.string().optional(),
  text: z.string(),
  council: z.string().optional(),
  execution: z.string().optional(),
});
export type Asked = z.infer<typeof Asked>;

/** The id of what a message asks: Slack may tell of one message under several event ids. */
export const messageId = (channel: string, ts: string): string => `message/${channel}/${ts}`;

/** The id of a command or a click; Slack gives each a trigger of its own. */
export const triggerId = (trigger: string): string => `trigger/${trigger}`;

/** Whether an answer is for the asker alone, in a place where it can be shared. */
export const isShareableFrom = ({ surface, channel }: Asked): boolean =>
  (surface === 'command' || surface === 'choice') &&
  channel !== undefined &&
  !isDirectMessage(channel);

/** Nobody is told. */
export const NOBODY: Route = { name: 'nobody', send: async () => undefined };

type Ways = { inTurn: InTurn; outgoing: Outgoing; sleep: Sleep };

/** How an answer reaches whoever asked, the best way first. */
export function answerRoutes(ways: Ways, client: WebClient, asked: Asked): Route[] {
  const { surface, channel, threadTs } = asked;
  const rest = noticeRoutes(ways, client, asked);
  const isPublic = surface === 'mention' || surface === 'follow-up';
  return isPublic && channel !== undefined
    ? [channelRoute(client, ways.inTurn, channel, threadTs), ...rest]
    : rest;
}

/** How a notice reaches whoever asked, where nobody else sees it. */
export function noticeRoutes(ways: Ways, client: WebClient, asked: Asked): Route[] {
  const { inTurn } = ways;
  const { channel, threadTs, user, surface, responseUrl: url, execution } = asked;
  if (surface === 'unasked' || surface === 'preview') return [NOBODY];
  if (execution !== undefined) return [failedStepRoute(client, execution)];
  const direct = directRoute(client, inTurn, user);
  if (channel === undefined) return [direct];
  if (isDirectMessage(channel) && surface !== 'command')
    return [channelRoute(client, inTurn, channel, threadTs), direct];
  return [
    ...(url === undefined
      ? []
      : [
          responseRoute(responseUrl(url), ways, {
            response_type: 'ephemeral',
            thread_ts: threadTs,
          }),
        ]),
    ephemeralRoute(client, inTurn, { channel, user, threadTs }),
    direct,
  ];
}

/** Nothing that is said of a particular child is kept, not for a moment. */
export const keptOf = ({ council, ...asked }: Asked): Asked =>
  mentionsParticularCase(`${council ?? ''} ${asked.text}`)
    ? { ...asked, surface: 'other', text: '' }
    : { ...asked, council };
