import { z } from 'zod';

const text = z.string().nullable();
/** PostgreSQL gives whole numbers of 64 bits as text. */
const whole = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .nullable();

/**
 * The tables of a backup, with their columns. A lease is a process's own, and does not outlive it.
 */
export const BACKUP_TABLES = {
  key_value: { key: text, value: text, expires: whole },
  subscriptions: {
    ...{ id: text, kind: text, team: text, channel: text, status: text },
    ...{ paused_because: text, created_at: text, active_from: text, post_at: text },
    ...{ zone: text, weekdays: text, settings: text, state: text },
  },
  digest_runs: {
    ...{ subscription: text, local_date: text, status: text, message: text, state: text },
    ...{ attempted_at: whole, not_before: whole, finished_at: text, reason: text, ts: text },
    tell: text,
  },
  daily_claims: { work: text, local_date: text, done: whole },
  installations: { id: text, is_org: whole, sealed: text, installed_at: whole, expires_at: whole },
  org_workspaces: { team: text, org: text },
  feedback: {
    ...{ team: text, id: text, rating: text, choice: text, comment: text },
    ...{ intent: text, parts: text, record: text, day: text },
  },
} as const satisfies Record<string, Record<string, z.ZodType<string | number | null>>>;

export type BackupTable = keyof typeof BACKUP_TABLES;

/** Tables that no backup has: what they hold is over by the time that one is restored. */
export const LEFT_OUT: readonly string[] = ['migrations', 'inbox', 'used_states'];

export const backupTables = Object.keys(BACKUP_TABLES) as BackupTable[];

export const columnsOf = (table: BackupTable): string[] => Object.keys(BACKUP_TABLES[table]);

/** A row of a table, with columns that an older version did not have left out. */
export const rowOf = (table: BackupTable): z.ZodType<Record<string, string | number | null>> =>
  z.object(BACKUP_TABLES[table]).partial();
