import { type Command, Option } from 'commander';
import { answerQuestion, createAnswerContext, explainQuestion } from '../../answer/index.js';
import { loadRecord } from '../../corpus/load.js';
import { cacheNote, openIndexCache } from '../../search/index.js';
import { answerCsv } from '../answer-csv.js';
import { answerJson } from '../answer-json.js';
import { dataOption, examples } from '../options.js';
import { printAnswer, printWholeAnswer } from '../print-answer.js';
import { linesOf, print } from '../streams.js';
import { standardOutput } from '../terminal.js';

type AskOptions = { all?: true; json?: true; explain?: true; csv?: true; data?: string };

export function addAsk(program: Command): void {
  program
    .command('ask')
    .summary('answer a question')
    .description('Answers a question from the record, with quotations and where they stand.')
    .argument(
      '[question...]',
      'words make one question; arguments of several words each are questions of their own; without any, each line of standard input is one',
    )
    .option('--all', 'print the whole answer, not only its first screen of up to three quotations')
    .option('--json', 'print one JSON object a question, a line each, with the whole answer')
    .addOption(
      new Option(
        '--explain',
        'print how the question was read and why each passage was found',
      ).conflicts('json'),
    )
    .addOption(
      new Option('--csv', 'print the table of each answer as CSV, all of its rows').conflicts([
        'json',
        'explain',
      ]),
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('ofsted ask --all latest tameside', 'ofsted ask --json < questions.txt'),
    )
    .action(ask);
}

async function ask(words: string[], options: AskOptions, command: Command): Promise<void> {
  if (words.length === 0 && process.stdin.isTTY) command.error('error: no question was given');
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const note = record.cache && cacheNote(record.cache);
  if (note) console.error(note);
  const context = createAnswerContext(record, record.cache);
  const terminal = standardOutput();
  const reply = (question: string): string => {
    if (options.explain) return `${explainQuestion(question, context)}\n`;
    const answer = answerQuestion(question, context);
    if (options.csv) return answerCsv(answer);
    if (options.json)
      return `${JSON.stringify(answerJson(question, answer))}
`;
    return options.all ? printWholeAnswer(answer, terminal) : printAnswer(answer, terminal);
  };

  let asked = 0;
  for await (const question of words.length > 0 ? questionsIn(words) : linesOf(process.stdin)) {
    if (!question.trim()) continue;
    const gap = asked++ > 0 && !options.json && !options.csv ? '\n' : '';
    await print(gap + reply(question));
  }
  if (asked === 0) command.error('error: no question was given');
}

const questionsIn = (words: string[]): string[] =>
  words.every((word) => /\s/.test(word.trim())) ? words : [words.join(' ')];
