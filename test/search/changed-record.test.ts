import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AnswerContext,
  answerQuestion,
  createAnswerContext,
  updateAnswerContext,
} from '../../src/answer/index.js';
import { type LoadedRecord, loadRecord, reloadRecord } from '../../src/corpus/load.js';
import { type IndexCache, newIndexCache, openIndexCache } from '../../src/search/index.js';
import {
  article,
  letter,
  passage,
  report,
  source,
  temporaryFolders,
  writeFiles,
  writeRecord,
} from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

const QUESTIONS = [
  'oldham caseloads',
  'what about care leavers',
  'oldham latest',
  'homes of their own',
];

type Change = { name: string; make: (folder: string) => Promise<unknown> };
const put = (name: string, content: unknown): Change => ({
  name: `put ${name}`,
  make: (folder) => writeFiles(folder, { [name]: content }),
});
const reworded = letter({
  passages: [passage({ quote: 'Caseloads are lower now.', themes: ['caseloads'] })],
});

const CHANGES: Change[] = [
  put('imported/letter.json', letter()),
  put('imported/letter.json', reworded),
  put('imported/a/letter.json', letter()),
  put('imported/report.json', report()),
  put('imported/article.json', article()),
  put('imported/bad.json', { ...article(), urn: 7 }),
  put(
    'imported/revised.json',
    letter({ source: source({ id: 'revised', revision: 2 }), passages: reworded.passages }),
  ),
  ...[
    'letter.json',
    'a/letter.json',
    'report.json',
    'article.json',
    'bad.json',
    'revised.json',
  ].map(
    (name): Change => ({
      name: `take ${name}`,
      make: (folder) => rm(join(folder, 'imported', name), { force: true }),
    }),
  ),
  {
    name: 'other themes',
    make: async (folder) => {
      const themes = await readFile(join(folder, 'themes.json'), 'utf8');
      const other = themes.includes('"leaver"');
      const changed = other
        ? themes.replace('"leaver"', '"care leaver"')
        : themes.replace('"care leaver"', '"leaver"');
      await writeFiles(folder, { 'themes.json': JSON.parse(changed) });
    },
  },
];

const answersOf = (context: AnswerContext) =>
  QUESTIONS.map((question) => answerQuestion(question, context));

describe('A record that changes', () => {
  it('answers as one that is read anew, and writes the same index, after any changes', async () => {
    const turns = fc.array(fc.subarray(CHANGES, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(turns, async (changes) => {
        const folder = await folders.create();
        await writeRecord(folder, {
          'article.json': letter({ source: source({ id: 'first' }), passages: [] }),
        });
        let loaded: LoadedRecord<IndexCache> = await loadRecord({
          dataDir: folder,
          openCache: openIndexCache,
        });
        let context = createAnswerContext(loaded, loaded.cache);
        for (const turn of changes) {
          for (const { make } of turn) await make(folder);
          loaded = await reloadRecord(loaded, { dataDir: folder, openCache: newIndexCache });
          context = await updateAnswerContext(context, loaded, loaded.cache);
          const written = await readFile(join(folder, '.index', 'search.bin'));
          await rm(join(folder, '.index'), { recursive: true });
          const anew = await loadRecord({ dataDir: folder, openCache: openIndexCache });
          expect(answersOf(context)).toEqual(answersOf(createAnswerContext(anew, anew.cache)));
          expect(loaded.problems).toEqual(anew.problems);
          expect(await readFile(join(folder, '.index', 'search.bin'))).toEqual(written);
        }
      }),
      { numRuns: 6 },
    );
  }, 300_000);
});
