import { z } from 'zod';
import { openDatabase } from '../../src/store/database.js';

const Name = z.object({ name: z.string() });

/** Every table that `listing` names, with its rows as text, in one order. */
export async function tablesOf(url: string, listing: string): Promise<Record<string, string[]>> {
  const database = await openDatabase(url);
  try {
    const found: Record<string, string[]> = {};
    for (const row of await database.run(listing)) {
      const { name } = Name.parse(row);
      const rows = await database.run(`SELECT * FROM ${name}`);
      found[name] = rows.map((each) => JSON.stringify(each)).sort();
    }
    return found;
  } finally {
    await database.close();
  }
}

/** Lists the tables of a SQLite file. */
export const SQLITE_TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
