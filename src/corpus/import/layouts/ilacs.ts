import { readJudgementTable } from '../judgement-table.js';
import { labelled, personName } from '../labels.js';
import type { Layout } from '../reading.js';

/** Inspections of local authority children's services, January 2018 on. */
export const ilacs: Layout = {
  kindOf: ({ title }) =>
    /inspection of\b.*\bchildren[’'‘`´]?s[’'‘]?\s+(?:social (?:care|work) )?services/i.test(
      title,
    ) && !/visit|joint targeted|looked after children services/i.test(title)
      ? 'ILACS'
      : null,
  authority: ({ title }) => title,
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front }) => personName(labelled(front, 'lead')),
  judgements: ({ front }) => readJudgementTable(front),
};
