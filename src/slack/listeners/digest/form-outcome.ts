import type { SlackViewMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { DigestProblem } from '../../../digest/index.js';
import { InspectionError } from '../../../domain/errors.js';
import { deliver, directRoute } from '../../api/delivery.js';
import { withinTime } from '../../api/within-time.js';
import { describeError, newReference } from '../../failure.js';
import type { Services } from '../../services.js';
import { formDone } from '../../views/digest-form.js';
import { escapeMrkdwn } from '../../views/escape.js';
import { lines } from '../../views/lines.js';
import type { Reply } from '../../views/reply.js';

/** Slack waits three seconds for what becomes of a form. */
const PATIENCE_MS = 2_000;

const LATE: Reply = lines([
  'Slack is slow to answer. You are told in a direct message what became of this.',
]);

/** What became of a form: `errors` stand at its questions, and `reply` says the same. */
export type FormOutcome = { reply: Reply; errors: Record<string, string> | null };

/**
 * What saving a form gives; where it fails, the sentence stands at the question that it is about,
 * or else at the first of `fields`. Never throws.
 */
export async function outcomeOf(
  { logger }: Services,
  fields: readonly [string, ...string[]],
  save: () => Promise<Reply>,
): Promise<FormOutcome> {
  try {
    return { reply: await save(), errors: null };
  } catch (error) {
    const isProblem = error instanceof DigestProblem;
    const sentence = isProblem ? error.message : failureSaid(logger, error);
    const about = (isProblem && error.field) || '';
    const field = fields.includes(about) ? about : fields[0];
    return { reply: lines([escapeMrkdwn(sentence)]), errors: { [field]: sentence } };
  }
}

/** The sentence for a failure that is nobody's mistake; the log has it under the reference. */
function failureSaid(logger: Services['logger'], error: unknown): string {
  const reference = newReference();
  logger.error({ reference, error: describeError(error) }, 'a form was not saved');
  const sentence =
    error instanceof InspectionError
      ? error.message
      : 'Sorry, this could not be saved. Please try again.';
  return `${sentence} If it goes on, tell whoever runs this bot the reference ${reference}.`;
}

/**
 * Tells in the form what becomes of it or, where that takes longer than Slack waits, in a direct
 * message. `title` is that of the form.
 */
export async function answerForm(
  { logger, inTurn }: Services,
  to: { client: WebClient; user: string; title: string; ack: SlackViewMiddlewareArgs['ack'] },
  work: Promise<FormOutcome>,
): Promise<void> {
  const { client, user, title, ack } = to;
  const done = await withinTime(PATIENCE_MS, work);
  if (done?.errors) return ack({ response_action: 'errors', errors: done.errors });
  await ack({ response_action: 'update', view: formDone(title, (done?.reply ?? LATE).blocks) });
  if (!done) await deliver((await work).reply, [directRoute(client, inTurn, user)], logger);
}
