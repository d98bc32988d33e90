// Times the search engines side by side on one record: RECORD QUESTIONS PASSAGES. Engines that take
// a hundred times as long get fewer turns, which is a little to their disadvantage. Prints JSON.
import { judgedQuestions, recordOfSize } from './bench-record.mjs';
import { bestTimes, percentiles } from './best-times.mjs';
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
const best = bestTimes(engines, questions, ROUNDS);
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
