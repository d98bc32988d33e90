import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { RecordedDocument } from '../../src/domain/document.js';
import { CACHE_FORMAT, cacheNote, openIndexCache } from '../../src/search/index.js';
import { runOfsted } from '../support/cli.js';
import { article, letter, temporaryFolders, writeFiles, writeRecord } from '../support/record.js';
import { writeTameside } from '../support/tameside.js';

const folders = temporaryFolders();
afterAll(folders.remove);

const QUESTIONS = [
  'tameside agency staff',
  'kids running away in tameside',
  'tamside pathway plns 2017',
  'what did the council say about leadership',
];

let data: string;
const file = () => join(data, '.index', 'search.bin');

const load = () => loadRecord({ dataDir: data, openCache: openIndexCache });
/** What the cache of the record holds that `load` gave. */
const payloadOf = ({ cache }: Awaited<ReturnType<typeof load>>) =>
  cache && openIndexCache(data, cache.fingerprint).payload;

/** The same document with its passages after all else, and a lone line break at its end. */
function withPassagesLast(text: string): string {
  const { passages, ...others } = JSON.parse(text);
  return `${JSON.stringify({ ...others, passages }, null, 2)}\n`;
}

/** Starts with the record, as the bot does: what is told of the cache, and the answers. */
async function start() {
  const record = await load();
  const context = createAnswerContext(record, record.cache);
  return {
    fromFile: record.cache?.payload instanceof Uint8Array,
    note: record.cache && cacheNote(record.cache),
    problems: record.problems.length,
    answers: QUESTIONS.map((question) => answerQuestion(question, context)),
  };
}

/** The answers of an index that was never in a file. */
async function answersInMemory() {
  const context = createAnswerContext(await loadRecord({ dataDir: data }));
  return QUESTIONS.map((question) => answerQuestion(question, context));
}

beforeEach(async () => {
  data = await folders.create();
  await writeTameside(data);
});
afterEach(() => rm(data, { recursive: true }));

