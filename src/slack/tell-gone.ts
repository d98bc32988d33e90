import type { WebClient } from '@slack/web-api';
import { attempt } from './answering.js';
import { deliver } from './api/delivery.js';
import { clicked } from './inbox/take-question.js';
import type { BlockAction } from './payloads.js';
import type { Services } from './services.js';
import { routesToUser } from './user-routes.js';
import { goneUnderButtonView } from './views/notices.js';

/** Tells whoever pressed a button, once and alone, that its council left the register (`gone`). */
export function tellGone(
  services: Services,
  client: WebClient,
  { team, action, ack }: { team: string; action: BlockAction; ack: () => Promise<unknown> },
  gone: string,
): Promise<void> {
  const routes = routesToUser(services, client, action);
  return services.take(clicked(team, action, null), ack, (marks) =>
    attempt(services, { routes, surface: 'choice', marks }, async () => {
      await deliver(goneUnderButtonView(gone), routes, services.logger, marks);
    }),
  );
}
