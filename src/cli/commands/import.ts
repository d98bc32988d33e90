import { stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { InspectionError } from '../../domain/errors.js';
import { openIndexCache } from '../../search/index.js';
import { importJson, importLine, importSummary, namesOf } from '../import-rows.js';
import { dataOption, examples } from '../options.js';
import { createProgress } from '../progress.js';

type ImportOptions = { json?: true; data?: string; published?: string; timeLimit: number };

/** The exit code of a program that Ctrl-C ended (128 and the number of the signal). */
const INTERRUPTED = 130;

export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      "Adds Ofsted's published reports and letters to the record: PDFs, folders of them, or a letter as plain text. What cannot be read for certain stays empty, with the reason.",
    )
    .argument('<path...>', 'files or folders')
    .option('--json', 'print one JSON object a file, a line each')
    .option(
      '--published <date>',
      'the day the file came out (YYYY-MM-DD), where it does not print it',
      isoDate,
    )
    .option('--time-limit <seconds>', 'how long reading one file may take', seconds, 30)
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('ofsted import ~/reports', 'ofsted import letter.txt --published 2021-07-02'),
    )
    .action(importFiles);
}

async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  if (options.published && paths.length > 1)
    throw new InspectionError('--published is the date of one file; import that file alone.');
  const { openImporter } = await import('../../corpus/import/importer.js');
  const importer = await openImporter({
    dataDir: options.data,
    openCache: openIndexCache,
    timeLimit: options.timeLimit * 1000,
    ...((await isOneFile(paths)) ? { threads: 1 } : {}),
  });
  const { authorities } = importer;
  const progress = createProgress(process.stderr, () => performance.now());
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const results = await importer.run(paths, {
      published: options.published,
      signal: stop.signal,
      progress: (done, total, result) => progress.step(done, total, importLine(result)),
    });
    progress.end();
    const names = namesOf(authorities);
    console.log(
      options.json
        ? results.map((result) => JSON.stringify(importJson(result, names))).join('\n')
        : importSummary(results),
    );
  } finally {
    process.off('SIGINT', interrupt);
    await importer.close();
  }
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
}

/** One file needs one thread, and each thread takes a while to start. */
const isOneFile = async ([path = '', ...others]: string[]): Promise<boolean> =>
  others.length === 0 && (await stat(path).catch(() => null))?.isFile() === true;

function isoDate(value: string): string {
  if (z.iso.date().safeParse(value).success) return value;
  throw new InvalidArgumentError('Give a date as YYYY-MM-DD.');
}

function seconds(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 3600) return number;
  throw new InvalidArgumentError('Give a number of seconds, 3600 at most.');
}
