// How much longer our search takes on a larger record: RECORD QUESTIONS SMALL LARGE, sizes in passages. Both are searched in turns in
// one process, so that other work on the machine slows both alike. Prints the 95th percentiles in ms as JSON.
import { judgedQuestions, recordOfSize } from './bench-record.mjs';
import { bestTimes, percentiles } from './best-times.mjs';
import { ours } from './search-engines.mjs';

const ROUNDS = 16;
const [folder, questionFile, ...sizes] = process.argv.slice(2);
const engines = [];
for (const size of sizes) engines.push(ours(await recordOfSize(folder, Number(size))));
const times = bestTimes(engines, judgedQuestions(questionFile), ROUNDS);
const p95 = (mode) => times.map((best) => percentiles(best[mode])[1]);
console.log(JSON.stringify({ one: p95('one'), all: p95('all') }));
