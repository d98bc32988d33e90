import { leadInspectorOf } from '../facts/inspectors.js';
import { readJudgementTable } from '../facts/judgement-table.js';
import { labelled } from '../facts/labels.js';
import type { DocumentText, Layout } from '../reading.js';

/**
 * Inspections before November 2013: of looked-after services, or of safeguarding. Their table is
 * the last page's.
 */
export const beforeSif: Layout = {
  frontIsVerdict: true,
  authority: ({ title }) => title,
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front, lines }) => leadInspectorOf(front, lines),
  judgements: (document) => readJudgementTable(mainFindings(document)),
};

function mainFindings({ lines }: DocumentText) {
  const at = lines.findLastIndex((line) => /^record of main findings/i.test(line.text));
  return at < 0 ? [] : lines.slice(at + 1);
}
