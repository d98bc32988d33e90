// How long the reading of questions takes at the worst: RECORD COUNT. The slowest of so many random
// questions are read again a few times, and their best time counts, for other work on the machine
// disturbs single ones. Prints JSON.
import { createAnswerContext } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { openIndexCache } from '../../dist/search/index.js';
import { randomQuestions } from './random-questions.mjs';

const [folder, count] = process.argv.slice(2);
const AGAIN = 5;
const record = await loadRecord({ dataDir: folder, openCache: openIndexCache });
const { reader, today } = createAnswerContext(record, record.cache);
const timed = (question) => {
  const start = performance.now();
  reader.read(question, today());
  return performance.now() - start;
};
let slowest = [];
for (const question of randomQuestions(Number(count))) {
  const first = timed(question);
  if (slowest.length < 50 || first > slowest.at(-1).first)
    slowest = [...slowest, { question, first }].sort((a, b) => b.first - a.first).slice(0, 50);
}
const again = slowest.map(({ question }) =>
  Math.min(...Array.from({ length: AGAIN }, () => timed(question))),
);
console.log(JSON.stringify({ first: slowest[0].first, slowest: Math.max(...again) }));
