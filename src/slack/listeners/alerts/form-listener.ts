import { z } from 'zod';
import { isOfMember } from '../../../digest/index.js';
import { attempt } from '../../answering.js';
import { openModal } from '../../api/views.js';
import type { Listeners } from '../../listener-table.js';
import { HomeMetadata, Submission, workspaceOf } from '../../payloads.js';
import { ALERT_FORM, alertForm } from '../../views/alert-form.js';
import { LOADING } from '../../views/notices.js';
import type { DigestInteraction } from '../digest/answering.js';
import { answerForm, outcomeOf } from '../digest/form-outcome.js';
import { channelChosen, readWhere } from '../where-chosen.js';
import { saveAlert } from './alerting.js';

/** Opens the form for a new alert or, with an id, for one that there is. */
export const openAlertForm = (
  { services, client, member, routes, marks, home }: DigestInteraction,
  triggerId: string,
  id: string | null,
): Promise<boolean> =>
  attempt(services, { routes, surface: 'alert form', marks }, async () => {
    const alert = id === null ? null : await services.store.alerts.get(member.team, id);
    const isTheirs = alert !== null && isOfMember(alert, member);
    const shown = isTheirs ? alert : null;
    const form = alertForm({ asked: member.channel, home, alert: shown });
    await openModal(client, triggerId, form);
  });

const Metadata = z.object({
  asked: z.string(),
  id: z.string().nullable(),
  home: HomeMetadata.nullish(),
});

const Text = z
  .object({ value: z.string().nullish() })
  .transform(({ value }) => value?.trim() ?? '');
/** The answers as Slack sends them: by `block_id`, then `action_id`, which are the same here. */
const Values = z.object({
  values: z.object({
    words: z.object({ words: Text }),
    places: z.object({ places: Text }),
  }),
});

/** What becomes of the form for an alert once it is sent. */
export function registerAlertForm(listeners: Listeners): void {
  listeners.view(ALERT_FORM, async ({ ack, body, client, context }, services) => {
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked, id, home } = Metadata.parse(JSON.parse(metadata));
    if (!services.isLoaded()) return ack({ response_action: 'errors', errors: { words: LOADING } });
    const { values } = Values.parse(state);
    const { channel: chosen, toMe } = readWhere(state);
    const where = { channel: chosen ?? asked, toMe };
    const form = { id, words: values.words.words, places: values.places.places };
    const team = workspaceOf(context);
    const work = outcomeOf(services, ['words', 'places'], async () => {
      // One that there is stays where it comes.
      const by = { team, user, asked };
      const channel = id === null ? await channelChosen(services, client, by, where) : asked;
      return saveAlert(services, client, { team, channel, user, userName }, form);
    });
    await answerForm(services, { client, team, user, title: 'Alert', ack, home }, work);
  });
}
