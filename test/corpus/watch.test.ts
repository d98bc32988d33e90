import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadedRecord } from '../../src/corpus/load.js';
import { type StopWatching, watchRecord } from '../../src/corpus/watch.js';
import { type Workbench, workbench } from '../support/imports.js';
import { ilacsReport } from '../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

describe('A running bot', () => {
  it('reads the record again when a document is imported, and when it is gone', async () => {
    const records: LoadedRecord[] = [];
    let told: () => void = () => undefined;
    /** Resolves when the newest record holds just these sources, however many readings it takes. */
    const until = async (sources: string[]) => {
      const held = () => records.at(-1)?.documents.map((document) => document.source.id);
      while (JSON.stringify(held()) !== JSON.stringify(sources))
        await new Promise<void>((resolve) => {
          told = resolve;
        });
    };
    const stop = await watchRecord({
      dataDir: bench.folder,
      every: 20,
      onRecord: (record) => {
        records.push(record);
        told();
      },
      onFault: (error) => {
        throw error;
      },
    });
    try {
      await bench.import([await bench.put('a.pdf', ilacsReport())]);
      await until(['80535-ilacs-2023-12-04']);
      await rm(join(bench.folder, 'imported'), { recursive: true });
      await until([]);
      expect(records.length).toBeGreaterThanOrEqual(2);
    } finally {
      stop();
    }
  });

  it('reads a burst of documents once, and nothing more when it is told to stop', async () => {
    const told: number[] = [];
    const faults: unknown[] = [];
    const stop = await watchRecord({
      dataDir: bench.folder,
      every: 100,
      onRecord: ({ documents, problems }) => {
        told.push(documents.length + problems.length);
      },
      onFault: (error) => faults.push(error),
    });
    const folder = join(bench.folder, 'imported', '80535-oldham');
    await mkdir(folder, { recursive: true });
    for (let n = 0; n < 30; n++) await writeFile(join(folder, `${n}.json`), '{}');
    while (told.length === 0) await pause(20);
    expect(told).toEqual([30]);
    await writeFile(join(folder, 'one-more.json'), '{}');
    await pause(120);
    stop();
    await pause(800);
    expect(told).toEqual([30]);
    expect(faults).toEqual([]);
  });

  it('takes no harm from documents that come and go while it looks', async () => {
    const faults: unknown[] = [];
    const folder = join(bench.folder, 'imported', '80535-tameside');
    await mkdir(folder, { recursive: true });
    const stop = await watchRecord({
      dataDir: bench.folder,
      every: 1,
      onRecord: () => undefined,
      onFault: (error) => faults.push(error),
    });
    try {
      for (let i = 0; i < 40; i++) {
        await mkdir(folder, { recursive: true });
        await Promise.all([1, 2, 3].map((n) => writeFile(join(folder, `${n}.json`), '{}')));
        await rm(join(bench.folder, 'imported'), { recursive: true, force: true });
      }
    } finally {
      stop();
    }
    expect(faults).toEqual([]);
  });

  it('says once that a changed record cannot be read, and reads it as soon as it can be', async () => {
    const broken = join(bench.folder, 'broken.json');
    const faults: string[] = [];
    let stop: StopWatching | undefined;
    const read = new Promise<LoadedRecord>((resolve) => {
      const watching = watchRecord({
        dataDir: bench.folder,
        every: 5,
        onRecord: resolve,
        onFault: (error) => {
          faults.push(String(error));
          setTimeout(() => void rm(broken), 100);
        },
      });
      void watching.then(async (stopWatching) => {
        stop = stopWatching;
        await writeFile(broken, '{');
        await bench.import([await bench.put('a.pdf', ilacsReport())]);
      });
    });
    try {
      const { documents } = await read;
      expect(documents.map(({ source }) => source.id)).toEqual(['80535-ilacs-2023-12-04']);
      expect(faults).toEqual([expect.stringContaining('broken.json')]);
    } finally {
      stop?.();
    }
  });
});
