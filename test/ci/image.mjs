// Does in folders what the Dockerfile says, where no image can be built: copies what .dockerignore
// leaves, runs the commands, then starts what the image would start and runs its health check.
//   node test/ci/image.mjs
// It knows the instructions that the Dockerfile uses and fails on any other. Of the user and of the
// layers of an image it proves nothing.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = mkdtempSync(join(tmpdir(), 'image-'));
const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
const pattern = (line) =>
  new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:/|$)`);
const isIgnored = (path) => ignored.some((line) => pattern(line).test(path));

const instructions = readFileSync('Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter(Boolean)
  .map((line) => /^(\w+)\s+(.*)$/.exec(line).slice(1));

const stages = [];
const stage = () => stages.at(-1);
const placed = (text) =>
  text.replace(
    /(^|[\s=:"'])\/(app|state)\b/g,
    (_, before, name) => `${before}${stage().root}/${name}`,
  );

function copy(given) {
  const from = /^--from=(\S+)\s+/.exec(given)?.[1];
  const parts = given.replace(/^--from=\S+\s+/, '').split(/\s+/);
  const to = join(stage().workdir, parts.pop());
  for (const part of parts) {
    const base = from ? stages.find(({ name }) => name === from).root : '.';
    const isFile = /\.\w+$|LICENSE$/.test(part);
    cpSync(join(base, part), isFile && parts.length + 1 > 1 ? join(to, basename(part)) : to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => from !== undefined || path === '.' || !isIgnored(path),
    });
  }
}

const DO = {
  FROM: (text) => {
    const name = / AS (\S+)/.exec(text)?.[1] ?? 'final';
    stages.push({ name, root: join(root, name), env: {}, workdir: join(root, name) });
    mkdirSync(stage().root, { recursive: true });
  },
  WORKDIR: (text) => {
    stage().workdir = join(stage().root, text);
    mkdirSync(stage().workdir, { recursive: true });
  },
  ENV: (text) => {
    for (const [, name, value] of text.matchAll(/(\w+)=(\S+)/g)) stage().env[name] = placed(value);
  },
  COPY: copy,
  RUN: (text) =>
    execFileSync('sh', ['-euc', placed(text)], { cwd: stage().workdir, stdio: 'inherit' }),
  VOLUME: () => {},
  USER: () => {},
  EXPOSE: () => {},
  HEALTHCHECK: (text) => {
    stage().health = JSON.parse(/CMD (\[.*\])$/.exec(text)[1]);
  },
  CMD: (text) => {
    stage().command = JSON.parse(text);
  },
};

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });

try {
  for (const [name, text] of instructions) DO[name](text);
  const { env, workdir, command, health } = stage();
  const environment = { PATH: process.env.PATH, ...env, PORT: await freePort() };
  const size = execFileSync('du', ['-sm', stage().root], { encoding: 'utf8' }).split('\t')[0];
  console.log(`the image’s own files: ${size} MB`);
  const child = spawn(command[0], command.slice(1), { cwd: workdir, env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const end = Date.now() + 120_000;
  const isHealthy = () => {
    try {
      execFileSync(health[0], health.slice(1), { env: environment, stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  while (!isHealthy()) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`it is not healthy: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  child.kill('SIGTERM');
  const [code] = await new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
  if (code !== 0) throw new Error(`it ended with ${code}: ${said}`);
  console.log('it starts, is healthy, and stops in order');
} finally {
  rmSync(root, { recursive: true, force: true });
}
