import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { toldNow } from '../../answer/index.js';
import { localDate, nextRun } from '../../digest/schedule.js';
import type { DigestState, Subscription } from '../../domain/subscription.js';
import { deliver, posting } from '../delivery.js';
import { describeError } from '../failure.js';
import type { Services } from '../services.js';
import { announcement, type Change } from '../views/announcement.js';
import { checkPostable, closedChannel } from './channel.js';
import { DigestProblem } from './problem.js';
import type { DigestSettings } from './request.js';

/** Who changes the digest of which channel. */
export type Member = { team: string; channel: string; user: string; userName: string };

/**
 * A subscription after a change, and whether the channel was told of it. `next` is its next digest; `hadToday`: it would be
 * today, had today's not fallen due before the change.
 */
export type Changed = {
  subscription: Subscription;
  announced: boolean;
  next: Date;
  hadToday: boolean;
};

const CHANGED_SINCE =
  'This channel’s digest was changed since: write “/ofsted digest status” to see it.';

const NONE_HERE =
  'This channel has no digest: set one up with “/ofsted digest on COUNCIL at 08:30”, or with “/ofsted digest” and the form.';

/** @throws DigestProblem where the channel has none. */
export async function subscriptionHere(
  { store }: Services,
  { team, channel }: Pick<Member, 'team' | 'channel'>,
): Promise<Subscription> {
  const found = await store.subscriptions.get(team, channel);
  if (!found) throw new DigestProblem(NONE_HERE);
  return found;
}

/**
 * Sets up the channel's digest, or changes the one it has, and tells the channel. Whoever set it up stays its owner, a paused one
 * is resumed, and what its councils have told before is not told again. Where the announcement shows that nothing can be
 * posted there, all is left as it was, unless somebody has changed it meanwhile.
 * @throws DigestProblem with what to do.
 */
export async function subscribe(
  services: Services,
  client: WebClient,
  member: Member,
  settings: DigestSettings,
): Promise<Changed> {
  const { subscriptions } = services.store;
  const { team, channel } = member;
  await checkPostable(client, channel);
  const before = await subscriptions.get(team, channel);
  const subscription = draft(services, member, settings, before);
  await subscriptions.save(subscription);
  if (before?.status === 'paused')
    await subscriptions.resume(team, channel, subscription.activeFrom);
  try {
    const change = !before
      ? 'set_up'
      : before.status === 'paused'
        ? 'changed_and_resumed'
        : 'changed';
    const announced = await announce(services, client, member, change, subscription);
    return { subscription, announced, ...(await nextOf(services, subscription)) };
  } catch (error) {
    const isBack = await subscriptions.replace(subscription, before);
    if (isBack && before?.status === 'paused')
      await subscriptions.pause(team, channel, before.pausedBecause);
    throw error;
  }
}

/** When a subscription posts next: a local date has one digest, however its times change. */
export async function nextOf({ store, now }: Services, subscription: Subscription) {
  const { team, channel, zone } = subscription;
  const moment = new Date(now());
  const next = nextRun(subscription, moment);
  const hadToday = await store.subscriptions.hadRun(team, channel, localDate(zone, next));
  return { next: hadToday ? nextRun(subscription, next) : next, hadToday };
}

/** A subscription that is not kept yet, or `before` with other settings. */
export function draft(
  { answers, now }: Services,
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
    state: stateAfter(before, settings, (urns) => toldNow(answers().record, urns)),
  };
}

/** Councils that stay go on where they were; of a new one, all that the record holds now counts as told. */
function stateAfter(
  before: Subscription | null,
  { authorities }: DigestSettings,
  toldOf: (urns: string[]) => DigestState['told'],
): DigestState {
  const stay = authorities.filter((urn) => before?.authorities.includes(urn));
  const come = authorities.filter((urn) => !stay.includes(urn));
  const used = Object.entries(before?.state.themesUsed ?? {});
  return {
    told: { ...before?.state.told, ...toldOf(come) },
    themesUsed: Object.fromEntries(used.filter(([urn]) => stay.includes(urn))),
  };
}

export type DigestChange = 'paused' | 'resumed' | { onlyNew: boolean };

/** Lets the digest rest, wakes it, or chooses what a day without news has. @throws DigestProblem where the channel has none, or it is so already. */
export async function changeDigest(
  services: Services,
  client: WebClient,
  member: Member,
  change: DigestChange,
): Promise<Changed> {
  const { store, now } = services;
  const { team, channel } = member;
  const before = await subscriptionHere(services, member);
  refuseUnchanged(before, change);
  if (change === 'paused') await store.subscriptions.pause(team, channel, null);
  else if (change === 'resumed') {
    await checkPostable(client, channel);
    await store.subscriptions.resume(team, channel, new Date(now()).toISOString());
  } else if (!(await store.subscriptions.replace(before, { ...before, ...change })))
    throw new DigestProblem(CHANGED_SINCE);
  const subscription = await subscriptionHere(services, member);
  const told: Change = typeof change === 'string' ? change : 'changed';
  const next = await nextOf(services, subscription);
  try {
    const announced = await announce(services, client, member, told, subscription);
    return { subscription, announced, ...next };
  } catch (error) {
    if (change === 'paused') return { subscription, announced: false, ...next };
    if (change === 'resumed') await store.subscriptions.pause(team, channel, before.pausedBecause);
    else await store.subscriptions.replace({ ...before, ...change }, before);
    throw error;
  }
}

function refuseUnchanged({ status, onlyNew }: Subscription, change: DigestChange): void {
  const already =
    typeof change === 'object'
      ? change.onlyNew === onlyNew && 'This channel’s digest is set so already.'
      : change === 'paused'
        ? status === 'paused' && 'This channel’s digest is paused already.'
        : status === 'active' && 'This channel’s digest is on already.';
  if (already) throw new DigestProblem(`${already} “/ofsted digest status” shows it.`);
}

/** Ends the channel's digest. @throws DigestProblem where it has none. */
export async function unsubscribe(
  services: Services,
  client: WebClient,
  member: Member,
): Promise<Pick<Changed, 'subscription' | 'announced'>> {
  const subscription = await subscriptionHere(services, member);
  await services.store.subscriptions.remove(member.team, member.channel);
  return {
    subscription,
    announced: await announce(services, client, member, 'turned_off', subscription).catch(
      () => false,
    ),
  };
}

/**
 * Tells the channel what one of its members did. False where Slack fails for now.
 * @throws DigestProblem where nothing can be posted there.
 */
async function announce(
  { answers, inTurn, logger }: Services,
  client: WebClient,
  { channel, user }: Member,
  change: Change,
  subscription: Subscription,
): Promise<boolean> {
  try {
    const message = announcement(change, user, subscription, answers());
    await deliver(message, [posting(client, inTurn, channel)], logger);
    return true;
  } catch (error) {
    const reasons: unknown[] = error instanceof AggregateError ? error.errors : [error];
    const closed = reasons
      .map((reason) => closedChannel(reason, channel))
      .find((problem) => problem !== null);
    if (closed) throw closed;
    logger.warn({ error: describeError(error) }, 'a change of a digest was not announced');
    return false;
  }
}
