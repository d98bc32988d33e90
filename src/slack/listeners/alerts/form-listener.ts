import { z } from 'zod';
import { isOfMember } from '../../../digest/index.js';
import { attempt } from '../../answering.js';
import { checkMember } from '../../api/channels.js';
import { openModal } from '../../api/views.js';
import type { Listeners } from '../../listener-table.js';
import { Submission, workspaceOf } from '../../payloads.js';
import { ALERT_FORM, alertForm } from '../../views/alert-form.js';
import { LOADING } from '../../views/notices.js';
import type { DigestInteraction } from '../digest/answering.js';
import { answerForm, outcomeOf } from '../digest/form-outcome.js';
import { saveAlert } from './alerting.js';

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
export function registerAlertForm(listeners: Listeners): void {
  listeners.view(ALERT_FORM, async ({ ack, body, client, context }, services) => {
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked, id } = Metadata.parse(JSON.parse(metadata));
    if (!services.isLoaded()) return ack({ response_action: 'errors', errors: { words: LOADING } });
    const { values } = Values.parse(state);
    const channel = values.channel?.channel.selected_conversation ?? asked;
    const form = { id, words: values.words.words, places: values.places.places };
    const member = { team: workspaceOf(context), channel, user, userName };
    const work = outcomeOf(services, ['words', 'places'], async () => {
      if (id === null && channel !== asked) await checkMember(client, channel, user);
      return saveAlert(services, client, member, form);
    });
    await answerForm(services, { client, user, title: 'Alert', ack }, work);
  });
}
