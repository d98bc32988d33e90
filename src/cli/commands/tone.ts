import type { Command } from 'commander';
import { type ToneReading, toneOf } from '../../domain/tone.js';
import { collapseSpace } from '../../language/index.js';
import { examples } from '../options.js';
import { linesOf, print } from '../streams.js';
import { visible } from '../terminal.js';

type ToneOptions = { json?: true };

export function addTone(program: Command): void {
  program
    .command('tone')
    .summary('tell whether sentences praise or criticise')
    .description(
      'Tells whether sentences of a report praise, criticise or do both, and by which words; unmarked is what is not certain. The words are those of data/language/tone-of-findings.json.',
    )
    .argument(
      '[sentence...]',
      'each argument is a sentence; without any, each line of standard input is',
    )
    .option('--json', 'print one JSON object a sentence, a line each: sentence, tone, because')
    .addHelpText(
      'after',
      examples(
        'ofsted tone "Plans are clear." "Too few children have a plan."',
        'ofsted tone --json < sentences.txt',
      ),
    )
    .action(tone);
}

async function tone(sentences: string[], { json }: ToneOptions, command: Command): Promise<void> {
  if (sentences.length === 0 && process.stdin.isTTY) command.error('error: no sentence was given');
  let read = 0;
  for await (const line of sentences.length > 0 ? sentences : linesOf(process.stdin)) {
    const sentence = collapseSpace(line);
    if (!sentence) continue;
    read++;
    const reading = toneOf(sentence);
    await print(json ? `${JSON.stringify({ sentence, ...reading })}\n` : toldOf(sentence, reading));
  }
  if (read === 0) command.error('error: no sentence was given');
}

/** "praise (clear, timely): Plans are clear and timely." */
function toldOf(sentence: string, { tone, because }: ToneReading): string {
  const words = because.length > 0 ? ` (${because.join(', ')})` : '';
  return `${tone ?? 'unmarked'}${words}: ${visible(sentence)}\n`;
}
