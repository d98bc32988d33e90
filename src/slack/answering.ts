import { mentionsParticularCase } from '../answer/index.js';
import { DigestProblem } from '../digest/index.js';
import { InspectionError } from '../domain/errors.js';
import { secondsSoFar } from '../observability/index.js';
import { type CallMarks, deliver, OutcomeUnknown, type Route, TakenOver } from './api/delivery.js';
import type { AskedIn } from './asked-in.js';
import { useCouncil, useRequested } from './channel-council.js';
import { answerHere, hinted, mustSayHowToAskOn } from './conversation.js';
import { describeError, newReference } from './failure.js';
import { digestUsage } from './listeners/digest/commands.js';
import { digestRequested } from './listeners/digest/request.js';
import { mayBeFetched } from './may-be-fetched.js';
import { TOO_MANY } from './rate-limits.js';
import type { Services } from './services.js';
import { escapeMrkdwn } from './views/escape.js';
import { failureView } from './views/failure.js';
import { lines } from './views/lines.js';
import { forgottenNotice, withAskOn } from './views/notices.js';
import type { Reply } from './views/reply.js';

const DIGESTS_ARE_COMMANDS =
  'Digests are set up with the slash command, in the channel that is to get them.';

/**
 * Answers `text`, in its conversation (`place`) if it has one, by the first of `routes` that is
 * open. `surface` names where it was asked in the log, which never has the question. Returns
 * whether it succeeded.
 */
export const giveAnswer = (
  services: Services,
  {
    text,
    place,
    routes,
    surface,
    share,
    marks,
    alert,
  }: {
    text: string;
    place: AskedIn;
    routes: Route[];
    surface: string;
    share: boolean;
    marks: CallMarks;
    /** Answers it where it is about alerts; else null. */
    alert: () => Promise<Reply | null>;
  },
): Promise<boolean> =>
  attempt(services, { routes, surface, marks }, async () => {
    const { request, observer, logger } = services;
    const over = services.rateLimits.take(request?.asker ?? null);
    if (over !== null) {
      observer.limited(over);
      return deliver(lines([TOO_MANY[over]]), routes, logger, marks);
    }
    if (digestRequested(text) !== null && !mentionsParticularCase(text))
      return deliver(digestUsage(DIGESTS_ARE_COMMANDS), routes, logger, marks);
    const told = mentionsParticularCase(text) ? null : await orItsProblem(alert);
    if (told) return deliver(told, routes, logger, marks);
    const use = useRequested(text, services.answers());
    if (use !== null) return deliver(await useCouncil(services, use, place), routes, logger, marks);
    const answer = await answerHere(services, text, place);
    if (!answer) return deliver(forgottenNotice(), routes, logger, marks);
    const view = services.firstView(
      answer,
      share ? 'offer' : 'none',
      mayBeFetched(answer, services),
    );
    const asksOn = surface === 'mention' && (await mustSayHowToAskOn(services, place));
    await deliver(asksOn ? withAskOn(view) : view, routes, logger, marks);
    const { team } = place;
    services.pictures.follow(answer, { team, client: services.clientOf(team), routes, logger });
    const { kind, status } = answer;
    observer.answered({ surface, intent: kind, outcome: status });
    if (request) observer.replied(surface, secondsSoFar(request));
    logger.info({ surface, kind, status }, 'answered');
    if (asksOn) await hinted(services, place);
  });

/** What `work` gives or, where it cannot be done as asked, the sentence that says what to do. */
export const orItsProblem = <T>(work: () => Promise<T>): Promise<T | Reply> =>
  work().catch((error: unknown) => {
    if (error instanceof DigestProblem) return lines([escapeMrkdwn(error.message)]);
    throw error;
  });

/**
 * Does `work`. Where it fails, the log has the error under a reference id and the asker reads a
 * sentence and that id, by the first of `routes` that is open. Returns whether it succeeded.
 * @throws OutcomeUnknown and TakenOver, after which nothing more may be sent.
 */
export async function attempt(
  { logger, observer }: Services,
  { routes, surface, marks }: { routes: Route[]; surface: string; marks: CallMarks },
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof OutcomeUnknown || error instanceof TakenOver) throw error;
    observer.failed(surface);
    const reference = newReference();
    logger.error({ reference, surface, error: describeError(error) }, 'failed');
    const sentence = error instanceof InspectionError ? error.message : undefined;
    try {
      await deliver(failureView(reference, sentence), routes, logger, marks);
    } catch (fault) {
      if (fault instanceof OutcomeUnknown || fault instanceof TakenOver) throw fault;
      logger.error({ reference, surface }, 'the asker could not be answered');
    }
    return false;
  }
}
