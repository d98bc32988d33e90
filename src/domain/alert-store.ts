import type { Alert } from './alert.js';

/**
 * The storage of alerts. `team` is Slack's id of the workspace. Every method throws a `StoreError`
 * where the database fails.
 */
export type AlertStore = {
  get(team: string, id: string): Promise<Alert | null>;
  /** Adds an alert. False where its channel has `MOST_ALERTS` already. */
  add(alert: Alert): Promise<boolean>;
  /**
   * Gives the stored alert the settings and the state of `next`, and drops what is due and not
   * under way. False where somebody changed its settings since `expected` was read.
   */
  replace(expected: Alert, next: Alert): Promise<boolean>;
  /** Drops what is due and not under way. False where there is no such alert. */
  pause(team: string, id: string): Promise<boolean>;
  /** False where there is no such alert. */
  resume(team: string, id: string, from: string): Promise<boolean>;
  /** False where there is no such alert. */
  remove(team: string, id: string): Promise<boolean>;
  /** Lists a workspace's alerts in the order in which they were set up. */
  list(team: string): Promise<Alert[]>;
  /** The same of every workspace. */
  listAll(): Promise<Alert[]>;
};
