import { FRAMEWORKS_IN_WORDS } from '../../domain/frameworks.js';
import type { Table } from '../answer.js';

/** The table, whose caption says once what the abbreviations in its cells stand for. */
export function withFrameworksInWords(table: Table): Table {
  const cells = [...table.columns, ...table.rows.flat()];
  const said = [...FRAMEWORKS_IN_WORDS]
    .filter(([name]) => cells.some((cell) => cell.includes(name)))
    .map(([name, words]) => `${name}: ${words}`);
  return said.length > 0 ? { ...table, caption: `${table.caption} (${said.join('; ')})` } : table;
}
