// The search against others: `node test/ci/bench-search.mjs REPORTS QUESTIONS [--check]`, after a
// build. REPORTS is a folder of published reports, QUESTIONS a file of questions judged on them.
// The record is imported into a temporary folder and replicated there to each size. With --check it
// fails where a target is not held.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentsOfSize } from './bench-record.mjs';

const SIZES = (process.env.BENCH_SIZES ?? '10000,50000,200000').split(',').map(Number);
const RANDOM_QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 100_000);
const NATIONAL = 50_000;
const STARTS = 5;
const MB = 1024 * 1024;
const [reports, questions, check] = process.argv.slice(2);
if (!reports || !questions)
  throw new Error('give the folder of reports and the file of judged questions');

const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const run = (...args) =>
  execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 64 * MB,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const measured = (...args) =>
  JSON.parse(
    run(...args)
      .trim()
      .split('\n')
      .at(-1),
  );
const ms = (value) => value.toFixed(value < 10 ? 2 : 0).padStart(8);
const mb = (bytes) => (bytes === null ? '–' : `${(bytes / MB).toFixed(1)}`).padStart(8);

const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
const failed = [];
function target(what, value, held) {
  console.log(`${held ? 'held    ' : 'not held'}  ${what}: ${value}`);
  if (!held) failed.push(what);
}

try {
  const record = join(folder, 'record');
  mkdirSync(record);
  run(script('./measure-import.mjs'), reports, record);

  const quality = measured(script('./measure-quality.mjs'), record, questions);
  console.log('nDCG@5 of the judged questions, newest report of each council');
  for (const { name, ndcg } of quality) console.log(`  ${name.padEnd(20)} ${ndcg.toFixed(1)}`);

  console.log(
    '\n                              ms, one council              ms, all councils            s        MB        MB',
  );
  console.log(
    '  passages  engine                 p50     p95     p99        p50     p95     p99    build     index    memory',
  );
  const rows = SIZES.flatMap((size) => {
    const measure = script('./measure-search.mjs');
    const found = measured(
      '--expose-gc',
      '--max-old-space-size=8192',
      measure,
      record,
      questions,
      String(size),
    );
    for (const { name, one, all, build, bytes, memory } of found)
      console.log(
        `  ${String(size).padStart(8)}  ${name.padEnd(20)}${one.map(ms).join('')}   ${all.map(ms).join('')} ${ms(build / 1000)}  ${mb(bytes)}  ${mb(memory)}`,
      );
    return found;
  });

  const isGrowthAsked = [50_000, 200_000].every((size) => SIZES.includes(size));
  const growth = isGrowthAsked
    ? measured(
        '--max-old-space-size=8192',
        script('./measure-growth.mjs'),
        record,
        questions,
        '50000',
        '200000',
      )
    : null;

  const national = join(folder, 'national');
  const { documents } = await documentsOfSize(record, NATIONAL);
  for (const document of documents) {
    mkdirSync(join(national, 'imported', document.urn), { recursive: true });
    writeFileSync(
      join(national, 'imported', document.urn, `${document.source.id}.json`),
      JSON.stringify(document, null, 2),
    );
  }
  const ask = () => {
    const start = performance.now();
    run(script('../../dist/cli/main.js'), 'ask', 'tameside agency staff', '--data', national);
    return performance.now() - start;
  };
  const built = ask();
  const first = Math.min(...Array.from({ length: STARTS }, ask));
  const { size: indexBytes } = statSync(join(national, '.index', 'search.bin'));
  const reading = measured(script('./measure-reading.mjs'), national, String(RANDOM_QUESTIONS));
  console.log(
    `\nfirst answer of \`ofsted ask\` at ${NATIONAL} passages: ${(first / 1000).toFixed(2)} s from the start of the process (best of ${STARTS}), ${(built / 1000).toFixed(2)} s where the index is built`,
  );
  console.log(
    `slowest of ${RANDOM_QUESTIONS} random questions read: ${reading.slowest.toFixed(1)} ms (${reading.first.toFixed(1)} ms when first read)`,
  );
  const lexicon = measured(script('./measure-lexicon.mjs'), questions);
  console.log(
    `lay words: ${lexicon.entries} entries (${lexicon.forms} forms) read in ${lexicon.load.toFixed(1)} ms, looked up in ${lexicon.p50.toFixed(3)} ms a question (p99 ${lexicon.p99.toFixed(3)} ms)`,
  );
  const answers = measured(script('./measure-answers.mjs'), national, dirname(questions));
  const costs = ({ questions: count, best, first }) =>
    `${['p50', 'p95', 'p99'].map((name, i) => `${name} ${best[i].toFixed(1)}`).join(', ')} ms (p99 ${first[2].toFixed(0)} ms when first asked; ${count} questions)`;
  console.log(
    `an answer at ${answers.passages} passages: of one council ${costs(answers.one)}; across ${costs(answers.across)}`,
  );
  console.log(
    `an operation over all ${answers.inspections} inspections known: ${costs(answers.operations)}\n`,
  );

  const of = (name, size) => rows.find((row) => row.name.startsWith(name) && row.size === size);
  for (const mode of ['one', 'all']) {
    const how = mode === 'one' ? 'one council' : 'all councils';
    const p95 = (name, size) => of(name, size)[mode][1];
    for (const size of SIZES.filter((n) => n > 10_000)) {
      const [fts, mini] = [
        p95('ours', size) / p95('SQLite', size),
        p95('ours', size) / p95('Mini', size),
      ];
      target(`p95 at ${size}, ${how}, at most half of FTS5's`, fts.toFixed(3), fts <= 0.5);
      if (mode === 'one' && size === NATIONAL)
        target(`p95 at ${size}, ${how}, at most 0.3 of FTS5's`, fts.toFixed(3), fts <= 0.3);
      target(
        `p95 at ${size}, ${how}, at most a tenth of MiniSearch's`,
        mini.toFixed(3),
        mini <= 0.1,
      );
    }
    if (growth) {
      const [small, large] = growth[mode];
      target(
        `p95 grows by less than 2 times from 50,000 to 200,000, ${how}`,
        `${(large / small).toFixed(2)} (${small.toFixed(2)} and ${large.toFixed(2)} ms in turns)`,
        large / small < 2,
      );
    }
  }
  const [own, ...others] = quality;
  target(
    'nDCG@5 better than every other',
    own.ndcg.toFixed(1),
    others.every(({ ndcg }) => own.ndcg > ndcg),
  );
  target('first answer within 1 s', `${(first / 1000).toFixed(2)} s`, first <= 1_000);
  target('index at most 15 MB', `${(indexBytes / MB).toFixed(1)} MB`, indexBytes <= 15 * MB);
  target(
    'slowest random question under 50 ms',
    `${reading.slowest.toFixed(1)} ms`,
    reading.slowest < 50,
  );
  target(
    'an operation over all inspections within 5 ms at the 95th percentile',
    `${answers.operations.best[1].toFixed(1)} ms`,
    answers.operations.best[1] <= 5,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (check === '--check' && failed.length > 0) process.exitCode = 1;
