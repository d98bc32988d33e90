import type { Command } from 'commander';
import { loadRecord } from '../../corpus/load.js';
import { openIndexCache } from '../../search/index.js';
import { FAILED } from '../failures.js';
import { dataOption, examples } from '../options.js';
import { printVerification } from '../print-verification.js';
import { standardOutput } from '../terminal.js';

type VerifyOptions = { json?: true; sources?: string[]; data?: string };

export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('check the record')
    .description(
      'Checks that the record agrees with itself and, given the documents, that every quotation, grade and official mark stands in them; exits with 1 where something does not hold.',
    )
    .option('--sources <dir...>', 'folders with the documents, found by checksum at any depth')
    .option('--json', 'print one JSON object')
    .addOption(dataOption())
    .addHelpText('after', examples('ofsted verify', 'ofsted verify --sources ~/reports ~/articles'))
    .action(verify);
}

async function verify(options: VerifyOptions): Promise<void> {
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const { verifyRecord } = await import('../../corpus/verify.js');
  const verification = await verifyRecord(record, options.sources, showStep);
  showStep('');
  const holds = verification.failures.length === 0;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ holds, ...verification }, null, 2)}\n`
      : printVerification(verification, standardOutput()),
  );
  if (!holds) process.exitCode = FAILED;
}

/** Shows on a terminal what is being done, each step in the place of the one before. */
function showStep(step: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.cursorTo(0);
  process.stderr.clearLine(0);
  process.stderr.write(step);
}
