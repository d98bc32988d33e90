// What whole answers cost: RECORD QUESTIONS. RECORD is a folder with the text of reports, QUESTIONS
// one of question files. The questions that name one council and the others are timed apart over
// RECORD, and those of england-questions.json, each an operation over all inspections, over the
// shipped record. Best of a few times, with the first time beside it. Prints JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerQuestion, createAnswerContext } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { openIndexCache } from '../../dist/search/index.js';
import { percentiles } from './best-times.mjs';

const ROUNDS = 4;
const SHIPPED = fileURLToPath(new URL('../../data', import.meta.url));
const [dataDir, folder] = process.argv.slice(2);

const listsIn = (content) => (Array.isArray(content) ? [content] : Object.values(content));
const questions = new Set(
  readdirSync(folder).flatMap((file) =>
    listsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      .filter(Array.isArray)
      .flat()
      .flatMap(({ text }) => (typeof text === 'string' ? [text] : [])),
  ),
);
const operations = JSON.parse(readFileSync(new URL('england-questions.json', import.meta.url)));

async function contextOf(folders) {
  const record = await loadRecord(folders);
  return createAnswerContext(record, record.cache);
}

function timesOf(texts, context) {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  const first = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, text] of texts.entries()) {
      const start = performance.now();
      answerQuestion(text, context);
      const ms = performance.now() - start;
      if (round === 0) first.push(ms);
      best[i] = Math.min(best[i], ms);
    }
  return { questions: texts.length, best: percentiles(best), first: percentiles(first) };
}

const context = await contextOf({ dataDir, openCache: openIndexCache });
const shipped = await contextOf({ dataDir: SHIPPED });
const namesCouncil = (text) => context.reader.councilsNamed(text).length > 0;
console.log(
  JSON.stringify({
    passages: context.record.passages.all().length,
    inspections: shipped.record.visits.length,
    one: timesOf([...questions].filter(namesCouncil), context),
    across: timesOf(
      [...questions].filter((text) => !namesCouncil(text)),
      context,
    ),
    operations: timesOf(
      operations.map(({ text }) => text),
      shipped,
    ),
  }),
);
