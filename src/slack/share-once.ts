import { attempt } from './answering.js';
import { type CallMarks, deliver, type Route } from './api/delivery.js';
import { clicked } from './inbox/take-question.js';
import type { BlockAction } from './payloads.js';
import type { Services } from './services.js';
import { alreadySharedNotice } from './views/shared-quotation.js';

/**
 * Shares what `id` names, once: who presses again is told so, alone. What failed, or was not shared
 * (`share` gives whether it was), may be pressed again.
 */
export function shareOnce(
  services: Services,
  {
    team,
    action,
    id,
    ack,
    routes,
  }: {
    team: string;
    action: BlockAction;
    id: string;
    ack: () => Promise<unknown>;
    routes: Route[];
  },
  share: (marks: CallMarks) => Promise<boolean>,
): Promise<void> {
  const press = clicked(team, action, null);
  const about = { routes, surface: 'share' };
  const tell = () =>
    services.take(
      press,
      async () => undefined,
      (marks) =>
        attempt(services, { ...about, marks }, async () => {
          await deliver(alreadySharedNotice(), routes, services.logger, marks);
        }),
    );
  return services.take(
    { ...press, id },
    ack,
    async (marks) => {
      let isShared = false;
      const hasSucceeded = await attempt(services, { ...about, marks }, async () => {
        isShared = await share(marks);
      });
      return hasSucceeded && isShared;
    },
    { mayComeAgain: true, ifTaken: tell },
  );
}
