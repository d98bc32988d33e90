// What the lexicon of lay words costs: QUESTIONS. How long it takes to read, and to look up the
// words of a question that was read. Prints JSON.
import { createAnswerContext } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { layLexicon } from '../../dist/question/lay-lexicon.js';
import { layWordsOf } from '../../dist/question/lay-words.js';
import { judgedQuestions } from './bench-record.mjs';

const ROUNDS = 12;
const [questionFile] = process.argv.slice(2);
const start = performance.now();
const { entries, byForm } = layLexicon();
const load = performance.now() - start;
const { reader, today } = createAnswerContext(await loadRecord());
const read = judgedQuestions(questionFile).map(({ text }) => reader.read(text, today()));
const best = read.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round++)
  read.forEach((question, i) => {
    const fresh = { ...question };
    const before = performance.now();
    layWordsOf(fresh);
    best[i] = Math.min(best[i], performance.now() - before);
  });
const sorted = best.sort((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
console.log(
  JSON.stringify({
    entries: entries.length,
    forms: byForm.size,
    load,
    p50: at(0.5),
    p99: at(0.99),
  }),
);
