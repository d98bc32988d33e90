// Times the search engines side by side on one record: RECORD QUESTIONS PASSAGES. Each question is asked of every engine in
// turn, several times over, and its best time counts, for other work on the machine disturbs single ones. Prints JSON.
import { judgedQuestions, recordOfSize } from './bench-record.mjs';
import { fts5, fuse, miniSearch, ours } from './search-engines.mjs';

const [folder, questionFile, passages] = process.argv.slice(2);
const size = Number(passages);
const ROUNDS = 3;
const EVERY = 3;
const FUSE_UP_TO = 10_000;
const FUSE_QUESTIONS = 6;

const questions = judgedQuestions(questionFile).filter((_, i) => i % EVERY === 0);
const record = await recordOfSize(folder, size);
const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const engines = [ours, fts5, miniSearch, ...(size <= FUSE_UP_TO ? [fuse] : [])].map((make) => {
  const before = memory();
  const start = performance.now();
  const engine = make(record);
  const build = performance.now() - start;
  return { ...engine, build, memory: memory() - before };
});
const best = engines.map(() => ({
  one: questions.map(() => Infinity),
  all: questions.map(() => Infinity),
}));
for (let round = 0; round < ROUNDS; round++)
  questions.forEach(({ text, urn }, q) => {
    engines.forEach(({ name, find }, e) => {
      if (name.startsWith('fuse') && (round > 0 || q >= FUSE_QUESTIONS)) return;
      for (const [mode, council] of [
        ['one', urn],
        ['all', undefined],
      ]) {
        const start = performance.now();
        find(text, council);
        best[e][mode][q] = Math.min(best[e][mode][q], performance.now() - start);
      }
    });
  });
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
