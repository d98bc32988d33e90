import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { AnswerContext } from '../../answer/index.js';
import { InspectionError } from '../../domain/errors.js';
import { deliver, posting } from '../delivery.js';
import { type Member, subscribe } from '../digest/changes.js';
import { checkMember } from '../digest/channel.js';
import { suggestCouncils } from '../digest/councils.js';
import { readForm } from '../digest/form.js';
import { DigestProblem } from '../digest/problem.js';
import type { DigestSettings } from '../digest/request.js';
import { suggestThemes } from '../digest/themes.js';
import { confirmed } from '../digest/turn-on.js';
import { withinTime } from '../digest/within-time.js';
import { suggestZones } from '../digest/zones.js';
import { describeError, newReference } from '../failure.js';
import { Submission, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import {
  councilOption,
  DIGEST_FORM,
  digestFormDone,
  themeOption,
  zoneOption,
} from '../views/digest-form.js';
import { escapeMrkdwn } from '../views/escape.js';
import { lines } from '../views/lines.js';
import type { Reply } from '../views/reply.js';

/** Slack takes a hundred options at most. */
const MOST_OPTIONS = 100;
/** Slack waits three seconds for what becomes of a form. */
const PATIENCE_MS = 2_000;

const Metadata = z.object({ asked: z.string() });

/** What the lists of the form offer for what is typed so far. */
const SUGGESTIONS = {
  councils: (typed: string, context: AnswerContext) =>
    suggestCouncils(typed, context, MOST_OPTIONS).map((council) => councilOption(council, context)),
  themes: (typed: string, context: AnswerContext) =>
    suggestThemes(typed, context, MOST_OPTIONS).map(themeOption),
  zone: (typed: string) => suggestZones(typed, MOST_OPTIONS).map(zoneOption),
};

/** The form for a digest: its lists as somebody types, and what becomes of it once it is sent. */
export function registerDigestForm(app: App, services: Services): void {
  const { answers, logger, inTurn } = services;
  for (const [field, suggest] of Object.entries(SUGGESTIONS))
    app.options(field, async ({ ack, options }) => {
      await ack({ options: suggest(options.value, answers()) });
    });

  app.view(DIGEST_FORM, async ({ ack, body, client, context }) => {
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked } = Metadata.parse(JSON.parse(metadata));
    const read = readForm(state, answers());
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { channel, settings } = read;
    const member = { team: workspaceOf(context), channel, user, userName };
    const work = setUp(member, settings, asked);
    const done = await withinTime(PATIENCE_MS, work);
    if (!done) {
      await ack({ response_action: 'update', view: digestFormDone(LATE.blocks) });
      const { reply } = await work;
      await deliver(reply, [posting(client, inTurn, user)], logger);
    } else if (done.refused)
      await ack({ response_action: 'errors', errors: { [done.refused]: done.sentence } });
    else await ack({ response_action: 'update', view: digestFormDone(done.reply.blocks) });

    async function setUp(member: Member, settings: DigestSettings, asked: string) {
      try {
        if (channel !== asked) await checkMember(client, channel, user);
        return {
          refused: null,
          reply: confirmed(services, await subscribe(services, client, member, settings), []),
        };
      } catch (error) {
        const refused = error instanceof DigestProblem ? (error.field ?? 'channel') : 'channel';
        const sentence = error instanceof DigestProblem ? error.message : failed(error);
        return { refused, sentence, reply: lines([escapeMrkdwn(sentence)]) };
      }
    }
  });

  function failed(error: unknown): string {
    const reference = newReference();
    logger.error({ reference, error: describeError(error) }, 'a digest was not set up');
    const sentence =
      error instanceof InspectionError
        ? error.message
        : 'Sorry, this could not be saved. Please try again.';
    return `${sentence} If it goes on, tell whoever runs this bot the reference ${reference}.`;
  }
}

const LATE: Reply = lines([
  'Slack is slow to answer. You are told in a direct message what became of this.',
]);
