import type { Answer } from '../answer/index.js';
import { csvTable } from './csv.js';

/** An answer's table as CSV, header first; empty where the answer has none. */
export const answerCsv = ({ table }: Pick<Answer, 'table'>): string =>
  table ? csvTable([table.columns, ...table.rows]) : '';
