import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { verifyRecord } from '../../src/corpus/verify.js';
import { RecordedDocument } from '../../src/domain/document.js';
import { runOfsted } from '../support/cli.js';
import { OLDHAM, sha256, temporaryFolders, writeRecord } from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

type Row = Record<string, unknown>;

const row = (changes: Row = {}): Row => ({
  urn: OLDHAM,
  kind: 'ILACS',
  days: [['2024-05-13', '2024-05-24']],
  lead: 'Lisa Summers',
  report: { title: 'Inspection of Oldham', pages: 12, sha256: sha256('report') },
  grades: [
    ['overall', 'good', 'Good', 1],
    ['care_leavers', 'good', 'Good', 1],
  ],
  statistics: {
    began: '2024-05-13',
    published: '2024-07-12',
    type: 'ILACS Standard Inspection',
    grades: { overall: 'Good', care_leavers: 'Good' },
  },
  ...changes,
});

/** A record whose table has these rows. */
async function folderWith(...inspections: Row[]): Promise<string> {
  const folder = await folders.create();
  await writeRecord(folder, {
    'inspections.json': {
      about: 'Facts.',
      licence: 'OGL',
      statistics: {
        id: 'ofsted-statistics-2025',
        title: 'Local authority inspection outcomes',
        published: '2025-09-25',
        until: '2025-03-31',
        file: 'official.ods',
        sha256: sha256('ods'),
      },
      inspections,
    },
  });
  return folder;
}
const load = async (...rows: Row[]) => loadRecord({ dataDir: await folderWith(...rows) });

/** Reads the table as the bot does, five times, and prints the milliseconds of work each took. */
const TIMED = `
import { readFileSync } from 'node:fs';
const { InspectionTable } = await import('./dist/corpus/inspection-table.js');
const { tableDocuments } = await import('./dist/corpus/table-documents.js');
for (let i = 0; i < 5; i++) {
  const before = process.cpuUsage();
  tableDocuments(InspectionTable.parse(JSON.parse(readFileSync('data/inspections.json', 'utf8'))));
  console.log(process.cpuUsage(before).user / 1000);
}`;

describe('The table of inspections that is shipped', () => {
  it('has every inspection of 431 reports, and what the statistics alone list', async () => {
    const { documents, visits } = await loadRecord({ dataDir: 'data' });
    const reports = documents.filter(({ source }) => source.kind === 'report');
    expect(reports).toHaveLength(431);
    const only = (kinds: string[]) =>
      visits.filter((visit) => kinds.includes(visit.kind) && visit.period.length === 10).length;
    expect(only(['ILACS'])).toBe(9 + 3);
    expect(only(['focused visit'])).toBe(36);
    expect(only(['monitoring visit'])).toBe(24);
  });

  it('makes documents of the record as any other, and a record that holds', async () => {
    const record = await loadRecord({ dataDir: 'data' });
    for (const document of record.documents)
      expect(() => RecordedDocument.parse(document)).not.toThrow();
    const { failures, comparison } = await verifyRecord(record);
    expect(failures).toEqual([]);
    expect(comparison).toEqual({ inspections: 259, grades: 1130, agreeing: 1130, differences: [] });
  });

  it('is one reviewable line for each inspection', async () => {
    const lines = (await readFile('data/inspections.json', 'utf8')).split('\n');
    expect(lines.filter((line) => line.startsWith('{"urn"'))).toHaveLength(431 + 72);
  });

  it('is read in well under 100 ms', () => {
    const times = execFileSync(process.execPath, ['--input-type=module', '-e', TIMED], {
      encoding: 'utf8',
    });
    expect(Math.min(...times.trim().split('\n').map(Number))).toBeLessThan(100);
  });

  it('comes with the shipped record alone', async () => {
    const dataDir = await folders.create();
    await writeRecord(dataDir, {});
    expect((await loadRecord({ dataDir })).documents).toEqual([]);
  });
});

describe('A fact that report and statistics give differently', () => {
  const differing = row({
    statistics: {
      began: '2024-05-14',
      published: '2024-07-12',
      type: 'ILACS Standard Inspection',
      grades: { overall: 'Inadequate', care_leavers: 'Good' },
    },
  });

  it('is listed by verify with what each says, and is no fault of the record', async () => {
    const { failures, comparison } = await verifyRecord(await load(differing));
    expect(failures).toEqual([]);
    expect(comparison).toMatchObject({ grades: 2, agreeing: 1 });
    expect(comparison?.differences).toEqual([
      expect.objectContaining({
        what: 'first day',
        report: '2024-05-13',
        statistics: '2024-05-14',
      }),
      expect.objectContaining({ area: 'overall', report: 'good', statistics: 'inadequate' }),
    ]);
    const run = await runOfsted(['verify', '--data', await folderWith(differing)], {
      home: await folders.create(),
    });
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/1 of 2 grades agree/);
    expect(run.stdout).toMatch(/the report says good, the statistics inadequate/);
  });

  it('is kept as both give it and shown side by side, the report first', async () => {
    const context = createAnswerContext(await load(differing));
    const { citations, table } = answerQuestion('oldham latest', context);
    const overall = citations.filter(({ passage }) => passage.startsWith('Overall'));
    expect(overall.map(({ quote, source }) => [quote, source.kind])).toEqual([
      ['Good', 'report'],
      ['Inadequate', 'statistics'],
    ]);
    expect(table?.rows.map(([area, grade]) => [area, grade])).toEqual([
      ['Overall effectiveness', 'good'],
      ['Overall effectiveness', 'inadequate'],
      ['Care leavers', 'good'],
    ]);
    const list = answerQuestion('which councils are good', context);
    expect(list.headline).toContain('Oldham');
  });
});

describe('A table that is wrong', () => {
  it.each([
    ['an area that there is not', row({ grades: [['parks', 'good', 'Good', 1]] })],
    ['a row with neither source', row({ report: undefined, statistics: undefined })],
    ['a council that the register has not', row({ urn: '99999' })],
  ])('stops the start with one sentence: %s', async (_what, wrong) => {
    await expect(load(wrong)).rejects.toThrow(/inspections\.json.*: .*correct the file/);
  });
});
