import { Option } from 'commander';

/** The folder of the record, as every command that reads it takes it. */
export const dataOption = (): Option =>
  new Option(
    '--data <dir>',
    'a folder that is the whole record, instead of the one shipped and what was imported',
  ).env('DATA_DIR');

/** The examples that end a command's help. */
export const examples = (...lines: string[]): string =>
  ['', 'Examples:', ...lines.map((line) => `  $ ${line}`)].join('\n');
