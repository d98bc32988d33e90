import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { failureOf } from '../../src/cli/failures.js';
import { createProgram } from '../../src/cli/program.js';
import { InspectionError } from '../../src/domain/errors.js';
import { runOfsted } from '../support/cli.js';
import {
  article,
  inspection,
  LETTER_TEXT,
  letter,
  passage,
  report,
  temporaryFolders,
  visit,
  writeFiles,
  writeRecord,
} from '../support/record.js';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let data: string;
let texts: string;
beforeAll(async () => {
  [home, data, texts] = [await folders.create(), await folders.create(), await folders.create()];
  const known = { source: 'oldham-2024-report', page: 1, says: 'The report names "it", once.' };
  const mentioned = visit({
    id: '80535-focused-visit-2022',
    windows: [],
    start: null,
    end: null,
    period: '2022',
    known,
  });
  await writeRecord(data, {
    'letter.json': letter(),
    'report.json': report({
      visits: [inspection({ leadInspector: null }), mentioned],
      source: { ...report().source, holds: 'passages' },
      passages: ['Reduce caseloads.', 'Do so soon.', 'Find homes.'].map((quote, i) =>
        passage({
          id: `r${i}`,
          visit: inspection().id,
          kind: 'recommendation',
          quote,
          locator: {
            section: null,
            page: 1,
            lastPage: null,
            paragraph: null,
            bullet: i < 2 ? 1 : 2,
          },
        }),
      ),
    }),
    'article.json': article(),
    'imported/bad.json': '{',
  });
  await writeFiles(texts, { 'letter.txt': LETTER_TEXT });
});
const ofsted = (...args: string[]) => runOfsted(args, { home });

describe('ofsted', () => {
  it.each(['ask', 'verify', 'inspections'])(
    '%s --help has a sentence, its options and two examples',
    async (name) => {
      const { code, stdout, stderr } = await ofsted(name, '--help');
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`Usage: ofsted ${name} [options]`);
      expect(stdout).toContain('--data <dir>');
      expect(stdout.match(/^ {2}\$ ofsted \w+.*$/gm)).toHaveLength(2);
    },
  );

  it('has a help that lists every command', async () => {
    const { code, stdout } = await ofsted('--help');
    expect(code).toBe(0);
    for (const { name } of createProgram().commands.map((c) => ({ name: c.name() })))
      expect(stdout).toContain(name);
  });

  it('tells its version', async () => {
    expect((await ofsted('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['aks']],
    ['an unknown option', ['verify', '--fast']],
    ['an option without its value', ['verify', '--data']],
    ['an argument that a command does not take', ['verify', 'tameside']],
  ])('takes %s for wrong usage', async (_, args) => {
    const { code, stdout, stderr } = await ofsted(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/error: |Usage: /);
  });

  it('says where a question goes that is typed in the place of a command', async () => {
    const { code, stderr } = await ofsted('tameside', 'care', 'leavers');
    expect(code).toBe(2);
    expect(stderr).toContain('ofsted ask "');
  });
});

describe('a failure', () => {
  it('that is known is its own sentence', () => {
    expect(failureOf(new InspectionError('Do this.'), false)).toEqual({
      code: 1,
      message: 'Do this.',
    });
  });

  it('that is not known is a reference, and a stack only for who looks for it', () => {
    const error = new Error('secret');
    expect(failureOf(error, false).message).toMatch(/\(reference [0-9a-f]{8}\); run it again/);
    expect(failureOf(error, false).message).not.toContain('secret');
    expect(failureOf(error, true).message).toMatch(
      /\(reference [0-9a-f]{8}\)\.\nError: secret\n +at /,
    );
    expect(failureOf(error, true).code).toBe(1);
  });
});

describe('ofsted inspections', () => {
  it('lists every visit, newest first, with grades and what tells of it', async () => {
    const { code, stdout, stderr } = await ofsted('inspections', '--data', data);
    expect(code).toBe(0);
    expect(stdout).toBe(`Oldham: inspection, 15–26 January 2024 (ILACS)
  Overall effectiveness: requires improvement to be good
  report: Ofsted, published 11 March 2024; 3 passages (oldham-2024-report)

Oldham: focused visit, 2022, visit dates not given (focused visit)
  Known, no document held. The report names "it", once.

Oldham: focused visit, 9–10 March 2021 (focused visit)
  letter: Ofsted, letter dated 20 April 2021; 3 passages (oldham-2021-letter)
  press: a local newspaper, published 22 April 2021; 1 passage (oldham-2021-article)

Oldham: documents looked through on 1 November 2026.
`);
    expect(stderr).toMatch(/^Not used: .*\/imported\/bad\.json: line 1, column 2: not valid JSON/);
  });

  it('prints them as JSON, with the official document, numbers and unknowns', async () => {
    const { stdout } = await ofsted('inspections', '--json', '--data', data);
    const rows: unknown = JSON.parse(stdout);
    expect(rows).toEqual([
      {
        urn: '80535',
        authority: 'Oldham',
        kind: 'ILACS',
        ordinal: null,
        visit: {
          start: '2024-01-15',
          end: '2024-01-26',
          windows: [{ start: '2024-01-15', end: '2024-01-26' }],
        },
        period: '2024-01',
        published: '2024-03-11',
        dated: null,
        leadInspector: null,
        judgements: {
          overall: {
            grade: 'requires improvement to be good',
            printed: 'Requires improvement to be good',
            page: 1,
          },
        },
        recommendations: 2,
        passages: 3,
        file: 'report.pdf',
        sha256: report().source.sha256,
        documents: ['oldham-2024-report'],
        known: null,
        verdict: 'imported',
        reasons: [],
      },
      expect.objectContaining({
        period: '2022',
        visit: { start: null, end: null, windows: [] },
        file: null,
        documents: [],
        known: expect.objectContaining({ source: 'oldham-2024-report' }),
      }),
      expect.objectContaining({
        published: null,
        dated: '2021-04-20',
        file: 'letter.txt',
        documents: ['oldham-2021-letter', 'oldham-2021-article'],
        judgements: {},
        recommendations: 0,
        passages: 4,
      }),
    ]);
  });

  it('prints them as CSV, a row a visit, marks inside a cell escaped', async () => {
    const { stdout } = await ofsted('inspections', '--csv', '--data', data);
    const [header, first, second, ...others] = stdout.split('\r\n');
    const columns = header?.split(',') ?? [];
    expect(columns.slice(0, 3)).toEqual(['urn', 'authority', 'kind']);
    expect(first?.split(',')[columns.indexOf('overall')]).toBe('requires improvement to be good');
    expect(second).toMatch(/,"The report names ""it"", once\."$/);
    expect(others).toHaveLength(2);
    expect(others.at(-1)).toBe('');
  });

  it.each(['oldham', 'Oldham Council', '80535', 'oldam'])(
    'finds the council called %j',
    async (name) => {
      const { code, stdout } = await ofsted('inspections', name, '--data', data);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Oldham: inspection, 15–26 January 2024/);
    },
  );

  it('says what is covered where a council is not', async () => {
    const { code, stdout } = await ofsted('inspections', 'rochdale', '--data', data);
    expect([code, stdout]).toEqual([
      0,
      'The record holds nothing about Rochdale; it covers Oldham.\n',
    ]);
    expect((await ofsted('inspections', 'rochdale', '--json', '--data', data)).stdout).toBe('[]\n');
  });

  it('says so where there is no such council', async () => {
    const { code, stderr } = await ofsted('inspections', 'atlantis', '--data', data);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The register has no English council called “atlantis”/);
  });
});

