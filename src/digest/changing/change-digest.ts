import { randomUUID } from 'node:crypto';
import type { AnswerContext } from '../../answer/index.js';
import { namesToKeep } from '../../domain/departed.js';
import type { InspectionRecord } from '../../domain/record.js';
import type { DigestState, Subscription } from '../../domain/subscription.js';
import type { SubscriptionStore } from '../../domain/subscription-store.js';
import { reportedNow } from '../content/reported.js';
import { type NextDigest, nextDigest } from '../schedule/next-digest.js';
import { DigestProblem } from '../settings/problem.js';
import type { DigestSettings } from '../settings/settings.js';

/** Who changes the digest of which channel. */
export type Member = { team: string; channel: string; user: string; userName: string };

/** What a member did with the digest of a channel. */
export type Change =
  | 'set_up'
  | 'changed'
  | 'changed_and_resumed'
  | 'paused'
  | 'resumed'
  | 'turned_off';

/** What changing a digest needs of the rest of the bot. `now` is in milliseconds since 1970. */
export type ChangePorts = {
  subscriptions: SubscriptionStore;
  context: () => AnswerContext;
  now: () => number;
  /**
   * Checks that digests may be posted in a channel.
   * @throws DigestProblem with what to do.
   */
  checkPostable: (channel: string) => Promise<void>;
  /**
   * Announces in the channel what one of its members did. Returns false where that failed for now.
   * @throws DigestProblem where nothing can be posted there.
   */
  announce: (change: Change, member: Member, subscription: Subscription) => Promise<boolean>;
};

/** A subscription after a change, whether the channel has read of it, and its next digest. */
export type Changed = { subscription: Subscription; announced: boolean } & NextDigest;

const CHANGED_SINCE =
  'This channel’s digest was changed since: write “/ofsted digest status” to see it.';

const NONE_HERE =
  'This channel has no digest: set one up with “/ofsted digest on COUNCIL at 08:30”, or with “/ofsted digest” and the form.';

/** @throws DigestProblem where the channel has none. */
export async function subscriptionHere(
  subscriptions: SubscriptionStore,
  { team, channel }: Pick<Member, 'team' | 'channel'>,
): Promise<Subscription> {
  const found = await subscriptions.get(team, channel);
  if (!found) throw new DigestProblem(NONE_HERE);
  return found;
}

/**
 * Sets up the channel's digest, or changes the one it has, and announces it. Whoever set it up
 * stays its owner, a paused one is resumed, and what it has reported of its councils before is not
 * reported again. Where the announcement shows that nothing can be posted there, all is left as it
 * was, unless somebody has changed it meanwhile.
 * @throws DigestProblem with what to do.
 */
export async function subscribe(
  ports: ChangePorts,
  member: Member,
  settings: DigestSettings,
): Promise<Changed> {
  const { subscriptions } = ports;
  const { team, channel } = member;
  await ports.checkPostable(channel);
  const before = await subscriptions.get(team, channel);
  const wasPaused = before?.status === 'paused';
  const subscription = draft(ports, member, settings, before);
  await subscriptions.save(subscription);
  if (wasPaused) await subscriptions.resume(team, channel, subscription.activeFrom);
  try {
    const change = !before ? 'set_up' : wasPaused ? 'changed_and_resumed' : 'changed';
    const announced = await ports.announce(change, member, subscription);
    return { subscription, announced, ...(await nextOf(ports, subscription)) };
  } catch (error) {
    const isRestored = await subscriptions.replace(subscription, before);
    if (isRestored && wasPaused) await subscriptions.pause(team, channel, before.pausedBecause);
    throw error;
  }
}

const nextOf = ({ subscriptions, now }: ChangePorts, subscription: Subscription) =>
  nextDigest(subscriptions, subscription, new Date(now()));

