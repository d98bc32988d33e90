import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InspectionError } from '../domain/errors.js';
import { type BackupTable, backupTables, columnsOf, rowOf } from './backup-tables.js';
import type { DatabaseHandle, Statement } from './database-handle.js';
import { SCHEMA_VERSION } from './migrations.js';

const FORMAT = 'ofsted-backup';

const Head = z.object({ format: z.literal(FORMAT), schema: z.number().int(), made: z.string() });
const Line = z.object({
  table: z.enum(backupTables as [BackupTable, ...BackupTable[]]),
  row: z.unknown(),
});
const Tail = z.object({ rows: z.number().int(), sha256: z.string() });

/** What a backup holds. */
export type Backup = { made: string; rows: Record<string, number> };

/**
 * The whole state as JSON lines: a head, a line for each row, and a tail with the number of rows
 * and a checksum, so that a file that was cut off is known. The rows are of one moment.
 */
export async function backUp(
  database: DatabaseHandle,
  made: Date,
): Promise<{ text: string; backup: Backup }> {
  const { snapshot } = database.dialect;
  const selects = backupTables.map((table) => ({
    sql: `SELECT ${columnsOf(table).join(', ')} FROM ${table} ORDER BY 1, 2`,
  }));
  const found = await database.transaction([...snapshot.map((sql) => ({ sql })), ...selects]);
  const rows = found
    .slice(snapshot.length)
    .map((each, i) => ({ table: backupTables[i] as BackupTable, rows: each }));
  const head = { format: FORMAT, schema: SCHEMA_VERSION, made: made.toISOString() };
  const lines = rows.flatMap(({ table, rows }) =>
    rows.map((row) => JSON.stringify({ table, row: rowOf(table).parse(row) })),
  );
  const body = [JSON.stringify(head), ...lines].join('\n');
  const tail = JSON.stringify({ rows: lines.length, sha256: sha256Of(body) });
  return { text: `${body}\n${tail}\n`, backup: { made: head.made, rows: countsOf(rows) } };
}

/**
 * Puts a backup in the place of the state, all of it or nothing; of either engine's, into either.
 * @throws InspectionError where the text is no whole backup, a newer version made it, or the state
 *   holds something and is not to be replaced.
 */
export async function restore(
  text: string,
  database: DatabaseHandle,
  { replace }: { replace: boolean },
): Promise<Backup> {
  const { made, tables } = read(text);
  if (!replace && !(await isEmpty(database)))
    throw new InspectionError(
      'The state is not empty, so nothing was restored: give --replace to delete it first.',
    );
  const clear = backupTables.map((table) => ({ sql: `DELETE FROM ${table}` }));
  const inserts = tables.flatMap(({ table, rows }) => rows.map((row) => insert(table, row)));
  await database.transaction([...clear, ...inserts]);
  return { made, rows: countsOf(tables) };
}

type Row = Record<string, string | number | null>;

const insert = (table: BackupTable, row: Row): Statement => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join(', ')})`,
  values: Object.values(row),
});

function read(text: string): { made: string; tables: { table: BackupTable; rows: Row[] }[] } {
  const lines = text.trimEnd().split('\n');
  const head = Head.safeParse(parsed(lines[0]));
  if (!head.success) throw new InspectionError('This is no backup: ofsted backup makes them.');
  if (head.data.schema > SCHEMA_VERSION)
    throw new InspectionError(
      'This backup was made by a newer version of this bot: update the bot, then restore it.',
    );
  const tail = Tail.safeParse(parsed(lines.at(-1)));
  const rows = lines.slice(1, -1);
  const isWhole =
    tail.success &&
    tail.data.rows === rows.length &&
    tail.data.sha256 === sha256Of(lines.slice(0, -1).join('\n'));
  if (!isWhole)
    throw new InspectionError('This backup is not whole or was changed, so nothing was restored.');
  const of = new Map<BackupTable, Row[]>(backupTables.map((table) => [table, []]));
  for (const line of rows) {
    const { table, row } = Line.parse(parsed(line));
    of.get(table)?.push(rowOf(table).parse(row));
  }
  return { made: head.data.made, tables: [...of].map(([table, rows]) => ({ table, rows })) };
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}

async function isEmpty(database: DatabaseHandle): Promise<boolean> {
  for (const table of backupTables)
    if ((await database.run(`SELECT 1 AS one FROM ${table} LIMIT 1`)).length > 0) return false;
  return true;
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const countsOf = (tables: { table: string; rows: unknown[] }[]): Record<string, number> =>
  Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length]));
