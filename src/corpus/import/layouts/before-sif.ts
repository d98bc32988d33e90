import { readJudgementTable } from '../judgement-table.js';
import { labelled, personName } from '../labels.js';
import type { DocumentText, Layout } from '../reading.js';

/** Inspections before November 2013: of looked-after services, or of safeguarding. Their table is the last page's. */
export const beforeSif: Layout = {
  kindOf: ({ title }) => {
    if (/inspection of (?:services for )?looked after children/i.test(title))
      return 'pre-SIF looked after children';
    if (/inspection of .*(?:arrangements for the protection of children|safeguarding)/i.test(title))
      return 'pre-SIF safeguarding';
    return null;
  },
  authority: ({ title }) => title,
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front }) => personName(labelled(front, 'lead')),
  judgements: (document) => readJudgementTable(mainFindings(document)),
};

function mainFindings({ lines }: DocumentText) {
  const at = lines.findLastIndex((line) => /^record of main findings/i.test(line.text));
  return at < 0 ? [] : lines.slice(at + 1);
}
