import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../failure.js';
import type { Reply } from '../views/reply.js';
import { errorWord, isAboutBlocks } from './errors.js';
import {
  type MessageContent,
  type MessageMetadata,
  postEphemeral,
  postMessage,
  updateMessage,
} from './messages.js';
import type { Outgoing } from './outgoing.js';
import { type InTurn, type Sleep, secondsToWait, waitingOutLimits } from './pacing.js';
import { isOutcomeUnknown, isTimeout } from './post-outcome.js';
import type { Respond, ResponseMessage } from './response-url.js';

/**
 * A route by which a message can reach its reader; `send` throws where it cannot, and gives Slack's
 * time stamp of a message that was posted.
 */
export type Route = {
  name: string;
  send: (message: MessageContent, call: CallMarks) => Promise<unknown>;
};

/** What is written down around each call that sends a reply, so that none is sent twice. */
export type CallMarks = {
  /** The call to Slack comes next. @throws where the reply is no longer this process's to send. */
  before: (route: string) => Promise<void>;
  /** Slack has sent nothing, and may be asked again in a while. */
  notSent: () => Promise<void>;
  /** What a message in a conversation carries, for it to be found again. */
  metadata?: MessageMetadata;
};

/** Marks of messages of which none is kept. */
export const UNMARKED: CallMarks = {
  before: async () => undefined,
  notSent: async () => undefined,
};

/** The name of the route on which a message can be looked for afterwards. */
export const POST = 'post';

/** A message in a channel or thread. */
export const channelRoute = (
  client: WebClient,
  inTurn: InTurn,
  channel: string,
  threadTs?: string,
): Route => ({
  name: POST,
  send: (message, marks) =>
    inTurn(channel, () =>
      marked(marks, POST, () => {
        const { metadata } = marks;
        return postMessage(client, channel, message, { threadTs, metadata });
      }),
    ),
});

/** A message in a person's direct message with this app, by the person's id. */
export const directRoute = (client: WebClient, inTurn: InTurn, user: string): Route => ({
  name: 'direct',
  send: (message, marks) =>
    inTurn(user, () => marked(marks, 'direct', () => postMessage(client, user, message))),
});

/** An ephemeral message: one member of the channel sees it. */
export const ephemeralRoute = (
  client: WebClient,
  inTurn: InTurn,
  place: { channel: string; user: string; threadTs?: string },
): Route => ({
  name: 'ephemeral',
  send: (message, marks) =>
    inTurn(place.channel, () =>
      marked(marks, 'ephemeral', () => postEphemeral(client, place, message)),
    ),
});

/** A message in the place of one of the bot's own that a whole channel sees. */
export const updateRoute = (
  client: WebClient,
  inTurn: InTurn,
  place: { channel: string; ts: string },
): Route => ({
  name: 'update',
  send: (message, marks) =>
    inTurn(place.channel, () =>
      marked(marks, 'update', () => updateMessage(client, place, message)),
    ),
});

/**
 * A message through a `response_url` that its user alone sees, with what `more` says of it. It
 * works where the bot is no member.
 */
export const responseRoute = (
  respond: Respond,
  { outgoing, sleep }: { outgoing: Outgoing; sleep: Sleep },
  more: Omit<ResponseMessage, 'text' | 'blocks'>,
): Route => ({
  name: 'response_url',
  send: (message, marks) =>
    waitingOutLimits(
      () => marked(marks, 'response_url', () => respond({ ...message, ...more }, outgoing)),
      sleep,
    ),
});

/** A message through a `response_url` that the whole channel sees, when it is its turn. */
export const channelResponseRoute = (
  respond: Respond,
  { outgoing, inTurn }: { outgoing: Outgoing; inTurn: InTurn },
  channel: string,
  threadTs?: string,
): Route => ({
  name: 'response_url',
  send: (message, marks) =>
    inTurn(channel, () =>
      marked(marks, 'response_url', () =>
        respond({ ...message, response_type: 'in_channel', thread_ts: threadTs }, outgoing),
      ),
    ),
});

/** Makes a call to Slack between its marks. @throws what the call throws; TakenOver. */
export async function marked<T>(
  marks: CallMarks,
  route: string,
  call: () => Promise<T>,
): Promise<T> {
  await marks.before(route);
  try {
    return await call();
  } catch (error) {
    if (secondsToWait(error) !== undefined) await marks.notSent();
    throw error;
  }
}

/**
 * Slack may have sent a reply or not: it gave no answer, or one that leaves it open. It must not be
 * sent by another route, or it could come twice.
 */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';

  constructor(
    readonly timedOut: boolean,
    cause: unknown,
  ) {
    super('Slack did not say what became of a reply', { cause });
  }
}

/** Another process has the request, and its reply is that one's to send. */
export class TakenOver extends Error {
  override name = 'TakenOver';
}

/** The same as `deliverStamped`, for whoever needs no time stamp. */
export async function deliver(...sent: Parameters<typeof deliverStamped>): Promise<void> {
  await deliverStamped(...sent);
}

/**
 * Sends a reply by the first route that takes it, and gives the time stamp of one that was posted.
 * Where Slack refuses the blocks it goes the same route without its chart, where it has one, and
 * then as text alone.
 * @throws AggregateError with each route's refusal where none takes it; OutcomeUnknown; TakenOver.
 */
export async function deliverStamped(
  reply: Reply,
  routes: Route[],
  logger: Logger,
  marks: CallMarks = UNMARKED,
): Promise<string | undefined> {
  const refusals: unknown[] = [];
  for (const route of routes) {
    try {
      const sent = await withBlocksOrWithout(reply, route, { logger, marks });
      return typeof sent === 'string' ? sent : undefined;
    } catch (error) {
      if (error instanceof TakenOver) throw error;
      const isUnknown = isOutcomeUnknown(error, route.name === POST || route.name === 'direct');
      logger.warn(
        { route: route.name, error: describeError(error) },
        isUnknown ? 'Slack did not say what became of a reply' : 'a reply found a route closed',
      );
      if (isUnknown) throw new OutcomeUnknown(isTimeout(error), error);
      refusals.push(error);
    }
  }
  throw new AggregateError(refusals, 'no route was open for a reply');
}

async function withBlocksOrWithout(
  { text, blocks, charted }: Reply,
  route: Route,
  { logger, marks }: { logger: Logger; marks: CallMarks },
) {
  for (const some of charted ? [charted, blocks] : [blocks]) {
    try {
      return await route.send({ text, blocks: some }, marks);
    } catch (error) {
      if (!isAboutBlocks(errorWord(error))) throw error;
      logger.warn({ route: route.name, error: describeError(error) }, 'Slack refused the blocks');
    }
  }
  return route.send({ text }, marks);
}
