import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordedDocument } from '../../src/domain/document.js';
import { runOfsted } from '../support/cli.js';
import { pdfOf } from '../support/pdf.js';
import { ilacsReport, sifReport } from '../support/reports.js';

let root: string;
let newer: string;
let older: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cli-import-again-'));
  newer = join(root, '2024-02-13.pdf');
  older = join(root, '2016-12-02.pdf');
  await writeFile(newer, pdfOf(ilacsReport()));
  await writeFile(older, pdfOf(sifReport()));
  await ofsted('import', newer, older);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ofsted = (...args: string[]) => runOfsted([...args, '--data', root], { home: root });

async function paths(): Promise<string[]> {
  const names = await readdir(join(root, 'imported'), { recursive: true });
  return names
    .filter((name) => /[\\/].*\.json$/.test(name))
    .sort()
    .map((name) => join(root, 'imported', name));
}

const documentAt = async (path: string): Promise<RecordedDocument> =>
  RecordedDocument.parse(JSON.parse(await readFile(path, 'utf8')));

/** Makes the documents what an older version would have made of their files. */
async function age(edit: Partial<RecordedDocument> = {}): Promise<void> {
  for (const path of await paths()) {
    const document = await documentAt(path);
    const passages = document.passages.map((passage) => ({ ...passage, themes: [] }));
    const aged = { ...document, passages, readBy: 'an-older-version', ...edit };
    await writeFile(path, JSON.stringify(aged));
  }
}

const contents = async () => Promise.all((await paths()).map((path) => readFile(path, 'utf8')));
const changes = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { change: unknown }).change);

describe('Importing again', () => {
  it('leaves the files of a current record untouched, tells the same, and says that nothing changed', async () => {
    const written = async () =>
      Promise.all((await paths()).map(async (path) => (await stat(path)).mtimeMs));
    const before = await written();
    const { stdout } = await ofsted('import', newer, older);
    expect(stdout).toContain('2 files: 2 imported, 0 to review, 0 rejected.');
    expect(stdout).toContain('Nothing changed');
    expect(await written()).toEqual(before);

    const fresh = await runOfsted(['import', newer, '--json', '--data', join(root, 'fresh')], {
      home: root,
    });
    const again = await ofsted('import', newer, '--json');
    expect(JSON.parse(again.stdout)).toEqual({ ...JSON.parse(fresh.stdout), change: 'unchanged' });
  });

  it.each([
    ['another version', 'an-older-version'],
    ['a version that left no mark', undefined],
  ])('brings what %s read up to date, and says so', async (_, mark) => {
    const current = await contents();
    await age({ readBy: mark });
    expect(await contents()).not.toEqual(current);
    const { stdout } = await ofsted('import', newer, older);
    expect(stdout).toContain('2 brought up to date');
    expect(await contents()).toEqual(current);
    expect((await ofsted('import', newer, older)).stdout).toContain('Nothing changed');
  });

  it('leaves a document whose file is not given as it is', async () => {
    await age();
    const { stdout } = await ofsted('import', newer, '--json');
    expect(changes(stdout)).toEqual(['updated']);
    const documents = await Promise.all((await paths()).map(documentAt));
    expect(documents.filter(({ readBy }) => readBy === 'an-older-version')).toHaveLength(1);
    const asked = await ofsted('ask', 'oldham timeline');
    expect(asked.stdout).toContain('2016');
    expect(asked.stdout).toContain('2023');
  });

  it('keeps the date that somebody gave, and reads a current document for a new one', async () => {
    await ofsted('import', newer, '--published', '2024-02-15');
    const given = async () =>
      (await Promise.all((await paths()).map(documentAt))).map(({ source }) => source.published);
    const before = await given();
    await age();
    await ofsted('import', newer, older);
    expect(await given()).toEqual(before);
  });

  it('keeps a person’s answers, and uses new ones though the reader is the same', async () => {
    const unclear = join(root, 'unclear.pdf');
    await writeFile(unclear, pdfOf(ilacsReport({ dates: 'Inspection dates: in winter 2022' })));
    await ofsted('import', unclear);
    const name = (await readdir(join(root, 'imported'))).find((n) => n.startsWith('corrections-'));
    const file = join(root, 'imported', name ?? '');
    const questions = JSON.parse(await readFile(file, 'utf8'));
    const answer = (end: string) =>
      writeFile(
        file,
        JSON.stringify({
          ...questions,
          answers: { ...questions.answers, visit: [{ start: '2022-12-05', end }] },
        }),
      );
    const ends = async () =>
      (await Promise.all((await paths()).map(documentAt))).map(({ visits }) => visits[0]?.end);

    await answer('2022-12-09');
    await ofsted('import', unclear);
    expect(await ends()).toContain('2022-12-09');
    expect(changes((await ofsted('import', unclear, '--json')).stdout)).toEqual(['unchanged']);

    await age();
    await ofsted('import', newer, older, unclear);
    expect(await ends()).toContain('2022-12-09');

    await answer('2022-12-16');
    expect(changes((await ofsted('import', unclear, '--json')).stdout)).toEqual(['updated']);
    expect(await ends()).toContain('2022-12-16');
  });
});
