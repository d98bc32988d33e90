// What is seen first of the answers to forty common questions, over any record:
//   node test/ci/first-screens.mjs RECORD [QUESTIONS.json] [-v]        (after a build)
// Prints how many headlines have at most 160 characters, how long first screens are (tables apart),
// and fails where one is over 160, shows more than three quotations or says a sentence twice, or
// where more than one first screen in ten has 1,400 characters or more. -v prints each.
import { readFileSync } from 'node:fs';
import { answerQuestion, createAnswerContext, firstScreen } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { openIndexCache } from '../../dist/search/index.js';

const HEADLINE = 160;
const SCREEN = 1_400;
const QUOTATIONS = 3;

const [dataDir, file] = process.argv.slice(2).filter((word) => word !== '-v');
if (!dataDir) throw new Error('give the folder of a record');
const questions = JSON.parse(
  readFileSync(file ?? new URL('../answer/common-questions.json', import.meta.url), 'utf8'),
);
const record = await loadRecord({ dataDir, openCache: openIndexCache });
const context = createAnswerContext(record, record.cache);

const sentencesOf = (texts) =>
  texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((text) => text.includes(' '));

const screens = questions.map((question) => {
  const { headline, notes, points, lines, smallPrint } = firstScreen(
    answerQuestion(question, context),
  );
  const quoted = points.flatMap(({ lead, explanation, quote, line }) => [
    lead ?? '',
    explanation ?? '',
    quote,
    line,
  ]);
  const said = [headline, ...notes, ...points.map(({ quote }) => quote), ...lines, smallPrint];
  const sentences = sentencesOf(said);
  return {
    question,
    headline,
    length: [headline, ...notes, ...quoted, ...lines, smallPrint].join('').length,
    quotations: points.length,
    twice: sentences.filter((sentence, at) => sentences.indexOf(sentence) < at),
  };
});

const faults = [
  ...screens
    .filter(({ headline }) => headline.length > HEADLINE)
    .map(({ question, headline }) => `headline of ${headline.length}: ${question}: ${headline}`),
  ...screens
    .filter(({ quotations }) => quotations > QUOTATIONS)
    .map(({ question, quotations }) => `${quotations} quotations: ${question}`),
  ...screens
    .filter(({ twice }) => twice.length > 0)
    .map(({ question, twice }) => `said twice: ${question}: ${twice.join(' | ')}`),
];
if (process.argv.includes('-v'))
  for (const { question, headline, length, quotations } of screens)
    console.log(`${String(length).padStart(5)}  ${quotations}  ${question}\n          ${headline}`);
const lengths = screens.map(({ length }) => length).sort((a, b) => a - b);
const long = lengths.filter((length) => length >= SCREEN).length;
console.log(
  `${screens.length} questions: first screens of ${lengths[0]} to ${lengths.at(-1)} characters, median ${lengths[lengths.length >> 1]}; ${long} of ${SCREEN} or more`,
);
for (const fault of faults) console.log(fault);
if (faults.length > 0 || long > screens.length / 10) process.exitCode = 1;
