import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { answerQuestion, createAnswerContext } from '../../answer/index.js';
import { loadRecord } from '../../corpus/load.js';
import { InspectionError } from '../../domain/errors.js';
import { openIndexCache } from '../../search/index.js';
import { authorityNamed } from '../authority-named.js';
import { dataOption, examples } from '../options.js';
import { printWholeAnswer } from '../print-answer.js';
import { print } from '../streams.js';
import { standardOutput } from '../terminal.js';

type TimelineOptions = { svg?: string | true; png?: string; data?: string };

export function addTimeline(program: Command): void {
  program
    .command('timeline')
    .summary('show the visits and grades of a council')
    .description(
      'Prints every visit to a council with its dates and grades, newest first; or draws them as a grid of visits by areas.',
    )
    .argument('<council...>', "a council's name, or its URN")
    .option('--svg [file]', 'draw the grid as SVG, to the file or to standard output')
    .addOption(new Option('--png <file>', 'draw the grid as PNG, to the file').conflicts('svg'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples(
        'ofsted timeline tameside',
        'ofsted timeline tameside --svg > tameside.svg',
        'ofsted timeline "north yorkshire" --png north-yorkshire.png',
      ),
    )
    .action(timeline);
}

async function timeline(name: string[], options: TimelineOptions): Promise<void> {
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const authority = authorityNamed(name.join(' '), record);
  const context = createAnswerContext(record, record.cache);
  if (!context.covered.includes(authority))
    throw new InspectionError(`The record holds nothing about ${authority.name}.`);
  const answer = answerQuestion(`${authority.name} timeline`, context);
  if (options.svg === undefined && options.png === undefined)
    return print(printWholeAnswer(answer, standardOutput()));
  if (!answer.grid)
    throw new InspectionError(`The record holds no grades of ${authority.name} to draw.`);
  const { createPngOf, gradeGridSvg } = await import('../../picture/index.js');
  const svg = gradeGridSvg(answer.grid);
  if (options.svg === true) return print(svg);
  if (options.svg !== undefined) return written(options.svg, svg);
  if (options.png !== undefined) return written(options.png, await createPngOf()(svg));
}

/** @throws InspectionError where the file cannot be written. */
async function written(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new InspectionError(`${file} could not be written${reason}.`);
  }
}
