import type { App } from '@slack/bolt';
import { z } from 'zod';
import { answerDigest, type DigestAsked, openDigestForm } from '../digest/answering.js';
import { changeDigest, subscriptionHere } from '../digest/changes.js';
import { runDigestCommand } from '../digest/commands.js';
import { DigestProblem } from '../digest/problem.js';
import { confirmed } from '../digest/turn-on.js';
import { Press, workspaceOf } from '../payloads.js';
import { routesToPresser } from '../press.js';
import type { Services } from '../services.js';
import { lines } from '../views/lines.js';
import { POST_NOW } from '../views/owner-notice.js';
import { DIGEST_ACTION } from '../views/subscription.js';

const Mode = z.object({ id: z.string(), onlyNew: z.boolean() });

const CHANGED_SINCE =
  'This channel’s digest was changed since: write “/ofsted digest status” to see it.';

/** What the owner of a digest reads after "Post it now". */
const POSTED_NOW = {
  queued: 'It will be posted in a moment.',
  paused: 'This digest is paused: resume it first with “/ofsted digest resume” in its channel.',
  newer: 'A newer digest has fallen due since, which has everything that this one had.',
  settled: 'It is posted already, or is about to be.',
  gone: 'There is no such digest any more: its subscription was turned off or replaced.',
} as const;

/** The buttons under what is said about a digest. */
export function registerDigestButtons(app: App, services: Services): void {
  const on = (action: string, work: (asked: DigestAsked, press: Press) => Promise<unknown>) =>
    app.action(action, async ({ ack, body, client, context }) => {
      await ack();
      const press = Press.parse(body);
      const { user, userName, channel = user } = press;
      const member = { team: workspaceOf(context), channel, user, userName };
      const routes = routesToPresser(services, client, press);
      await work({ services, client, member, routes }, press);
    });

  on(DIGEST_ACTION.edit, (asked, { triggerId = '' }) => openDigestForm(asked, triggerId));
  on(DIGEST_ACTION.preview, (asked) =>
    answerDigest(asked, (request) => runDigestCommand('preview', request)),
  );
  on(DIGEST_ACTION.mode, (asked, { value }) =>
    answerDigest(asked, async ({ client, member }) => {
      const { id, onlyNew } = Mode.parse(JSON.parse(value));
      const now = await subscriptionHere(services, member);
      if (now.id !== id) throw new DigestProblem(CHANGED_SINCE);
      return confirmed(services, await changeDigest(services, client, member, { onlyNew }), []);
    }),
  );
  on(POST_NOW, (asked, { value }) =>
    answerDigest(asked, async () =>
      lines([POSTED_NOW[await services.store.digestRuns.postNow(value)]]),
    ),
  );
}
