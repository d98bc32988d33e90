// How much longer our search takes on a larger record: RECORD QUESTIONS SIZE…, in passages. Each
// size is searched in a process of its own, as a bot has one record; they take turns, so that other
// work on the machine slows all alike. Prints the 95th percentiles in ms as JSON.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { judgedQuestions, recordOfSize } from './bench-record.mjs';
import { bestTimes, percentiles } from './best-times.mjs';
import { ours } from './search-engines.mjs';

const ROUNDS = 16;
const [folder, questionFile, ...sizes] = process.argv.slice(2);

/** A process that searches one size: answers every message with the times of one round. */
async function searchInTurns() {
  const engine = ours(await recordOfSize(folder, Number(sizes[0])));
  const questions = judgedQuestions(questionFile);
  process.on('message', () => process.send(bestTimes([engine], questions, 1)[0]));
  process.send('ready');
}

async function compareSizes() {
  const processes = [];
  for (const size of sizes) {
    const child = fork(fileURLToPath(import.meta.url), [folder, questionFile, size]);
    await once(child, 'message');
    processes.push({ child, best: null });
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const each of processes) {
      each.child.send('round');
      const [times] = await once(each.child, 'message');
      each.best = each.best ? lesser(each.best, times) : times;
    }
  for (const { child } of processes) child.disconnect();
  const p95 = (mode) => processes.map(({ best }) => percentiles(best[mode])[1]);
  console.log(JSON.stringify({ one: p95('one'), all: p95('all') }));
}

const lesser = (a, b) =>
  Object.fromEntries(
    Object.entries(a).map(([mode, times]) => [
      mode,
      times.map((ms, i) => Math.min(ms, b[mode][i])),
    ]),
  );

await (process.send ? searchInTurns() : compareSizes());
