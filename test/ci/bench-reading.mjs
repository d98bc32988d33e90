// What reading a question costs: node test/ci/bench-reading.mjs ../shared/questions [--data RECORD]
// [--check] (after a build) Prints the median, the 95th percentile and the worst over the
// development questions, the worst over hostile questions of 500 characters, and what it takes to
// prepare the reader. Each question is read a few times and its best time counts, for other work
// disturbs single ones. With --check it fails where a target is not held.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecord } from '../../dist/corpus/load.js';
import { createThemeMatcher } from '../../dist/domain/theme-matcher.js';
import { words } from '../../dist/language/index.js';
import { createQuestionReader } from '../../dist/question/index.js';
import { percentiles } from './best-times.mjs';
import { hostileQuestions, LENGTH } from './hostile-questions.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const READERS = 5;
const TODAY = '2026-11-27';
const [folder, ...options] = process.argv.slice(2);
if (!folder) throw new Error('give the folder of the development questions');
const dataAt = options.indexOf('--data');
const dataDir = dataAt < 0 ? undefined : options[dataAt + 1];

/** The texts of all questions in the files of a folder, each once. */
const questions = [
  ...new Set(
    readdirSync(folder).flatMap((file) => {
      const content = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const lists = Array.isArray(content) ? [content] : Object.values(content);
      return lists
        .filter(Array.isArray)
        .flat()
        .flatMap((each) => (typeof each?.text === 'string' ? [each.text] : []));
    }),
  ),
];

const record = await loadRecord({ ...(dataDir && { dataDir }) });
const vocabulary = new Map();
for (const { passage } of record.passages.all())
  for (const word of words(passage.quote)) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
const themes = createThemeMatcher(record.themes);

const timed = (make) => {
  const start = performance.now();
  const made = make();
  return [performance.now() - start, made];
};
const made = Array.from({ length: READERS }, () =>
  timed(() =>
    createQuestionReader(record, themes, {
      words: vocabulary,
      has: (word) => vocabulary.has(word),
    }),
  ),
);
const reader = made[0][1];

/** The best time in ms of each question, and the time when it was first read. */
function timesOf(texts) {
  const best = texts.map(() => Infinity);
  let first = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, text] of texts.entries()) {
      const [ms] = timed(() => reader.read(text, TODAY));
      if (round === 0) first = Math.max(first, ms);
      best[i] = Math.min(best[i], ms);
    }
  return { best, first };
}

const ms = (value) => `${value.toFixed(2)} ms`;
const failed = [];
function target(what, value, most) {
  const held = value <= most;
  console.log(`${held ? 'held    ' : 'not held'}  ${what}, at most ${most} ms: ${ms(value)}`);
  if (!held) failed.push(what);
}

const asked = timesOf(questions);
const [median, p95] = percentiles(asked.best);
const hostile = hostileQuestions();
const cost = timesOf(hostile.map(([, text]) => text));
const worst = cost.best.indexOf(Math.max(...cost.best));
console.log(
  `reading a question, ${questions.length} development questions: ${ms(median)} at the median, ${ms(p95)} at the 95th percentile, ${ms(Math.max(...asked.best))} at worst (${ms(asked.first)} when first read)`,
);
console.log(
  `reading ${LENGTH} hostile characters, ${hostile.length} kinds: ${ms(cost.best[worst])} at worst, of “${hostile[worst][0]}” (${ms(cost.first)} when first read)`,
);
if (options.includes('-v'))
  for (const [name, time] of hostile
    .map(([name], i) => [name, cost.best[i]])
    .sort((one, other) => other[1] - one[1])
    .slice(0, 25))
    console.log(`  ${ms(time).padStart(9)}  ${name}`);
console.log(
  `preparing the reader: ${ms(made[0][0])} the first time, ${ms(Math.min(...made.map(([time]) => time)))} at best`,
);
target('reading a development question at the median', median, 1);
target('reading 500 hostile characters at worst', cost.best[worst], 10);
target('preparing the reader', made[0][0], 150);
if (options.includes('--check') && failed.length > 0) process.exitCode = 1;
