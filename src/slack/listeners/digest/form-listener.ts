import { z } from 'zod';
import type { AnswerContext } from '../../../answer/index.js';
import { DIGEST_FIELDS, subscribe, suggestThemes, suggestZones } from '../../../digest/index.js';
import { changePorts } from '../../change-ports.js';
import { councilOptions } from '../../council-options.js';
import type { Listeners } from '../../listener-table.js';
import { HomeMetadata, Submission, workspaceOf } from '../../payloads.js';
import { DIGEST_FORM, MOST_OPTIONS, themeOption, zoneOption } from '../../views/digest-form.js';
import { LOADING } from '../../views/notices.js';
import { channelChosen } from '../where-chosen.js';
import { readForm } from './form.js';
import { answerForm, outcomeOf } from './form-outcome.js';
import { confirmed } from './turn-on.js';

const Metadata = z.object({ asked: z.string(), home: HomeMetadata.nullish() });

/** What the lists of the form offer for what is typed so far. */
const SUGGESTIONS = {
  councils: councilOptions,
  themes: (typed: string, context: AnswerContext) =>
    suggestThemes(typed, context, MOST_OPTIONS).map(themeOption),
  zone: (typed: string) => suggestZones(typed, MOST_OPTIONS).map(zoneOption),
};

/** The form for a digest: its lists as somebody types, and what becomes of it once it is sent. */
export function registerDigestForm(listeners: Listeners): void {
  for (const [field, suggest] of Object.entries(SUGGESTIONS))
    listeners.options(field, async ({ ack, options }, { isLoaded, answers }) => {
      await ack({ options: isLoaded() ? suggest(options.value, answers()) : [] });
    });

  listeners.view(DIGEST_FORM, async ({ ack, body, client, context }, services) => {
    const { answers } = services;
    const { user, userName, metadata, state } = Submission.parse(body);
    const { asked, home } = Metadata.parse(JSON.parse(metadata));
    if (!services.isLoaded())
      return ack({ response_action: 'errors', errors: { channel: LOADING } });
    const read = readForm(state, answers());
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { where, settings } = read;
    const team = workspaceOf(context);
    const work = outcomeOf(services, DIGEST_FIELDS, async () => {
      const channel = await channelChosen(services, client, { team, user, asked }, where);
      const member = { team, channel, user, userName };
      const changed = await subscribe(changePorts(services, client), member, settings);
      return confirmed(services, changed, []);
    });
    await answerForm(services, { client, team, user, title: 'Digest', ack, home }, work);
  });
}
