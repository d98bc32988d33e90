import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** The program as `npm start` runs it, from dist/. */
describe('The built bot', () => {
  let home: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(home, { recursive: true });
  });

  function run(environment: Record<string, string>, ...flags: string[]) {
    const { PATH = '' } = process.env;
    child = spawn(process.execPath, [...flags, 'dist/app.js'], {
      env: { PATH, HOME: home, PORT: '0', ...environment },
    });
    const errors: string[] = [];
    child.stderr?.on('data', (data) => errors.push(String(data)));
    return { child, exit: once(child, 'exit'), errors: () => errors.join('') };
  }

  /** The first line that matches. */
  async function line({ stdout }: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
    if (stdout)
      for await (const text of createInterface(stdout)) {
        const found = pattern.exec(text);
        if (found) return found;
      }
    throw new Error(`no line matched ${pattern}`);
  }

  it('serves a page without any setting, keeps its state at home, and exits with 0 on SIGTERM', async () => {
    const { child, exit, errors } = run({});
    const [, url = ''] = await line(child, /Open (\S+) and type/);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(errors()).toBe('');
  }, 30_000);

  it('needs no home where it is told both folders', async () => {
    const NO_HOME = `data:text/javascript,
      import os from 'node:os';
      import { syncBuiltinESMExports } from 'node:module';
      os.homedir = () => { throw new Error('no home') };
      syncBuiltinESMExports();`;
    const told = { DATA_DIR: 'data', DATABASE_URL: `file:${join(home, 'state.sqlite')}` };
    const { child, exit } = run(told, '--import', NO_HOME);
    const [, url = ''] = await line(child, /Open (\S+) and type/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    const without = run({}, '--import', NO_HOME);
    expect(await without.exit).toEqual([1, null]);
    expect(without.errors()).toMatch(/^This user has no home folder: set DATA_DIR.*\n$/);
  }, 60_000);

  it.each([
    ['a token alone', { SLACK_BOT_TOKEN: 'a-secret' }, /^SLACK_BOT_TOKEN is set alone: .*\n$/],
    ['a folder that is not there', { DATA_DIR: 'no-such-folder' }, /^.*\n$/],
  ])(
    'exits with 1 and one sentence for %s',
    async (_what, environment, sentence) => {
      const { exit, errors } = run(environment);
      expect(await exit).toEqual([1, null]);
      expect(errors()).toMatch(sentence);
      expect(errors()).not.toContain('a-secret');
    },
    30_000,
  );
});
