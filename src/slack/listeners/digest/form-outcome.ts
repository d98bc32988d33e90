import type { SlackViewMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { DigestProblem } from '../../../digest/index.js';
import { InspectionError } from '../../../domain/errors.js';
import { deliver, directRoute } from '../../api/delivery.js';
import { withinTime } from '../../api/within-time.js';
import { describeError, newReference } from '../../failure.js';
import { fillHome } from '../../home.js';
import type { Services } from '../../services.js';
import { formDone } from '../../views/digest-form.js';
import { escapeMrkdwn } from '../../views/escape.js';
import type { HomePlace } from '../../views/home.js';
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

/** Whose form it is, how it is called, and which Home tab it was opened from, if any. */
export type FormOf = {
  client: WebClient;
  team: string;
  user: string;
  title: string;
  ack: SlackViewMiddlewareArgs['ack'];
  home: HomePlace | null | undefined;
};

/**
 * Tells in the form what becomes of it or, where that takes longer than Slack waits, in a direct
 * message. What was saved stands in the Home tab that the form was opened from at once.
 */
export async function answerForm(
  services: Services,
  { client, team, user, title, ack, home }: FormOf,
  work: Promise<FormOutcome>,
): Promise<void> {
  const { logger, inTurn } = services;
  const done = await withinTime(PATIENCE_MS, work);
  if (done?.errors) return ack({ response_action: 'errors', errors: done.errors });
  await ack({ response_action: 'update', view: formDone(title, (done?.reply ?? LATE).blocks) });
  const { reply, errors } = await work;
  if (home && !errors) await fillHome(services, client, { team, user, ...home });
  if (!done) await deliver(reply, [directRoute(client, inTurn, user)], logger);
}
