import { randomUUID } from 'node:crypto';
import type { AnswerContext } from '../../answer/index.js';
import { type Alert, MOST_ALERTS } from '../../domain/alert.js';
import type { AlertStore } from '../../domain/alert-store.js';
import { knownNow } from '../alerts/candidates.js';
import type { AlertAsked } from '../alerts/request.js';
import { DigestProblem } from '../settings/problem.js';
import { alertKey } from '../wording/alert-text.js';
import type { Member } from './change-digest.js';

/** What a member did with an alert. */
export type AlertChange = 'set_up' | 'changed' | 'paused' | 'resumed' | 'stopped';

/** What changing an alert needs of the rest of the bot. `now` is in milliseconds since 1970. */
export type AlertChangePorts = {
  alerts: AlertStore;
  context: () => AnswerContext;
  now: () => number;
  /** @throws DigestProblem with what to do where nothing may be posted in a channel. */
  checkPostable: (channel: string) => Promise<void>;
  /**
   * Tells a channel what one of its members did; in a person's own direct message nobody is told.
   * Returns false where that failed for now.
   * @throws DigestProblem where nothing can be posted there.
   */
  announce: (change: AlertChange, member: Member, alert: Alert) => Promise<boolean>;
};

/** An alert after a change; `isNew` is false where there was the same one already. */
export type AlertChanged = { alert: Alert; announced: boolean; isNew: boolean };

const GONE = 'There is no such alert any more: write “/ofsted alert list” to see those there are.';

/**
 * Sets up an alert, which tells of what comes into the record from now on. The same one again is
 * no second one; where it rested it is resumed.
 * @throws DigestProblem with what to do.
 */
export async function addAlert(
  ports: AlertChangePorts,
  member: Member,
  asked: AlertAsked & Pick<Alert, 'zone'>,
): Promise<AlertChanged> {
  const { alerts, context, now, checkPostable, announce } = ports;
  const { team, channel, user: owner, userName: ownerName } = member;
  await checkPostable(channel);
  const same = (await alerts.list(team)).find(
    (each) => each.channel === channel && isSame(each, asked),
  );
  const at = new Date(now()).toISOString();
  if (same?.status === 'paused') return changeAlert(ports, member, same.id, 'resumed');
  if (same) return { alert: same, announced: true, isNew: false };
  const { words, places, zone } = asked;
  const alert: Alert = {
    ...{ kind: 'alert', id: randomUUID(), team, channel, owner, ownerName },
    ...{ words, places, zone, status: 'active', pausedBecause: null, createdAt: at },
    ...{ activeFrom: at, state: knownNow(asked, context()) },
  };
  if (!(await alerts.add(alert)))
    throw new DigestProblem(
      `There are ${MOST_ALERTS} alerts here already: stop one first, with “/ofsted alert stop” and its words.`,
    );
  try {
    return { alert, announced: await announce('set_up', member, alert), isNew: true };
  } catch (error) {
    await alerts.remove(team, alert.id);
    throw error;
  }
}

const isSame = (one: AlertAsked, other: AlertAsked): boolean =>
  keyOf(one) === keyOf(other) && one.words.length === other.words.length;

const keyOf = (asked: AlertAsked): string => alertKey(asked).toLowerCase();

/** Whether somebody may change an alert: it is theirs, or of the channel that they write in. */
export const isOfMember = (alert: Alert, { user, channel }: Member): boolean =>
  alert.owner === user || alert.channel === channel;

/**
 * Pauses, resumes or stops an alert, or changes what it looks for: it then tells of what comes from
 * now on.
 * @throws DigestProblem where it is gone, or another's elsewhere.
 */
export async function changeAlert(
  { alerts, context, now, checkPostable, announce }: AlertChangePorts,
  member: Member,
  id: string,
  change: 'paused' | 'resumed' | 'stopped' | AlertAsked,
): Promise<AlertChanged> {
  const { team } = member;
  const before = await alerts.get(team, id);
  if (!before || !isOfMember(before, member)) throw new DigestProblem(GONE);
  const at = new Date(now()).toISOString();
  const make = async (): Promise<AlertChange> => {
    switch (change) {
      case 'paused':
        await alerts.pause(team, id);
        return change;
      case 'resumed':
        await checkPostable(before.channel);
        await alerts.resume(team, id, at);
        return change;
      case 'stopped':
        await alerts.remove(team, id);
        return change;
      default: {
        const state = knownNow(change, context());
        const { words, places } = change;
        if (!(await alerts.replace(before, { ...before, words, places, state, activeFrom: at })))
          throw new DigestProblem(GONE);
        return 'changed';
      }
    }
  };
  const made = await make();
  const alert = (await alerts.get(team, id)) ?? before;
  const announced = await announce(made, member, alert).catch(() => false);
  return { alert, announced, isNew: false };
}
