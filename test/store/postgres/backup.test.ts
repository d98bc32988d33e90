import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backUp, restore } from '../../../src/store/backup.js';
import { openDatabase } from '../../../src/store/database.js';
import type { DatabaseHandle } from '../../../src/store/database-handle.js';
import { createStore } from '../../../src/store/store.js';
import { SCHEDULE, slot, subscription } from '../subscriptions.js';
import { type Server, startServer } from './server.js';

const SINCE = '2026-11-27T04:00:00.000Z';

let server: Server;
let folder: string;
let sqlite: DatabaseHandle;
let postgres: DatabaseHandle;
let another: DatabaseHandle;
beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  sqlite = await openDatabase(`file:${join(folder, 'first.sqlite')}`);
  postgres = await openDatabase(await server.createDatabase());
  another = await openDatabase(`file:${join(folder, 'another.sqlite')}`);
}, 120_000);
afterAll(async () => {
  for (const database of [sqlite, postgres, another]) await database.close();
  await server.stop();
  rmSync(folder, { recursive: true });
}, 120_000);

const MADE = new Date('2026-11-21T10:00:00Z');

describe('A backup', () => {
  it('goes from SQLite into PostgreSQL and back without a change', async () => {
    const store = createStore(sqlite);
    await store.subscriptions.save(subscription());
    await store.siteNotices.add('T1', 'U1', SINCE);
    await store.digestRuns.plan(SCHEDULE, slot(20));
    const [run] = await store.digestRuns.claim(1, 60);
    if (!run) throw new Error('nothing is due');
    await store.digestRuns.saveMessage(run, { text: 'a', blocks: [] }, run.subscription.state);
    await store.digestRuns.markAttempted(run, 60);

    const { text } = await backUp(sqlite, MADE);
    await restore(text, postgres, { replace: false });
    const { text: second } = await backUp(postgres, MADE);
    expect(second).toBe(text);
    await restore(second, another, { replace: false });
    expect((await backUp(another, MADE)).text).toBe(text);

    const [taken] = await createStore(postgres).digestRuns.claim(1, 60);
    expect(taken).toMatchObject({ step: 'reconcile', localDate: slot(20).localDate });
  });
});