/** Makes a subscription that is not stored yet, or `before` with other settings. */
export function draft(
  { context, now }: Pick<ChangePorts, 'context' | 'now'>,
  { team, channel, user, userName }: Member,
  settings: DigestSettings,
  before: Subscription | null,
): Subscription {
  const at = new Date(now()).toISOString();
  return {
    ...settings,
    id: before?.id ?? randomUUID(),
    team,
    channel,
    owner: before?.owner ?? user,
    ownerName: before?.ownerName ?? userName,
    status: 'active',
    pausedBecause: null,
    createdAt: before?.createdAt ?? at,
    activeFrom: at,
    state: stateAfter(before, settings, context().record),
  };
}

/** Councils that stay go on as before; of a new one, all that the record holds now is reported. */
function stateAfter(
  before: Subscription | null,
  { authorities }: DigestSettings,
  record: InspectionRecord,
): DigestState {
  const staying = authorities.filter((urn) => before?.authorities.includes(urn));
  const joining = authorities.filter((urn) => !staying.includes(urn));
  const used = Object.entries(before?.state.themesUsed ?? {});
  return {
    reported: {
      ...before?.state.reported,
      ...namesToKeep(authorities, record),
      ...reportedNow(record, joining),
    },
    themesUsed: Object.fromEntries(used.filter(([urn]) => staying.includes(urn))),
  };
}

/** A change that a member asks for; `id` names the subscription it is meant for. */
export type DigestChange = 'paused' | 'resumed' | { id: string; onlyNew: boolean };

/**
 * Pauses the digest, resumes it, or chooses what a day without news has.
 * @throws DigestProblem where the channel has none, it is so already, or it is another one now.
 */
export async function changeDigest(
  ports: ChangePorts,
  member: Member,
  change: DigestChange,
): Promise<Changed> {
  const { subscriptions } = ports;
  const { team, channel } = member;
  const before = await subscriptionHere(subscriptions, member);
  refuseUnchanged(before, change);
  const undo = await makeChange(ports, before, change);
  const subscription = await subscriptionHere(subscriptions, { team, channel });
  const next = await nextOf(ports, subscription);
  try {
    const announced = await ports.announce(
      typeof change === 'string' ? change : 'changed',
      member,
      subscription,
    );
    return { subscription, announced, ...next };
  } catch (error) {
    if (change === 'paused') return { subscription, announced: false, ...next };
    await undo();
    throw error;
  }
}

/** Makes a change and returns what takes it back. */
async function makeChange(
  { subscriptions, checkPostable, now }: ChangePorts,
  before: Subscription,
  change: DigestChange,
): Promise<() => Promise<unknown>> {
  const { team, channel, pausedBecause } = before;
  switch (change) {
    case 'paused':
      await subscriptions.pause(team, channel, null);
      return async () => {};
    case 'resumed':
      await checkPostable(channel);
      await subscriptions.resume(team, channel, new Date(now()).toISOString());
      return () => subscriptions.pause(team, channel, pausedBecause);
    default: {
      const after = { ...before, onlyNew: change.onlyNew };
      if (!(await subscriptions.replace(before, after))) throw new DigestProblem(CHANGED_SINCE);
      return () => subscriptions.replace(after, before);
    }
  }
}

function refuseUnchanged({ id, status, onlyNew }: Subscription, change: DigestChange): void {
  if (typeof change === 'object' && change.id !== id) throw new DigestProblem(CHANGED_SINCE);
  const already =
    typeof change === 'object'
      ? change.onlyNew === onlyNew && 'This channel’s digest is set so already.'
      : change === 'paused'
        ? status === 'paused' && 'This channel’s digest is paused already.'
        : status === 'active' && 'This channel’s digest is on already.';
  if (already) throw new DigestProblem(`${already} “/ofsted digest status” shows it.`);
}

/**
 * Ends the channel's digest.
 * @throws DigestProblem where it has none.
 */
export async function unsubscribe(
  ports: ChangePorts,
  member: Member,
): Promise<Pick<Changed, 'subscription' | 'announced'>> {
  const { subscriptions, announce } = ports;
  const subscription = await subscriptionHere(subscriptions, member);
  await subscriptions.remove(member.team, member.channel);
  const announced = await announce('turned_off', member, subscription).catch(() => false);
  return { subscription, announced };
}
