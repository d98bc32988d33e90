// Times the search engines side by side on one record: RECORD QUESTIONS PASSAGES. The engines take turns at all
// questions, several times over, and a question's best time counts, for other work on the machine disturbs single ones; engines that
// take a hundred times as long get fewer turns, which is a little to their disadvantage. Prints JSON.
import { judgedQuestions, recordOfSize } from './bench-record.mjs';
import { fts5, fuse, miniSearch, ours } from './search-engines.mjs';

const [folder, questionFile, passages] = process.argv.slice(2);
const size = Number(passages);
const ROUNDS = 8;
const FUSE_UP_TO = 10_000;
/** An engine, how many rounds it takes part in, and at how many of the questions. */
const ENGINES = [
  { make: ours, rounds: ROUNDS },
  { make: fts5, rounds: ROUNDS },
  { make: miniSearch, rounds: 2 },
  ...(size <= FUSE_UP_TO ? [{ make: fuse, rounds: 1, most: 6 }] : []),
];

const questions = judgedQuestions(questionFile);
const record = await recordOfSize(folder, size);
const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const engines = ENGINES.map(({ make, rounds, most }) => {
  const before = memory();
  const start = performance.now();
  const engine = make(record);
  const build = performance.now() - start;
  return { ...engine, rounds, most, build, memory: memory() - before };
});
const best = engines.map(() => ({
  one: questions.map(() => Infinity),
  all: questions.map(() => Infinity),
}));
const modes = [
  ['one', ({ urn }) => urn],
  ['all', () => undefined],
];
for (let round = 0; round < ROUNDS; round++)
  for (const [e, { rounds, most, find }] of engines.entries()) {
    if (round >= rounds) continue;
    for (const [mode, councilOf] of modes)
      for (const [q, question] of questions.slice(0, most).entries()) {
        const start = performance.now();
        find(question.text, councilOf(question));
        best[e][mode][q] = Math.min(best[e][mode][q], performance.now() - start);
      }
  }
const percentiles = (times) => {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b);
  return [0.5, 0.95, 0.99].map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))],
  );
};
console.log(
  JSON.stringify(
    engines.map(({ name, bytes, build, memory: used }, e) => ({
      name,
      size,
      build,
      bytes,
      memory: used,
      one: percentiles(best[e].one),
      all: percentiles(best[e].all),
    })),
  ),
);
for (const { close } of engines) close?.();
