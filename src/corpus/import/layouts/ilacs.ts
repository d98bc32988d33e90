import { leadInspectorOf } from '../facts/inspectors.js';
import { readJudgementTable } from '../facts/judgement-table.js';
import { labelled } from '../facts/labels.js';
import type { Layout } from '../reading.js';

/**
 * Reports with their table on the front page: inspections of children's services, January 2018 on.
 */
export const ilacs: Layout = {
  authority: ({ title }) => title,
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front, lines }) => leadInspectorOf(front, lines),
  judgements: ({ front }) => readJudgementTable(front),
};
