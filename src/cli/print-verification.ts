import type { Verification } from '../corpus/verify.js';
import { areaName } from '../domain/judgement.js';
import { count } from './count.js';
import { bold, dim, type Terminal, wrap } from './terminal.js';

/**
 * Every failure with what was expected and the nearest text, then one line that says what was
 * checked and what was not.
 */
export function printVerification(verification: Verification, terminal: Terminal): string {
  const failures = verification.failures.map(({ file, item, expected, nearest }) =>
    [
      bold(wrap([file, item].filter(Boolean).join(': '), terminal), terminal),
      wrap(`expected ${expected}`, terminal, '    ', '  '),
      ...(nearest ? [dim(wrap(`nearest “${nearest}”`, terminal, '    ', '  '), terminal)] : []),
    ].join('\n'),
  );
  const compared = comparisonLines(verification).map((line) => wrap(line, terminal));
  return `${[...failures, ...compared, wrap(summary(verification), terminal)].join('\n\n')}\n`;
}

/** How reports and official statistics compare, with each fact that they give differently. */
function comparisonLines({ comparison }: Verification): string[] {
  if (!comparison) return [];
  const { inspections, grades, agreeing, differences } = comparison;
  const listed = differences.map(
    ({ visit, what, area, report, statistics }) =>
      `${visit}: ${area ? areaName(area).toLowerCase() : what}: the report says ${report || 'nothing'}, the statistics ${statistics || 'nothing'}.`,
  );
  const differ =
    listed.length === 0 ? 'no date differs' : `${count(listed.length, 'fact')} differ:`;
  return [
    `Reports against Ofsted’s official statistics, ${count(inspections, 'inspection')}: ${figure(agreeing)} of ${figure(grades)} grades agree; ${differ}${listed.length === 0 ? '.' : ''}`,
    ...listed,
  ];
}

const figure = (number: number): string => number.toLocaleString('en-GB');

function summary(verification: Verification): string {
  const { quotations, judgements, sources, againstSources, unread, failures } = verification;
  const what = `${count(quotations, 'quotation')}, ${count(judgements, 'judgement')}, ${count(sources, 'source')}`;
  const holds = failures.length === 0 ? 'all hold' : `${count(failures.length, 'failure')}`;
  return againstSources
    ? `${what} checked: ${holds}.${unread > 0 ? ` Not in the folders, so held for consistency only: ${count(unread, 'report')} of which the record has dates and grades.` : ''}`
    : `${what} checked for consistency only: ${holds}. Not checked: whether the documents say what is quoted; give their folders with --sources.`;
}
