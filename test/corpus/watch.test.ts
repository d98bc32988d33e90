import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadedRecord } from '../../src/corpus/load.js';
import { watchRecord } from '../../src/corpus/watch.js';
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
});
