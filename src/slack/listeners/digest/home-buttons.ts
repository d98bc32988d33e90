import {
  changeDigest,
  DigestProblem,
  momentIn,
  subscriptionHere,
  unsubscribe,
} from '../../../digest/index.js';
import { changePorts } from '../../change-ports.js';
import { directChannelOf } from '../../direct-channel.js';
import type { Listeners } from '../../listener-table.js';
import { HOME_DIGEST } from '../../views/home.js';
import type { Reply } from '../../views/reply.js';
import { doneView } from '../../views/subscription.js';
import { answerDigest, type DigestInteraction, openDigestForm } from './answering.js';
import { onButton } from './on-button.js';

const NOT_YOURS =
  'Only whoever set a digest up changes it from the Home tab: write “/ofsted digest status” in its channel.';

/** The buttons beside the digests on the Home tab, which is filled anew after each. */
export function registerHomeDigests(listeners: Listeners): void {
  // Of a button on the Home tab the value is the channel whose digest it stands beside.
  const on = (
    actionId: string,
    isUrgent: boolean,
    work: (interaction: DigestInteraction, triggerId: string) => Promise<boolean>,
  ) =>
    onButton(
      listeners,
      actionId,
      (interaction, { triggerId = '' }) => work(interaction, triggerId),
      { isUrgent, channelOf: ({ value }) => value },
    );
  const isOwner = async ({ services, member }: DigestInteraction): Promise<boolean> =>
    (await subscriptionHere(services.store.subscriptions, member)).owner === member.user;
  const change = (to: keyof typeof CHANGES) => (interaction: DigestInteraction) =>
    answerDigest(interaction, async () => {
      if (!(await isOwner(interaction))) throw new DigestProblem(NOT_YOURS);
      return CHANGES[to](interaction);
    });
  on(HOME_DIGEST.pause, false, change('pause'));
  on(HOME_DIGEST.resume, false, change('resume'));
  on(HOME_DIGEST.stop, false, change('stop'));
  on(HOME_DIGEST.change, true, async (interaction, triggerId) =>
    (await isOwner(interaction).catch(() => false))
      ? openDigestForm(interaction, triggerId)
      : answerDigest(interaction, async () => {
          throw new DigestProblem(NOT_YOURS);
        }),
  );
  on(HOME_DIGEST.create, true, async (interaction, triggerId) => {
    const { services, client, member } = interaction;
    const asked = { ...member, channel: member.channel || member.user };
    const channel = await directChannelOf(services, client, asked);
    return openDigestForm({ ...interaction, member: { ...member, channel } }, triggerId);
  });
}

const CHANGES = {
  pause: async ({ services, client, member }: DigestInteraction): Promise<Reply> => {
    const { announced } = await changeDigest(changePorts(services, client), member, 'paused');
    return doneView('*The digest is paused.*', announced);
  },
  resume: async ({ services, client, member }: DigestInteraction): Promise<Reply> => {
    const changed = await changeDigest(changePorts(services, client), member, 'resumed');
    const { subscription, announced, next } = changed;
    return doneView(
      `*The digest is on again.* Next: ${momentIn(subscription.zone, next)}.`,
      announced,
    );
  },
  stop: async ({ services, client, member }: DigestInteraction): Promise<Reply> => {
    const { announced } = await unsubscribe(changePorts(services, client), member);
    return doneView('*The digest is off.* Nothing more is posted.', announced);
  },
};
