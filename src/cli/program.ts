import { Command } from 'commander';
import { addAsk } from './commands/ask.js';
import { addBackup } from './commands/backup.js';
import { addDigest } from './commands/digest.js';
import { addExport } from './commands/export.js';
import { addFeedback } from './commands/feedback.js';
import { addImport } from './commands/import.js';
import { addInspections } from './commands/inspections.js';
import { addRemove } from './commands/remove.js';
import { addReports } from './commands/reports.js';
import { addRestore } from './commands/restore.js';
import { addReview } from './commands/review.js';
import { addSync } from './commands/sync.js';
import { addTimeline } from './commands/timeline.js';
import { addTone } from './commands/tone.js';
import { addVerify } from './commands/verify.js';
import { version } from './version.js';

/**
 * Every command of the program, in the order of the help. Each adds itself, and loads a room that
 * only it needs when it is run, so that an answer does not wait for it.
 */
const COMMANDS: ((program: Command) => void)[] = [
  addAsk,
  addInspections,
  addTimeline,
  addDigest,
  addImport,
  addSync,
  addReview,
  addRemove,
  addExport,
  addVerify,
  addTone,
  addReports,
  addFeedback,
  addBackup,
  addRestore,
];

const HOW_TO_ASK = 'A question is asked with: ofsted ask "your question"';

/**
 * The `ofsted` command. Wrong usage, help and version end in a `CommanderError` instead of an exit.
 */
export function createProgram(): Command {
  const program = new Command('ofsted')
    .description("Answers questions about a council's Ofsted inspection history, with quotations.")
    .version(version())
    .exitOverride()
    .configureOutput({
      // Whoever types a question where a command belongs is told where it goes.
      outputError: (text, write) =>
        write(text.includes('unknown command') ? `${text}${HOW_TO_ASK}\n` : text),
    })
    .showHelpAfterError('Add --help to see how it is used.');
  for (const add of COMMANDS) add(program);
  return program;
}
