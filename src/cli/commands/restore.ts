import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { InspectionError } from '../../domain/errors.js';
import { databasePlace } from '../../store/database-url.js';
import { backupLine } from '../backup-line.js';
import { examples } from '../options.js';
import { stateUrl, withState } from '../state.js';

export function addRestore(program: Command): void {
  program
    .command('restore <file>')
    .summary('put a backup in the place of the bot’s state')
    .description(
      'Puts what ofsted backup wrote (“-”: standard input) into the state that DATABASE_URL names, all of it or nothing; SQLite or PostgreSQL, whichever it came from. Stop the bot first. A state that holds something is only replaced with --replace.',
    )
    .option('--replace', 'delete the state that is there first')
    .addHelpText(
      'after',
      examples('ofsted restore state.jsonl', 'ofsted restore --replace state.jsonl'),
    )
    .action(restore);
}

async function restore(file: string, { replace = false }: { replace?: boolean }): Promise<void> {
  const written = await (file === '-' ? text(process.stdin) : contentOf(file));
  const backup = await import('../../store/backup.js');
  const url = stateUrl();
  const restored = await withState(url, (database) =>
    backup.restore(written, database, { replace }),
  );
  console.log(
    `Restored the state of ${restored.made} to ${databasePlace(url)}: ${backupLine(restored)}.`,
  );
}

const contentOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error) => {
    throw new InspectionError(`The backup ${file} cannot be read (${error.code}).`, {
      cause: error,
    });
  });
