// What replies cost, side by side with a Bolt app that does nothing but answer “ok”:
//   node test/ci/bench-replies.mjs [--check] [--long] [--questions NUMBER]     (after a build)
// Both are processes of their own, asked by turns, and the best round of each counts, since other
// work on the machine disturbs single ones. Then the bot alone gets a burst of 200 commands, and
// 20,000 questions (200,000 with --long), over which its memory is to stay flat. With --check it
// fails where anything is far worse than it was when this was written: a busy machine is no fault.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { percentiles } from './best-times.mjs';
import { loadOf, openSlack, SECRET } from './command-load.mjs';

/** What it should be, and what --check takes. */
const BARS = {
  throughput: [0.5, 0.2],
  p99: [3, 15],
  burstMs: [1_000, 1_000],
  memoryMb: [40, 80],
};
const ROUNDS = 3;
const SECONDS = 3;
const AT_ONCE = 16;
const BURST = 200;
const given = process.argv[process.argv.indexOf('--questions') + 1];
const QUESTIONS = process.argv.includes('--questions')
  ? Number(given)
  : process.argv.includes('--long')
    ? 200_000
    : 20_000;
const texts = JSON.parse(
  readFileSync(new URL('replies-questions.json', import.meta.url), 'utf8'),
).questions;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const slack = await openSlack();
const started = [];

async function start(file, isReady) {
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, PORT: '0', LOG_LEVEL: 'error' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: SECRET },
      ...{ SLACK_API_URL: slack.apiUrl, DATABASE_URL: `file:${join(folder, 'state.sqlite')}` },
      ...{ PERSON_LIMIT: '0', WORKSPACE_LIMIT: '0' },
    },
  });
  started.push(child);
  let port;
  for await (const line of createInterface(child.stdout)) {
    port ??= /on port (\d+)/.exec(line)?.[1];
    if (port && isReady(line)) break;
  }
  return { child, load: loadOf(slack, port) };
}
const megabytes = ({ pid }) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;

const missed = [];
/** Prints what was measured, and notes where it is worse than --check takes. */
function compare(what, value, [bar, taken], isLess) {
  const isMet = isLess ? value <= bar : value >= bar;
  if (isLess ? value > taken : value < taken) missed.push(what);
  console.log(`${isMet ? 'met   ' : 'MISSED'} ${what} (bar ${bar})`);
}

try {
  const bot = await start('dist/app.js', (line) => line.startsWith('State'));
  const bare = await start('test/ci/bare-bolt.mjs', () => true);
  for (const { load } of [bot, bare])
    await load.throughput(texts, { atOnce: AT_ONCE, seconds: SECONDS });
  const best = { bot: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { load }] of Object.entries({ bot, bare }))
      best[name] = Math.max(
        best[name],
        await load.throughput(texts, { atOnce: AT_ONCE, seconds: SECONDS }),
      );
  const ratio = best.bot / best.bare;
  console.log(`${best.bot.toFixed(0)} replies a second; bare Bolt ${best.bare.toFixed(0)}`);
  compare(`throughput ${ratio.toFixed(2)} × that of bare Bolt`, ratio, BARS.throughput, false);

  const aSecond = best.bot / 2;
  const p99 = { bot: Infinity, bare: Infinity };
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { load }] of Object.entries({ bot, bare })) {
      const times = await load.atRate(texts, { aSecond, seconds: SECONDS });
      p99[name] = Math.min(p99[name], percentiles(times.map(({ reply }) => reply))[2]);
    }
  const slower = p99.bot / p99.bare;
  console.log(
    `at ${aSecond.toFixed(0)} a second 99 of 100 replies came within ${p99.bot.toFixed(1)} ms; bare Bolt ${p99.bare.toFixed(1)} ms`,
  );
  compare(`p99 of replies ${slower.toFixed(1)} × that of bare Bolt`, slower, BARS.p99, true);

  let burst = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const all = Array.from({ length: BURST }, (_, at) => bot.load.ask(texts[at % texts.length]));
    burst = Math.min(burst, Math.max(...(await Promise.all(all)).map(({ ack }) => ack)));
  }
  compare(
    `${BURST} commands at once acknowledged in ${burst.toFixed(0)} ms`,
    burst,
    BARS.burstMs,
    true,
  );

  // Memory goes up and down between collections of garbage, so that medians are compared.
  const samples = [];
  let left = QUESTIONS;
  const lane = async () => {
    while (left-- > 0) {
      if (left % Math.ceil(QUESTIONS / 200) === 0) samples.push(megabytes(bot.child));
      await bot.load.ask(texts[left % texts.length]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const quarter = Math.floor(samples.length / 4);
  const before = percentiles(samples.slice(quarter, 2 * quarter))[0];
  const grown = percentiles(samples.slice(-quarter))[0] - before;
  console.log(
    `${before.toFixed(0)} MB resident in the second quarter of ${QUESTIONS.toLocaleString('en-GB')} questions`,
  );
  compare(`memory grew by ${grown.toFixed(0)} MB up to the last`, grown, BARS.memoryMb, true);
} finally {
  for (const child of started) child.kill('SIGKILL');
  slack.close();
  rmSync(folder, { recursive: true, force: true });
}
if (process.argv.includes('--check') && missed.length > 0)
  throw new Error(`far worse than it should be: ${missed.join('; ')}`);
process.exit(0);
