import pg from 'pg';
import { InspectionError } from '../domain/errors.js';
import type { DatabaseHandle, Dialect, Statement, Value } from './database-handle.js';
import { databasePlace } from './database-url.js';
import { asStoreError, codeOf } from './errors.js';
import { MIGRATIONS_TABLE, migrationsFrom } from './migrations.js';

const DIALECT: Dialect = {
  whole: 'BIGINT',
  table: '',
  now: 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)',
  snapshot: ['SET TRANSACTION ISOLATION LEVEL REPEATABLE READ'],
  claimRows: 'FOR UPDATE OF r SKIP LOCKED',
  mergedStates: (first, second) => {
    const both = (key: string) =>
      `'${key}', (CAST(${first} AS JSONB) -> '${key}') || (CAST(${second} AS JSONB) -> '${key}')`;
    return `CAST(jsonb_build_object(${both('told')}, ${both('themesUsed')}) AS TEXT)`;
  },
};

const LIMITS = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  query_timeout: 12_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
} as const;

/**
 * The number of the lock under which the schema is brought up to date: any one that this database
 * uses for nothing else.
 */
const MIGRATION_LOCK = 7_326_501;

/** See `openDatabase`. */
export async function openPostgres(url: string): Promise<DatabaseHandle> {
  const place = databasePlace(url);
  const pool = new pg.Pool({ connectionString: url, ...LIMITS });
  // A connection that breaks is thrown away and the statement on it fails; without a listener the
  // process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  const inTransaction = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Its state is unknown: closing it rolls back.
      client.release(true);
      throw error;
    }
  };
  try {
    await inTransaction((client) => migrate(client, place));
  } catch (error) {
    await pool.end();
    if (error instanceof InspectionError) throw error;
    throw new InspectionError(whyNot(place, error), { cause: error });
  }
  const work = async <T>(use: () => Promise<T>): Promise<T> => {
    try {
      return await use();
    } catch (error) {
      throw asStoreError(error);
    }
  };
  return {
    dialect: DIALECT,
    run: (sql, values) => work(async () => (await pool.query(prepared({ sql, values }))).rows),
    transaction: (statements) =>
      work(() =>
        inTransaction(async (client) => {
          const rows: unknown[][] = [];
          for (const statement of statements)
            rows.push((await client.query(prepared(statement))).rows);
          return rows;
        }),
      ),
    close: () => pool.end(),
  };
}

async function migrate(client: pg.PoolClient, place: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query(MIGRATIONS_TABLE);
  const { rowCount } = await client.query('SELECT version FROM migrations');
  for (const sql of migrationsFrom(rowCount ?? 0, DIALECT, place)) await client.query(sql);
}

/** PostgreSQL numbers its values. */
function prepared({ sql, values = [] }: Statement): { text: string; values: Value[] } {
  let place = 0;
  return {
    text: sql.replaceAll('?', () => {
      place += 1;
      return `$${place}`;
    }),
    values: [...values],
  };
}

function whyNot(place: string, error: unknown): string {
  const code = codeOf(error) || 'no answer';
  if (/^(28|3D000)/.test(code))
    return `The bot is not let into its database (${place}; ${code}): check user, password and database in DATABASE_URL.`;
  return `The bot cannot use its database (${place}; ${code}): check that it runs, that this machine reaches it, and that the user of DATABASE_URL may create tables.`;
}
