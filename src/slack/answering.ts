import { answerQuestion, mentionsParticularCase } from '../answer/index.js';
import { InspectionError } from '../domain/errors.js';
import { deliver, type Route } from './delivery.js';
import { digestRequested, digestUsage } from './digest/commands.js';
import { describeError, newReference } from './failure.js';
import type { Services } from './services.js';
import { answerView } from './views/answer.js';
import { failureView } from './views/failure.js';

const DIGESTS_ARE_COMMANDS =
  'Digests are set up with the slash command, in the channel that is to get them.';

/** Answers `text` by the first of `routes` that is open; `door` names the surface in the log, where the question never stands. Whether it succeeded. */
export const giveAnswer = (
  services: Services,
  { text, routes, door, share }: { text: string; routes: Route[]; door: string; share: boolean },
): Promise<boolean> =>
  attempt(services, routes, door, async () => {
    if (digestRequested(text) !== null && !mentionsParticularCase(text))
      return deliver(digestUsage(DIGESTS_ARE_COMMANDS), routes, services.logger);
    const answer = answerQuestion(text, services.answers());
    await deliver(answerView(answer, { share }), routes, services.logger);
    services.logger.info({ door, kind: answer.kind, status: answer.status }, 'answered');
  });

/**
 * Does `work`. Where it fails, the log has the error under a reference id and the asker is told a sentence and that id,
 * by the first of `routes` that is open. Whether it succeeded; never throws.
 */
export async function attempt(
  { logger }: Services,
  routes: Route[],
  door: string,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const reference = newReference();
    logger.error({ reference, door, error: describeError(error) }, 'failed');
    const sentence = error instanceof InspectionError ? error.message : undefined;
    try {
      await deliver(failureView(reference, sentence), routes, logger);
    } catch {
      logger.error({ reference, door }, 'the asker could not be told');
    }
    return false;
  }
}
