import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DatabaseHandle, Statement } from './database-handle.js';

/**
 * An installation of the app by OAuth: in a workspace or, with `isOrg`, across an organisation,
 * whose id it has then. `sealed` has its tokens.
 */
export type Installation = {
  id: string;
  isOrg: boolean;
  sealed: string;
  /** In milliseconds since 1970, by the database's clock. */
  installedAt: number;
  /** How many milliseconds its token is still good for; null where it does not expire. */
  expiresIn: number | null;
};

/** What is stored of tokens; `expiresIn` as in `Installation`. */
export type SealedTokens = { sealed: string; expiresIn: number | null };

/**
 * The installations of the app, and which workspaces an organisation's serves. A process exchanges
 * the tokens of an installation while its lease, by the database's clock, lasts. Every method
 * throws a `StoreError` where the database fails.
 */
export type Installations = {
  /** In the place of an earlier installation of that id. */
  save(id: string, isOrg: boolean, tokens: SealedTokens): Promise<void>;
  get(id: string): Promise<Installation | null>;
  /** The one that serves a workspace: its organisation's or its own; or the one of that id. */
  serving(team: string): Promise<Installation | null>;
  /** Remembers that the installation of an organisation serves a workspace. */
  addWorkspace(team: string, org: string): Promise<void>;
  list(): Promise<Installation[]>;
  /** Claims the exchange of these very tokens; null where another process has it, or had it. */
  claimExchange(tokens: { id: string; sealed: string }, seconds: number): Promise<string | null>;
  /** Ends an exchange with what it gave. False where the installation is gone or another's. */
  endExchange(id: string, lease: string, tokens: SealedTokens): Promise<boolean>;
  /** Ends an exchange that gave nothing; nobody claims it for so many seconds. */
  putOffExchange(id: string, lease: string, seconds: number): Promise<void>;
  /** Replaces what is sealed, where nobody has replaced it and nobody exchanges it. */
  reseal(id: string, from: string, to: string): Promise<boolean>;
  /** Deletes the installation alone, and which workspaces it serves. */
  remove(id: string): Promise<void>;
  /** Uses up the state of an OAuth flow; false where it was used. It is kept for so long. */
  useState(state: string, seconds: number): Promise<boolean>;
};

const Row = z
  .object({
    id: z.string(),
    is_org: z.number(),
    sealed: z.string(),
    installed_ms: z.number(),
    expires_ms: z.number().nullable(),
  })
  .transform(({ id, is_org, sealed, installed_ms, expires_ms }) => ({
    ...{ id, isOrg: is_org === 1, sealed },
    ...{ installedAt: installed_ms, expiresIn: expires_ms },
  }));

/** See `Installations`. */
export function createInstallations(database: DatabaseHandle): Installations {
  const { now } = database.dialect;
  const select = `SELECT id, is_org, sealed, CAST(installed_at AS DOUBLE PRECISION) AS installed_ms,
    CAST(expires_at - ${now} AS DOUBLE PRECISION) AS expires_ms FROM installations`;
  const first = ([row]: unknown[]): Installation | null =>
    row === undefined ? null : Row.parse(row);
  const changed = async (sql: string, values: (string | number | null)[]): Promise<boolean> =>
    (await database.run(`${sql} RETURNING id`, values)).length === 1;
  return {
    async save(id, isOrg, { sealed, expiresIn }) {
      await database.run(
        `INSERT INTO installations (id, is_org, sealed, installed_at, expires_at)
         VALUES (?, ?, ?, ${now}, ${now} + CAST(? AS BIGINT))
         ON CONFLICT (id) DO UPDATE SET is_org = excluded.is_org, sealed = excluded.sealed,
           installed_at = excluded.installed_at, expires_at = excluded.expires_at,
           lease = NULL, lease_until = 0`,
        [id, isOrg ? 1 : 0, sealed, expiresIn],
      );
    },
    get: async (id) => first(await database.run(`${select} WHERE id = ?`, [id])),
    serving: async (team) =>
      first(
        await database.run(
          `${select} WHERE id = ? OR id IN (SELECT org FROM org_workspaces WHERE team = ?)
           ORDER BY is_org DESC LIMIT 1`,
          [team, team],
        ),
      ),
    async addWorkspace(team, org) {
      const known = 'SELECT team FROM org_workspaces WHERE team = ? AND org = ?';
      if ((await database.run(known, [team, org])).length > 0) return;
      await database.run(
        `INSERT INTO org_workspaces (team, org) SELECT CAST(? AS TEXT), id FROM installations WHERE id = ?
         ON CONFLICT (team) DO UPDATE SET org = excluded.org`,
        [team, org],
      );
    },
    list: async () => (await database.run(`${select} ORDER BY id`)).map((row) => Row.parse(row)),
    async claimExchange({ id, sealed }, seconds) {
      const lease = randomUUID();
      const isOurs = await changed(
        `UPDATE installations SET lease = ?, lease_until = ${now} + ?
         WHERE id = ? AND sealed = ? AND lease_until <= ${now}`,
        [lease, seconds * 1_000, id, sealed],
      );
      return isOurs ? lease : null;
    },
    endExchange: (id, lease, { sealed, expiresIn }) =>
      changed(
        `UPDATE installations SET sealed = ?, expires_at = ${now} + CAST(? AS BIGINT),
           lease = NULL, lease_until = 0 WHERE id = ? AND lease = ?`,
        [sealed, expiresIn, id, lease],
      ),
    async putOffExchange(id, lease, seconds) {
      await database.run(
        `UPDATE installations SET lease = NULL, lease_until = ${now} + ? WHERE id = ? AND lease = ?`,
        [seconds * 1_000, id, lease],
      );
    },
    reseal: (id, from, to) =>
      changed(
        `UPDATE installations SET sealed = ? WHERE id = ? AND sealed = ? AND lease_until <= ${now}`,
        [to, id, from],
      ),
    async remove(id) {
      await database.transaction(removeInstallation(id));
    },
    async useState(state, seconds) {
      const digest = createHash('sha256').update(state).digest('hex');
      const [, used = []] = await database.transaction([
        { sql: `DELETE FROM used_states WHERE expires_at <= ${now}` },
        {
          sql: `INSERT INTO used_states (state, expires_at) VALUES (?, ${now} + ?)
                ON CONFLICT (state) DO NOTHING RETURNING state`,
          values: [digest, seconds * 1_000],
        },
      ]);
      return used.length === 1;
    },
  };
}

/**
 * Deletes an installation, and which workspaces it serves or, of a workspace, that it is served.
 */
export const removeInstallation = (id: string): Statement[] => [
  { sql: 'DELETE FROM installations WHERE id = ?', values: [id] },
  { sql: 'DELETE FROM org_workspaces WHERE team = ? OR org = ?', values: [id, id] },
];

const WorkspaceRow = z.object({ team: z.string() });

/** The workspaces that the installation of an organisation alone serves. */
export async function workspacesOf(database: DatabaseHandle, org: string): Promise<string[]> {
  const rows = await database.run(
    `SELECT team FROM org_workspaces WHERE org = ?
     AND team NOT IN (SELECT id FROM installations)`,
    [org],
  );
  return rows.map((row) => WorkspaceRow.parse(row).team);
}
