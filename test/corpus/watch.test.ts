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
    const next = () =>
      new Promise<void>((resolve) => {
        told = resolve;
      });
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
      const came = next();
      await bench.import([await bench.put('a.pdf', ilacsReport())]);
      await came;
      expect(records.at(-1)?.documents.map((d) => d.source.id)).toEqual(['80535-ilacs-2023-12-04']);
      const gone = next();
      await rm(join(bench.folder, 'imported'), { recursive: true });
      await gone;
      expect(records.at(-1)?.documents).toEqual([]);
    } finally {
      stop();
    }
  });
});