describe('ofsted verify', () => {
  it('holds for the shipped record, and says what it did not check', async () => {
    const { code, stdout } = await ofsted('verify');
    expect(stdout).toMatch(
      /1,130 of 1,130 grades agree; no date differs\.\n\n\d+ quotations, \d+ judgements, \d+ sources checked for consistency only: all hold\. Not checked: whether the documents say what is quoted; give their folders with --sources\.\n$/,
    );
    expect(code).toBe(0);
  });

  it('holds against the documents', async () => {
    const sound = await folders.create();
    await writeRecord(sound, { 'letter.json': letter() });
    const { code, stdout } = await ofsted('verify', '--data', sound, '--sources', texts);
    expect([code, stdout]).toEqual([
      0,
      '3 quotations, 0 judgements, 1 source checked: all hold.\n',
    ]);
  });

  it('shows a changed letter with file, passage, what was expected and the nearest text, and fails', async () => {
    const changed = join(await folders.create(), 'record');
    await writeRecord(changed, {
      'letter.json': letter({
        passages: [passage({ quote: 'Caseloads are too nigh in some teams.' })],
      }),
    });
    const run = await ofsted('verify', '--data', changed, '--sources', texts, texts);
    expect([run.code, run.stdout]).toEqual([
      1,
      `record/letter.json: passage p1.1
  expected “Caseloads are too nigh in some teams.” in letter.txt
  nearest “Caseloads are too high in some teams.”

1 quotation, 0 judgements, 1 source checked: 1 failure.
`,
    ]);
    const json = await ofsted('verify', '--json', '--data', changed, '--sources', texts);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      holds: false,
      againstSources: true,
      failures: [{ file: 'record/letter.json', item: 'passage p1.1' }],
    });
  });
});
