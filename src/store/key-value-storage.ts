import { z } from 'zod';
import type { DatabaseHandle } from './database.js';

const Row = z.object({ key: z.string(), value: z.string() });

/** What Keyv asks of a storage adapter, and `keys`, the keys that begin with a prefix. A value is text; `ttl` is in milliseconds. */
export type KeyValueStorage = {
  namespace?: string;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl?: number): Promise<void>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: string[]): Promise<boolean>;
  clear(): Promise<void>;
  keys(prefix: string): Promise<string[]>;
};

/**
 * A Keyv storage adapter over the bot's own database handle, one for each Keyv, which sets `namespace` and prefixes every
 * key with it and a colon. An expired value is gone at once; its row leaves with the next write. Errors are thrown.
 */
export function keyValueStorage(database: DatabaseHandle, now = Date.now): KeyValueStorage {
  const live = '(expires IS NULL OR expires > ?)';
  const insert = database.prepare('INSERT OR REPLACE INTO key_value VALUES (?, ?, ?)');
  const select = database.prepare(`SELECT key, value FROM key_value WHERE key = ? AND ${live}`);
  const startingWith = database.prepare(
    `SELECT key, value FROM key_value WHERE substr(key, 1, length(?)) = ? AND ${live} ORDER BY key`,
  );
  const remove = database.prepare('DELETE FROM key_value WHERE key = ?');
  const removeExpired = database.prepare('DELETE FROM key_value WHERE expires <= ?');
  const removeStartingWith = database.prepare(
    'DELETE FROM key_value WHERE substr(key, 1, length(?)) = ?',
  );
  return {
    async get(key) {
      const row = select.get(key, now());
      return row === undefined ? undefined : Row.parse(row).value;
    },
    async set(key, value, ttl) {
      removeExpired.run(now());
      insert.run(key, value, ttl === undefined ? null : now() + ttl);
    },
    async delete(key) {
      return remove.run(key).changes > 0;
    },
    async deleteMany(keys) {
      database.transaction(() => {
        for (const key of keys) remove.run(key);
      })();
      return true;
    },
    async clear() {
      const prefix = `${this.namespace}:`;
      removeStartingWith.run(prefix, prefix);
    },
    async keys(prefix) {
      const whole = `${this.namespace}:${prefix}`;
      return startingWith
        .all(whole, whole, now())
        .map((row) => Row.parse(row).key.slice(whole.length - prefix.length));
    },
  };
}
