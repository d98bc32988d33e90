import { setTimeout as sleepFor } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { createRequest } from '../../observability/index.js';
import type { TakenUp } from '../../store/inbox.js';
import { giveAnswer } from '../answering.js';
import { deliver, OutcomeUnknown, POST } from '../api/delivery.js';
import type { Found } from '../api/find-message.js';
import { findReply } from '../api/find-reply.js';
import { withinTime } from '../api/within-time.js';
import { askedIn } from '../asked-in.js';
import { describeError, newReference } from '../failure.js';
import { answerAlert } from '../listeners/alerts/alerting.js';
import { previewLinks } from '../previews.js';
import { type Services, servicesFor } from '../services.js';
import { completeStep } from '../steps.js';
import { interruptedNotice } from '../views/notices.js';
import { Asked, answerRoutes, isShareableFrom, noticeRoutes } from './asked.js';
import { sealedFor, type Taking, type TakingOptions, type Work } from './inbox.js';

/** After so long nobody waits for an answer any more: the asker is told that it was interrupted. */
const ANSWERED_WITHIN_SECONDS = 600;
/** A question on which processes end is not given to one after another. */
const MOST_TIMES = 3;
/** So many failures to tell the asker end it all the same. */
const MOST_TIMES_TOLD = 6;
const AT_ONCE = 50;
/**
 * Slack tries an event again at once, after a minute and after five and, where an app asks for
 * delayed events, every hour for a day; that it was taken is remembered for twice as long, for
 * clocks and outages. Source: Slack, "Events API", retries.
 */
const FORGET_AFTER_SECONDS = 48 * 3_600;
const FORGET_EVERY_MS = 600_000;

/**
 * Answers what somebody asked, by the first of its routes that is open; `isAgain` where an earlier
 * try was interrupted.
 */
export const answerAsked =
  (
    services: Services,
    client: WebClient,
    team: string,
    asked: Asked,
    { isAgain }: { isAgain: boolean } = { isAgain: false },
  ): Work =>
  (marks) => {
    if (asked.surface === 'step') return completeStep(services, client, asked, marks);
    if (asked.surface === 'preview') return previewLinks(services, client, asked, marks);
    return giveAnswer(services, {
      surface: asked.surface,
      text: asked.text,
      place: askedIn(team, asked),
      share: isShareableFrom(asked),
      routes: answerRoutes(services, client, asked),
      marks,
      alert: async () => {
        const { surface, user, channel = user, text } = asked;
        if (surface === 'choice') return null;
        const asker = { team, channel, user, isPrivate: surface !== 'mention' };
        return answerAlert(services, client, asker, { text, isAgain });
      },
    });
  };

export type TakeUpOptions = Pick<
  TakingOptions,
  'inbox' | 'sealing' | 'leaseSeconds' | 'clientOf'
> & {
  services: Services;
  taking: Taking;
  lookEveryMs: number;
};

/**
 * `stop` takes up nothing more, waits so many milliseconds at most for what is under way, and
 * leaves the rest to the next process.
 */
export type TakingUp = { stop: (patienceMs: number) => Promise<void> };

/**
 * Goes on with requests that no process has any more, until it is stopped: one of which nothing was
 * sent is answered; a reply that may have been sent is looked for first. Where neither can be done
 * the asker is told.
 */
export function startTakingUp(options: TakeUpOptions): TakingUp {
  const { inbox, leaseSeconds, taking, lookEveryMs, services } = options;
  const { logger } = services;
  const stopping = new AbortController();
  const { signal } = stopping;
  const onFault = (error: unknown) =>
    logger.error(
      { reference: newReference(), error: describeError(error) },
      'the inbox could not be looked through',
    );
  let forgotten = 0;
  const look = async (): Promise<void> => {
    // A start that ends for want of the record must not count as a try to answer.
    if (!services.isLoaded()) return;
    if (forgotten === 0 || performance.now() - forgotten > FORGET_EVERY_MS) {
      await inbox.forgetEnded(FORGET_AFTER_SECONDS);
      forgotten = performance.now();
    }
    const most = Math.min(AT_ONCE, taking.room());
    if (most <= 0) return;
    for (const request of await inbox.takeUp(most, leaseSeconds)) {
      const own = servicesFor(services, createRequest(null));
      taking.resume(request, goOnWith(request, { ...options, services: own }), own.logger);
    }
  };
  const every = async (milliseconds: number, work: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      await work().catch(onFault);
      await sleepFor(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const ended = every(lookEveryMs, look);
  const signs = setInterval(
    () => void taking.giveSignOfLife().catch(onFault),
    (leaseSeconds * 1_000) / 3,
  );
  signs.unref();
  return {
    stop: async (patienceMs) => {
      stopping.abort();
      await ended;
      await withinTime(patienceMs, taking.drained());
      clearInterval(signs);
      await taking.handOver();
    },
  };
}

/** What is left to do of a request. */
function goOnWith(request: TakenUp, options: TakeUpOptions): Work {
  const { sealing, clientOf, services, inbox } = options;
  const { logger } = services;
  const text = sealing.open(request.sealed, sealedFor(request));
  if (text === null)
    return async () => {
      logger.warn('a request was sealed with another secret, and is left');
      return true;
    };
  const asked = Asked.parse(JSON.parse(text));
  const client = clientOf(request.team);
  const tell = async (perhaps: boolean): Promise<boolean> => {
    const routes = noticeRoutes(services, client, asked);
    try {
      await deliver(interruptedNotice(perhaps), routes, logger);
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'an asker could not be told');
      if (request.times < MOST_TIMES_TOLD) throw error;
    }
    return true;
  };
  const isAnswerable =
    asked.surface !== 'other' &&
    asked.surface !== 'unasked' &&
    request.age <= ANSWERED_WITHIN_SECONDS &&
    request.times <= MOST_TIMES;
  const answer: Work = (marks) =>
    isAnswerable
      ? answerAsked(services, client, request.team, asked, { isAgain: true })(marks)
      : tell(false);
  if (request.status === 'open') return answer;
  return async (marks) => {
    const isTimedOut = request.status === 'timed_out';
    // The same previews again change nothing under a message.
    const isSafeAgain = asked.surface === 'preview';
    switch (isSafeAgain ? 'absent' : await lookFor(request, asked, client, logger)) {
      case 'found':
        return true;
      case 'absent':
        await inbox.markNotSent(request);
        return answer(marks);
      case 'unknown':
        if (request.age <= ANSWERED_WITHIN_SECONDS) throw new OutcomeUnknown(isTimedOut, null);
    }
    // A slow Slack has most likely sent it: what else was sent now would be once too many.
    return isTimedOut || tell(true);
  };
}

/** Looks for a reply where it would have been posted; ephemeral messages are in no history. */
async function lookFor(
  { route, attemptedAt, id }: TakenUp,
  { channel, threadTs }: Asked,
  client: WebClient,
  logger: Logger,
): Promise<Found['kind']> {
  if (route !== POST || channel === undefined || attemptedAt === null) return 'not_permitted';
  const how = { request: id, since: attemptedAt, logger };
  return (await findReply(client, { channel, threadTs }, how)).kind;
}
