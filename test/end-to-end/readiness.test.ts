import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

let workplace: Workplace;
afterEach(() => workplace.close());

const status = async (path: string): Promise<number> =>
  (await fetch(`${workplace.botUrl()}/health/${path}`)).status;
async function until(path: string, expected: number): Promise<void> {
  while ((await status(path)) !== expected) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('A bot whose database is gone', () => {
  it('is not ready and lives, and answers all the same', async () => {
    workplace = await openWorkplace();
    expect(await status('ready')).toBe(200);
    rmSync(fileURLToPath(workplace.databaseUrl.replace('file:', 'file://')));
    expect(await status('ready')).toBe(503);
    expect(await status('live')).toBe(200);
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
  });
});

describe('A bot whose socket is gone', () => {
  it.each([['invalid_auth'], ['account_inactive'], ['fatal_error']])(
    'is not ready while Slack refuses another with %s, and comes back when it does not',
    async (error) => {
      workplace = await openWorkplace({ socketMode: true });
      const { slack } = workplace;
      expect(await status('ready')).toBe(200);
      slack.failNext('apps.connections.open', { error, times: 2 });
      slack.dropSockets();
      await until('ready', 503);
      expect(await status('live')).toBe(200);
      await slack.waitFor((s) => s.socketConnected(), { timeoutMs: 20_000 });
      await until('ready', 200);
      expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
    },
  );
});
