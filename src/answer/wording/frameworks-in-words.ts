import type { KindId } from '../../domain/frameworks.js';
import type { Table } from '../answer.js';

/**
 * What Ofsted's abbreviations stand for, for readers who do not work with them. Sources: Ofsted's
 * frameworks for inspecting local authority children's services of 2013 and 2018.
 */
const IN_WORDS: Partial<Record<KindId, string>> = {
  ILACS: 'Ofsted’s full inspections since 2018',
  SIF: 'Ofsted’s full inspections from 2013 to 2017',
};

/** The table, whose caption says once what the abbreviations in its cells stand for. */
export function withFrameworksInWords(table: Table): Table {
  const cells = [...table.columns, ...table.rows.flat()];
  const said = Object.entries(IN_WORDS)
    .filter(([name]) => cells.some((cell) => cell.includes(name)))
    .map(([name, words]) => `${name}: ${words}`);
  return said.length > 0 ? { ...table, caption: `${table.caption} (${said.join('; ')})` } : table;
}
