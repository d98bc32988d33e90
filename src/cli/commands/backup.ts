import { rename, rm, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { InspectionError } from '../../domain/errors.js';
import { databasePlace } from '../../store/database-url.js';
import { backupLine } from '../backup-line.js';
import { examples } from '../options.js';
import { requireState, stateUrl, withState } from '../state.js';

export function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .summary('write the bot’s state to a file')
    .description(
      'Writes the whole state that DATABASE_URL names (digests and what they have told, error reports, marks of answered events) to one file of JSON lines, which only you can read, or to standard output for “-”. The bot may run meanwhile. The record is not in it: that is the folder of your imported documents.',
    )
    .addHelpText(
      'after',
      examples('ofsted backup state.jsonl', 'ofsted backup - | gzip > state.gz'),
    )
    .action(backup);
}

async function backup(file: string): Promise<void> {
  const url = stateUrl();
  requireState(url);
  const { backUp } = await import('../../store/backup.js');
  const made = await withState(url, (database) => backUp(database, new Date()));
  if (file === '-') process.stdout.write(made.text);
  else await writeWhole(file, made.text);
  console.error(`Backed up ${databasePlace(url)}: ${backupLine(made.backup)}.`);
}

/** Beside it first, so that a kill leaves no half a backup under its name. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, text, { mode: 0o600, flush: true });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown reason';
    throw new InspectionError(`The backup cannot be written to ${file} (${code}).`, {
      cause: error,
    });
  }
}
