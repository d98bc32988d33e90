import { setImmediate } from 'node:timers/promises';
import type { Alert } from '../../domain/alert.js';
import type { DigestRunStore } from '../../domain/digest-run.js';
import { localDate } from './schedule.js';

/** What says whether alerts have anything to tell. */
export type AlertPorts = {
  /** The record as it is; another object once anything of it changed. */
  record: () => object;
  /** Whether an alert has something to tell of the record as it is. */
  hasNews: (alert: Alert) => boolean;
};

/** So many alerts are read at a time. */
const AT_ONCE = 50;
/**
 * How long an alert counts as looked at while the record stays: what it told may not have been
 * posted.
 */
const TRUSTED_MS = 600_000;
/**
 * The same where it had something to tell: what was under way then may have been made before the
 * newest document came, so it is looked at again until nothing is left.
 */
const TRUSTED_WITH_NEWS_MS = 5_000;

type Looked = { activeFrom: string; record: object; at: number; hadNews: boolean };

/**
 * Gives a function that makes a run due for every alert that has something to tell. Each is looked
 * at when the record or the alert changes, so that a round that finds nothing changed costs one
 * question to the database.
 */
export function createAlertPlanner(
  runs: DigestRunStore,
  ports: AlertPorts,
  now: () => number,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let looked = new Map<string, Looked>();
  return async () => {
    const active = await runs.activeAlerts();
    if (active.length === 0) return;
    const at = now();
    const record = ports.record();
    const isLooked = ({ id, activeFrom }: (typeof active)[number]): boolean => {
      const before = looked.get(id);
      return (
        before?.record === record &&
        before.activeFrom === activeFrom &&
        Math.abs(at - before.at) < (before.hadNews ? TRUSTED_WITH_NEWS_MS : TRUSTED_MS)
      );
    };
    const due = active.filter((alert) => !isLooked(alert)).map(({ id }) => id);
    const ids = new Set(active.map(({ id }) => id));
    looked = new Map([...looked].filter(([id]) => ids.has(id)));
    for (let from = 0; from < due.length; from += AT_ONCE)
      for (const alert of await runs.alerts(due.slice(from, from + AT_ONCE))) {
        // Looking takes a while; answers come between.
        await setImmediate();
        const hadNews = await plan(alert, at).catch((error) => {
          onFault(error);
          return false;
        });
        looked.set(alert.id, { activeFrom: alert.activeFrom, record, at, hadNews });
      }
  };

  /** Whether it has something to tell. An alert that cannot be looked at holds up no other. */
  async function plan(alert: Alert, at: number): Promise<boolean> {
    if (!ports.hasNews(alert)) return false;
    const moment = new Date(at);
    const day = localDate(alert.zone, moment);
    await runs.planAlert(alert.id, { at: moment.toISOString(), localDate: day });
    return true;
  }
}
