import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordedDocument } from '../../../src/domain/document.js';
import { runOfsted, startOfsted } from '../../support/cli.js';
import { pdfOf } from '../../support/pdf.js';
import { ilacsReport, type Page } from '../../support/reports.js';

// The long run: KILLS=50.
const KILLS = Number(process.env.INTERRUPTIONS ?? 3);
const FILES = 24;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'interrupted-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A report with a line that no reader sees and one whose letters are damaged. */
function untrusted(dates: string): Page[] {
  const [first = [], ...others] = ilacsReport({ dates, asks: ['Ch1ldren are s4fe and w3ll.'] });
  return [[...first, { text: 'Nobody sees this.', y: 100, set: '3 Tr' }], ...others];
}

async function putFiles(): Promise<string> {
  const folder = join(root, 'files');
  await mkdir(folder);
  for (let i = 1; i <= FILES; i++) {
    const dates = `Inspection dates: ${i} to ${i + 4} December 2023`;
    await writeFile(
      join(folder, `${i}.pdf`),
      pdfOf(i % 3 === 0 ? untrusted(dates) : ilacsReport({ dates })),
    );
  }
  return folder;
}

async function contents(record: string): Promise<Record<string, string>> {
  const folder = join(record, 'imported');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
}

/** The contents of a record that are documents: those put to review have a file for answers too. */
const documentsOf = (record: Record<string, string>): string[] =>
  Object.entries(record).flatMap(([name, content]) =>
    name.includes('corrections') ? [] : [content],
  );

const newRecord = (): Promise<string> => mkdtemp(join(root, 'record-'));

describe('An import that is killed', () => {
  it(`leaves only whole documents, and imported again the same record as an undisturbed one (${KILLS} kills)`, async () => {
    const files = await putFiles();
    const whole = await newRecord();
    const started = performance.now();
    await runOfsted(['import', files, '--data', whole], { home: root });
    const took = performance.now() - started;
    const undisturbed = await contents(whole);
    expect(documentsOf(undisturbed)).toHaveLength(FILES);
    for (let i = 0; i < KILLS; i++) {
      const record = await newRecord();
      const child = startOfsted(['import', files, '--data', record], { home: root });
      await wait((took * (i + 0.5)) / KILLS);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      for (const content of documentsOf(await contents(record)))
        RecordedDocument.parse(JSON.parse(content));
      await runOfsted(['import', files, '--data', record], { home: root });
      expect(await contents(record)).toEqual(undisturbed);
      const hidden = await readdir(join(record, 'imported'), { recursive: true });
      expect(hidden.filter((name) => name.includes('.unfinished'))).toEqual([]);
      await rm(record, { recursive: true });
    }
  }, 3_600_000);

  it('by Ctrl-C ends after the files in hand, says what was done, and leaves a whole record', async () => {
    const files = await putFiles();
    const record = await newRecord();
    const child = startOfsted(['import', files, '--data', record, '--json'], { home: root });
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.stderr.once('data', () => child.kill('SIGINT'));
    const [code] = await once(child, 'close');
    const results: { verdict: string }[] = told
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(130);
    expect(results.length).toBeLessThan(FILES);
    expect(documentsOf(await contents(record))).toHaveLength(results.length);
  }, 60_000);
});
