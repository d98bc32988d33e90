import { z } from 'zod';
import type { DatabaseHandle, Statement } from './database-handle.js';

const Row = z.object({ key: z.string(), value: z.string() });

/**
 * What Keyv asks of a storage adapter, and `keys`, the keys that begin with a prefix. A value is
 * text; `ttl` is in milliseconds.
 */
export type KeyValueStorage = {
  namespace?: string;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl?: number): Promise<void>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: string[]): Promise<boolean>;
  clear(): Promise<void>;
  keys(prefix: string): Promise<string[]>;
};

const LIVE = '(expires IS NULL OR expires > ?)';
const STARTS = 'substr(key, 1, length(CAST(? AS TEXT))) = ?';
const REMOVE = 'DELETE FROM key_value WHERE key = ?';

/** Deletes every value of a namespace whose key begins with a prefix. */
export const removeValuesOf = (namespace: string, prefix: string): Statement => ({
  sql: `DELETE FROM key_value WHERE ${STARTS}`,
  values: [`${namespace}:${prefix}`, `${namespace}:${prefix}`],
});

/**
 * A Keyv storage adapter over the bot's own database handle, one for each Keyv, which sets
 * `namespace` and prefixes every key with it and a colon. An expired value is gone at once; its row
 * leaves with the next write of one that expires. What a `quick` storage sets does not wait for the
 * disk. Errors are thrown.
 */
export function keyValueStorage(
  database: DatabaseHandle,
  now = Date.now,
  quick = false,
): KeyValueStorage {
  return {
    async get(key) {
      const [row] = await database.run(
        `SELECT key, value FROM key_value WHERE key = ? AND ${LIVE}`,
        [key, now()],
      );
      return row === undefined ? undefined : Row.parse(row).value;
    },
    async set(key, value, ttl) {
      if (ttl !== undefined)
        await database.run('DELETE FROM key_value WHERE expires <= ?', [now()], { quick });
      await database.run(
        `INSERT INTO key_value (key, value, expires) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
        [key, value, ttl === undefined ? null : now() + ttl],
        { quick },
      );
    },
    async delete(key) {
      return (await database.run(`${REMOVE} RETURNING key`, [key])).length > 0;
    },
    async deleteMany(keys) {
      await database.transaction(keys.map((key) => ({ sql: REMOVE, values: [key] })));
      return true;
    },
    async clear() {
      const prefix = `${this.namespace}:`;
      await database.run(`DELETE FROM key_value WHERE ${STARTS}`, [prefix, prefix]);
    },
    async keys(prefix) {
      const whole = `${this.namespace}:${prefix}`;
      const rows = await database.run(
        `SELECT key, value FROM key_value WHERE ${STARTS} AND ${LIVE} ORDER BY key`,
        [whole, whole, now()],
      );
      return rows.map((row) => Row.parse(row).key.slice(whole.length - prefix.length));
    },
  };
}