describe('The search index', () => {
  it('is kept beside the record when it was built, and gives the same answers at the next start', async () => {
    const built = await start();
    expect(built).toMatchObject({ fromFile: false, note: null });
    const again = await start();
    expect(again).toMatchObject({ fromFile: true, note: null });
    expect(again.answers).toEqual(await answersInMemory());
    expect(again.answers).toEqual(built.answers);
    expect(again.answers.every(({ status }) => status === 'found')).toBe(true);
    expect(await readdir(join(data, '.index'))).toEqual(['search.bin']);
  });

  it('is never used where any byte of it differs', async () => {
    await start();
    const whole = await readFile(file());
    const record = await load();
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, change]) => {
        // The bytes between the version and the checksum say nothing.
        fc.pre(at < 12 || at >= 16);
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        await writeFile(file(), damaged);
        expect(payloadOf(record)).toBeNull();
      }),
      { numRuns: 150, examples: [[[0, 1]], [[8, 1]], [[16, 1]], [[48, 1]], [[80, 1]], [[88, 1]]] },
    );
  });

  it.each([
    ['as the import writes them', (text: string) => text],
    ['on one line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['with one space', (text: string) => JSON.stringify(JSON.parse(text), null, 1)],
    ['with four spaces', (text: string) => JSON.stringify(JSON.parse(text), null, 4)],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'with their passages on lines as deep as the list',
      (text: string) => text.replaceAll(/^ +(?=[\]}])/gm, '  '),
    ],
    ['with their passages last', withPassagesLast],
  ])(
    'lets every quotation be read when it is asked for, where files are laid out %s',
    async (_, laidOut) => {
      const folder = join(data, '80569-tameside');
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        await writeFile(path, laidOut(await readFile(path, 'utf8')));
      }
      const built = await start();
      const again = await start();
      expect(again).toMatchObject({ fromFile: true, note: null });
      expect(again.answers).toEqual(built.answers);
      const fromFile = await load();
      const whole = await loadRecord({ dataDir: data });
      expect(fromFile.passages.all()).toEqual(whole.passages.all());
      expect(fromFile.documents).toEqual(whole.documents);
    },
  );

  it.each([
    ['a byte of it changed', (bytes: Buffer) => bytes.fill(7, 5_000, 5_001), 'was damaged'],
    [
      'half of it is missing',
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      'was damaged',
    ],
    ['nothing is left of it', () => Buffer.alloc(0), 'was damaged'],
    ['it is something else', () => Buffer.from('{"index": []}'.repeat(20)), 'was damaged'],
    [
      'it is of an older version',
      (bytes: Buffer) => Buffer.from(bytes).fill(CACHE_FORMAT - 1, 8, 9),
      'was of another version',
    ],
  ])('is built anew with one line where %s', async (_, changed, told) => {
    await start();
    await writeFile(file(), changed(await readFile(file())));
    const after = await start();
    expect(after.note).toBe(`The search index ${file()} ${told}, so it is built anew.`);
    expect(after.answers).toEqual(await answersInMemory());
    expect(await start()).toMatchObject({ fromFile: true, note: null });
  });

  it.each([
    ['a document came', () => writeFiles(data, { 'imported/letter.json': letter() })],
    ['a document went', () => rm(join(data, '80569-tameside', '2018-09-18-trade-press.json'))],
    [
      'the themes changed',
      async () => {
        const themes = await readFile('data/themes.json', 'utf8');
        await writeFile(join(data, 'themes.json'), themes.replace('agency staff', 'agency crew'));
      },
    ],
  ])('is built anew with one line where %s', async (_, change) => {
    await cp('data/themes.json', join(data, 'themes.json'));
    await start();
    await change();
    const after = await start();
    expect(after.note).toContain('was of the record as it was before, so it is built anew.');
    expect(after.answers).toEqual(await answersInMemory());
    expect(await start()).toMatchObject({ fromFile: true, note: null });
  });

  it('is built in memory each time where nothing can be written beside the record', async () => {
    await writeFile(join(data, '.index'), 'in the way');
    const first = await start();
    expect(await start()).toMatchObject({ fromFile: false, note: null, answers: first.answers });
  });

  it('does not hide a bad imported file at the next start', async () => {
    const bad = { ...article(), urn: 7 };
    await writeFiles(data, { 'imported/a.json': bad });
    expect((await start()).problems).toBe(1);
    expect(await start()).toMatchObject({ fromFile: true, problems: 1 });
  });

  it('is no part of the record, whatever lies beside it', async () => {
    await mkdir(join(data, '.index'));
    await writeFile(join(data, '.index', 'notes.json'), 'no document');
    expect(await start()).toMatchObject({ problems: 0 });
  });

  it('that was cut short is told of on standard error, and the answer stands', async () => {
    await start();
    await truncate(file(), 300);
    const home = await folders.create();
    const run = await runOfsted(['ask', 'tameside latest', '--data', data], { home });
    expect(run.stderr).toBe(`The search index ${file()} was damaged, so it is built anew.\n`);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Tameside');
  });

  it('is of this format: whoever changes what is counted, or what a document may hold, raises CACHE_FORMAT', async () => {
    await start();
    const payload = payloadOf(await load());
    await writeRecord(data, { 'letter.json': letter(), 'article.json': article() });
    await rm(join(data, '80569-tameside'), { recursive: true });
    await rm(join(data, 'inspections.json'));
    const record = await load();
    createAnswerContext(record, record.cache);
    const small = payloadOf(record);
    const digest = createHash('sha256')
      .update(small ?? '')
      .update(JSON.stringify(z.toJSONSchema(RecordedDocument)))
      .digest('hex');
    expect(payload?.length).toBeGreaterThan(small?.length ?? 0);
    expect([CACHE_FORMAT, digest.slice(0, 16)]).toEqual([9, 'a04ef92aff1d841f']);
  });
});
