import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { AnswerContext } from '../../../answer/index.js';
import {
  DigestProblem,
  type DigestSettings,
  type Member,
  subscribe,
  suggestThemes,
  suggestZones,
} from '../../../digest/index.js';
import { InspectionError } from '../../../domain/errors.js';
import { checkMember } from '../../api/channels.js';
import { deliver, directRoute } from '../../api/delivery.js';
import { withinTime } from '../../api/within-time.js';
import { changePorts } from '../../change-ports.js';
import { councilOptions } from '../../council-options.js';
import { describeError, newReference } from '../../failure.js';
import { Submission, workspaceOf } from '../../payloads.js';
import type { Services } from '../../services.js';
import {
  DIGEST_FORM,
  formDone,
  MOST_OPTIONS,
  themeOption,
  zoneOption,
} from '../../views/digest-form.js';
import { escapeMrkdwn } from '../../views/escape.js';
import { lines } from '../../views/lines.js';
import { LOADING } from '../../views/notices.js';
import type { Reply } from '../../views/reply.js';
import { type FormErrors, readForm } from './form.js';
import { confirmed } from './turn-on.js';

/** Slack waits three seconds for what becomes of a form. */
const PATIENCE_MS = 2_000;

const Metadata = z.object({ asked: z.string() });

/** What the lists of the form offer for what is typed so far. */
const SUGGESTIONS = {
  councils: councilOptions,
  themes: (typed: string, context: AnswerContext) =>
    suggestThemes(typed, context, MOST_OPTIONS).map(themeOption),
  zone: (typed: string) => suggestZones(typed, MOST_OPTIONS).map(zoneOption),
};

/** The form for a digest: its lists as somebody types, and what becomes of it once it is sent. */
export function registerDigestForm(app: App, services: Services): void {
  const { answers, logger, inTurn } = services;
  for (const [field, suggest] of Object.entries(SUGGESTIONS))
    app.options(field, async ({ ack, options }) => {
      await ack({ options: services.isLoaded() ? suggest(options.value, answers()) : [] });
    });

  app.view(DIGEST_FORM, async ({ ack, body, client, context }) => {
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked } = Metadata.parse(JSON.parse(metadata));
    if (!services.isLoaded())
      return ack({ response_action: 'errors', errors: { channel: LOADING } });
    const read = readForm(state, answers());
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { channel, settings } = read;
    const member = { team: workspaceOf(context), channel, user, userName };
    const work = setUp(services, client, { member, settings, asked });
    const done = await withinTime(PATIENCE_MS, work);
    if (!done) {
      await ack({ response_action: 'update', view: formDone('Digest', LATE.blocks) });
      const { reply } = await work;
      await deliver(reply, [directRoute(client, inTurn, user)], logger);
    } else if (done.errors) await ack({ response_action: 'errors', errors: done.errors });
    else await ack({ response_action: 'update', view: formDone('Digest', done.reply.blocks) });
  });
}

const LATE: Reply = lines([
  'Slack is slow to answer. You are told in a direct message what became of this.',
]);

/**
 * Sets the digest up; where that fails, `errors` stand at the questions of the form and `reply`
 * says the same. Never throws.
 */
async function setUp(
  services: Services,
  client: WebClient,
  { member, settings, asked }: { member: Member; settings: DigestSettings; asked: string },
): Promise<{ reply: Reply; errors: FormErrors | null }> {
  try {
    if (member.channel !== asked) await checkMember(client, member.channel, member.user);
    const changed = await subscribe(changePorts(services, client), member, settings);
    return { reply: confirmed(services, changed, []), errors: null };
  } catch (error) {
    const isProblem = error instanceof DigestProblem;
    const sentence = isProblem ? error.message : failure(services, error);
    const field = (isProblem && error.field) || 'channel';
    return { reply: lines([escapeMrkdwn(sentence)]), errors: { [field]: sentence } };
  }
}

/** The sentence for a failure that is nobody's mistake; the log has it under the reference. */
function failure({ logger }: Services, error: unknown): string {
  const reference = newReference();
  logger.error({ reference, error: describeError(error) }, 'a digest was not set up');
  const sentence =
    error instanceof InspectionError
      ? error.message
      : 'Sorry, this could not be saved. Please try again.';
  return `${sentence} If it goes on, tell whoever runs this bot the reference ${reference}.`;
}
