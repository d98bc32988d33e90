import { z } from 'zod';
import { changeDigest } from '../../../digest/index.js';
import { changePorts } from '../../change-ports.js';
import type { Listeners } from '../../listener-table.js';
import { lines } from '../../views/lines.js';
import { POST_NOW } from '../../views/owner-notice.js';
import { DIGEST_ACTION } from '../../views/subscription.js';
import { answerDigest, openDigestForm } from './answering.js';
import { runDigestCommand } from './commands.js';
import { onButton } from './on-button.js';
import { confirmed } from './turn-on.js';

const Mode = z.object({ id: z.string(), onlyNew: z.boolean() });

/** What somebody reads after "Post it now". */
const POSTED_NOW = {
  queued: 'It will be posted in a moment.',
  paused: 'This digest is paused: resume it first with “/ofsted digest resume” in its channel.',
  newer: 'A newer digest has fallen due since, which has everything that this one had.',
  settled: 'It is posted already, or is about to be.',
  not_owner: 'Only whoever set this digest up can have it posted.',
  gone: 'There is no such digest any more: its subscription was turned off or replaced.',
} as const;

/** The buttons under what is said about a digest. */
export function registerDigestButtons(listeners: Listeners): void {
  onButton(
    listeners,
    DIGEST_ACTION.edit,
    (interaction, { triggerId = '' }) => openDigestForm(interaction, triggerId),
    { isUrgent: true },
  );
  onButton(listeners, DIGEST_ACTION.preview, (interaction) =>
    answerDigest(interaction, (request) => runDigestCommand('preview', request)),
  );
  onButton(listeners, DIGEST_ACTION.mode, (interaction, { value }) =>
    answerDigest(interaction, async ({ services, client, member }) => {
      const mode = Mode.parse(JSON.parse(value));
      const changed = await changeDigest(changePorts(services, client), member, mode);
      return confirmed(services, changed, []);
    }),
  );
  onButton(listeners, POST_NOW, (interaction, { value }) =>
    answerDigest(interaction, async ({ services, member: { team, user: owner } }) =>
      lines([POSTED_NOW[await services.store.digestRuns.postNow(value, { team, owner })]]),
    ),
  );
}
