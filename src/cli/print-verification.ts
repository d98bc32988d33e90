import type { Verification } from '../corpus/verify.js';
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
  return `${[...failures, wrap(summary(verification), terminal)].join('\n\n')}\n`;
}

function summary({ quotations, judgements, sources, againstSources, failures }: Verification) {
  const what = `${count(quotations, 'quotation')}, ${count(judgements, 'judgement')}, ${count(sources, 'source')}`;
  const holds = failures.length === 0 ? 'all hold' : `${count(failures.length, 'failure')}`;
  return againstSources
    ? `${what} checked: ${holds}.`
    : `${what} checked for consistency only: ${holds}. Not checked: whether the documents say what is quoted; give their folders with --sources.`;
}
