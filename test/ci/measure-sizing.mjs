// How much memory and processor time the bot takes, for docs/hosting.md:
//   node test/ci/measure-sizing.mjs HOME [QUESTIONS]        (after a build)
// HOME is what XDG_DATA_HOME is set to: a folder with ofsted-bot/imported, or an empty one for the
// shipped record. The bot runs as a process of its own behind a local Slack, and is asked a command
// at a time.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startLocalSlack } from 'local-slack';
import { LOCAL_WORKSPACE } from '../../dist/wiring/local-workspace.js';

const [home, number = '1000'] = process.argv.slice(2);
if (!home) throw new Error('give a folder');
const questions = JSON.parse(readFileSync(new URL('england-questions.json', import.meta.url)));
const texts = questions.map(({ q, question }) => q ?? question);
const CLOCK_TICKS = 100;

const slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false });
const start = async () => {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/app.js'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...{ PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, PORT: '0' },
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
      ...{ SLACK_API_URL: slack.apiUrl, DATABASE_URL: `file:${home}/sizing.sqlite` },
    },
  });
  for await (const line of createInterface(child.stdout)) {
    const port = /on port (\d+)/.exec(line)?.[1];
    if (port) slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    if (line.startsWith('State')) break;
  }
  child.stdout.resume();
  return { child, seconds: (performance.now() - began) / 1000 };
};
const memory = ({ pid }, what) =>
  Math.round(
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) /
      1024,
  );
const processorSeconds = ({ pid }) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
};
const stop = async (child) => {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
};

rmSync(`${home}/ofsted-bot/.index`, { recursive: true, force: true });
const first = await start();
console.log(
  `first start, index built: ${first.seconds.toFixed(1)} s, peak ${memory(first.child, 'VmHWM')} MB`,
);
await stop(first.child);
const { child, seconds } = await start();
console.log(`start, index kept: ${seconds.toFixed(1)} s, ${memory(child, 'VmRSS')} MB`);
const before = processorSeconds(child);
for (let asked = 0; asked < Number(number); asked += 1) {
  await slack.command(`/ofsted ${texts[asked % texts.length]}`);
  await slack.idle();
}
const each = ((processorSeconds(child) - before) / Number(number)) * 1000;
console.log(
  `${number} questions: ${each.toFixed(1)} ms of processor each, ${memory(child, 'VmRSS')} MB after, peak ${memory(child, 'VmHWM')} MB`,
);
await stop(child);
await slack.close();
rmSync(`${home}/sizing.sqlite`, { force: true });
