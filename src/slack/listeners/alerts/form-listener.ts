import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { DigestProblem, isOfMember, type Member } from '../../../digest/index.js';
import { attempt } from '../../answering.js';
import { checkMember } from '../../api/channels.js';
import { deliver, directRoute } from '../../api/delivery.js';
import { openModal } from '../../api/views.js';
import { withinTime } from '../../api/within-time.js';
import { describeError, newReference } from '../../failure.js';
import { Submission, workspaceOf } from '../../payloads.js';
import type { Services } from '../../services.js';
import { ALERT_FORM, alertForm } from '../../views/alert-form.js';
import { formDone } from '../../views/digest-form.js';
import { lines } from '../../views/lines.js';
import { LOADING } from '../../views/notices.js';
import type { Reply } from '../../views/reply.js';
import type { DigestInteraction } from '../digest/answering.js';
import { saveAlert } from './alerting.js';

/** Slack waits three seconds for what becomes of a form. */
const PATIENCE_MS = 2_000;

/** Opens the form for a new alert or, with an id, for one that there is. */
export const openAlertForm = (
  { services, client, member, routes, marks }: DigestInteraction,
  triggerId: string,
  id: string | null,
): Promise<boolean> =>
  attempt(services, { routes, surface: 'alert form', marks }, async () => {
    const alert = id === null ? null : await services.store.alerts.get(member.team, id);
    const isTheirs = alert !== null && isOfMember(alert, member);
    const shown = isTheirs ? alert : null;
    await openModal(client, triggerId, alertForm({ asked: member.channel, alert: shown }));
  });

const Metadata = z.object({ asked: z.string(), id: z.string().nullable() });

const Text = z
  .object({ value: z.string().nullish() })
  .transform(({ value }) => value?.trim() ?? '');
/** The answers as Slack sends them: by `block_id`, then `action_id`, which are the same here. */
const Values = z.object({
  values: z.object({
    channel: z
      .object({ channel: z.object({ selected_conversation: z.string().nullish() }) })
      .optional(),
    words: z.object({ words: Text }),
    places: z.object({ places: Text }),
  }),
});

/** What becomes of the form for an alert once it is sent. */
export function registerAlertForm(app: App, services: Services): void {
  const { logger, inTurn } = services;
  app.view(ALERT_FORM, async ({ ack, body, client, context }) => {
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked, id } = Metadata.parse(JSON.parse(metadata));
    if (!services.isLoaded()) return ack({ response_action: 'errors', errors: { words: LOADING } });
    const { values } = Values.parse(state);
    const channel = values.channel?.channel.selected_conversation ?? asked;
    const form = { id, words: values.words.words, places: values.places.places };
    const member = { team: workspaceOf(context), channel, user, userName };
    const work = save(services, client, member, asked, form);
    const done = await withinTime(PATIENCE_MS, work);
    if (!done) {
      await ack({ response_action: 'update', view: formDone('Alert', LATE.blocks) });
      const late = await work;
      const reply = 'reply' in late ? late.reply : lines(Object.values(late.errors));
      await deliver(reply, [directRoute(client, inTurn, user)], logger);
    } else if ('errors' in done) await ack({ response_action: 'errors', errors: done.errors });
    else await ack({ response_action: 'update', view: formDone('Alert', done.reply.blocks) });
  });
}

const LATE: Reply = lines([
  'Slack is slow to answer. You are told in a direct message what became of this.',
]);

async function save(
  services: Services,
  client: WebClient,
  member: Member,
  asked: string,
  form: { id: string | null; words: string; places: string },
): Promise<{ reply: Reply } | { errors: Record<string, string> }> {
  try {
    if (form.id === null && member.channel !== asked)
      await checkMember(client, member.channel, member.user);
    return { reply: await saveAlert(services, client, member, form) };
  } catch (error) {
    if (error instanceof DigestProblem) {
      const isShown = error.field === 'words' || error.field === 'places';
      return { errors: { [isShown ? error.field : 'words']: error.message } };
    }
    const reference = newReference();
    services.logger.error({ reference, error: describeError(error) }, 'an alert was not set up');
    return {
      errors: {
        words: `Sorry, this could not be saved. Please try again. If it goes on, tell whoever runs this bot the reference ${reference}.`,
      },
    };
  }
}
