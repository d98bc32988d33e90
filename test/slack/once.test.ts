import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createOnce, type Once } from '../../src/slack/once.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type Store } from '../../src/store/store.js';

describe('An event that Slack delivers more than once', () => {
  let folder: string;
  let store: Store;
  let once: Once;
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const open = async () => createStore(await openDatabase(`file:${join(folder, 'state.sqlite')}`));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'once-'));
    store = await open();
    once = createOnce(store.processedEvents, logger);
    lines.length = 0;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Work that succeeds or not as it is told, and counts. */
  function work(...outcomes: boolean[]) {
    const done = { times: 0 };
    return Object.assign(async () => outcomes[done.times++] ?? true, { done });
  }

  it('is done once', async () => {
    const answering = work();
    await once('T1', 'Ev1', answering);
    await once('T1', 'Ev1', answering);
    expect(answering.done.times).toBe(1);
  });

  it('is done once across a restart', async () => {
    const answering = work();
    await once('T1', 'Ev1', answering);
    await store.close();
    store = await open();
    await createOnce(store.processedEvents, logger)('T1', 'Ev1', answering);
    expect(answering.done.times).toBe(1);
  });

  it('is tried again after a failure', async () => {
    const answering = work(false, true);
    await once('T1', 'Ev1', answering);
    await once('T1', 'Ev1', answering);
    await once('T1', 'Ev1', answering);
    expect(answering.done.times).toBe(2);
  });

  it('is done once where the deliveries overlap', async () => {
    const answering = work();
    await Promise.all([1, 2, 3].map(() => once('T1', 'Ev1', answering)));
    expect(answering.done.times).toBe(1);
  });

  it('is tried again by a delivery that waited for one that failed', async () => {
    const answering = work(false, true);
    await Promise.all([1, 2, 3].map(() => once('T1', 'Ev1', answering)));
    expect(answering.done.times).toBe(2);
  });

  it('is another event in another workspace', async () => {
    const answering = work();
    await once('T1', 'Ev1', answering);
    await once('T2', 'Ev1', answering);
    expect(answering.done.times).toBe(2);
  });

  it('is answered though the state cannot be read or written, and the log says so', async () => {
    const broken = await openDatabase(`file:${join(folder, 'state.sqlite')}`);
    await broken.run('DROP TABLE key_value');
    await broken.close();
    const answering = work();
    await once('T1', 'Ev1', answering);
    expect(answering.done.times).toBe(1);
    expect(lines.join('')).toContain('SQLITE');
  });
});
