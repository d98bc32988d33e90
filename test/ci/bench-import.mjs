// What an import costs against reading the text alone: `node test/ci/bench-import.mjs FOLDER
// [--check]`, after a build. Both run as whole processes, start included, in turns; each round
// holds the one against the other, and the median of the rounds counts, for other work on the
// machine disturbs single ones. With --check it fails where the import costs more than it may.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LIMITS = { cpu: 1.3, wall: 0.75, memory: 400 };
const [folder, check] = process.argv.slice(2);
if (!folder) throw new Error('give the folder of reports to read');

const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const measured = (...args) =>
  JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n').at(-1));

const rounds = Array.from({ length: ROUNDS }, () => {
  const record = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return {
      text: measured(script('./measure-text.mjs'), folder),
      import: measured(script('./measure-import.mjs'), folder, record),
    };
  } finally {
    rmSync(record, { recursive: true, force: true });
  }
});
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ratio = (what) => median(rounds.map((round) => round.import[what] / round.text[what]));
const { pages } = rounds[0].text;
const result = {
  pages,
  textMsPerPage: median(rounds.map(({ text }) => text.cpu)) / pages,
  cpu: ratio('cpu'),
  wall: ratio('wall'),
  memory: median(rounds.map((round) => round.import.memory)),
};
console.log(
  `${result.pages} pages; the text alone ${result.textMsPerPage.toFixed(1)} ms a page; ` +
    `the import: CPU ${result.cpu.toFixed(2)} times, wall ${result.wall.toFixed(2)} times the text alone, ` +
    `${Math.round(result.memory)} MB`,
);
const over = Object.entries(LIMITS).filter(([what, limit]) => result[what] > limit);
for (const [what, limit] of over)
  console.error(`${what}: ${result[what].toFixed(2)}, limit ${limit}`);
if (check === '--check' && over.length > 0) process.exitCode = 1;
