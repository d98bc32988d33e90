import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRecord } from '../../src/corpus/load.js';
import { InspectionError } from '../../src/domain/errors.js';
import {
  AUTHORITIES,
  article,
  inspection,
  judgement,
  letter,
  passage,
  report,
  source,
  THEMES,
  temporaryFolders,
  visit,
  writeFiles,
  writeRecord,
} from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

let shipped: string;
let own: string;
beforeEach(async () => {
  shipped = await folders.create();
  own = await folders.create();
  await writeRecord(shipped, { '80535-oldham/letter.json': letter() });
});

const sources = (record: { documents: { source: { id: string } }[] }) =>
  record.documents.map((d) => d.source.id);

describe('the record', () => {
  it('is what is shipped and what was imported, in the order of their paths, imports last', async () => {
    await writeRecord(shipped, { '80535-oldham/2024/report.json': report() });
    await writeFiles(own, { 'imported/80535-oldham/article.json': article() });
    const record = await loadRecord({ shipped, own });
    expect(sources(record)).toEqual([
      'oldham-2024-report',
      'oldham-2021-letter',
      'oldham-2021-article',
    ]);
    expect(record.files.map((f) => f.imported)).toEqual([false, false, true]);
    expect(record.passages.all()).toHaveLength(4);
    expect(record.visits.map((v) => v.id)).toEqual([inspection().id, visit().id]);
    expect(record.checked.get('80535')).toBe('2026-11-01');
    expect(record.problems).toEqual([]);
  });

  it('is the same however often and from wherever it is read', async () => {
    await writeRecord(shipped, { 'b.json': report(), 'a.json': article() });
    const [first, second] = [
      await loadRecord({ shipped, own }),
      await loadRecord({ shipped, own }),
    ];
    const whole = (record = first) => ({ ...record, passages: record?.passages.all() });
    expect(whole(first)).toEqual(whole(second));
    expect(sources(first)).toEqual([
      'oldham-2021-letter',
      'oldham-2021-article',
      'oldham-2024-report',
    ]);
  });

  it('is the folder given with --data alone, with the register and themes of the package where it has none', async () => {
    const dataDir = await folders.create();
    await writeFiles(own, { 'imported/letter.json': letter() });
    await writeFiles(dataDir, { 'report.json': report() });
    const record = await loadRecord({ dataDir, shipped, own });
    expect(sources(record)).toEqual(['oldham-2024-report']);
    expect(record.authorities).toEqual(AUTHORITIES.authorities);
    expect(record.themes).toEqual(THEMES.themes);
  });

  it('prefers the register and the themes of the folder given', async () => {
    const dataDir = await folders.create();
    const [oldham] = AUTHORITIES.authorities;
    await writeFiles(dataDir, {
      'authorities.json': { checked: '2026-11-02', authorities: [oldham] },
      'themes.json': { themes: [] },
    });
    const record = await loadRecord({ dataDir, shipped, own });
    expect(record.authorities).toEqual([oldham]);
    expect(record.themes).toEqual([]);
    expect(record.documents).toEqual([]);
  });

  it('leaves out hidden folders, corrections and files that are not JSON', async () => {
    await writeFiles(shipped, {
      '.index/letter.json': 'no document',
      'corrections.json': 'no document',
      'deep/corrections-2026.json': 'no document',
      'README.md': 'no document',
    });
    expect(sources(await loadRecord({ shipped, own }))).toEqual(['oldham-2021-letter']);
  });

  it('is complete without a folder of imports', async () => {
    await rm(own, { recursive: true });
    expect(sources(await loadRecord({ shipped, own }))).toEqual(['oldham-2021-letter']);
  });

  it('says so in a sentence where the folder given does not exist, or is a file', async () => {
    await expect(loadRecord({ dataDir: join(shipped, 'nowhere'), shipped, own })).rejects.toThrow(
      /^There is no folder .*nowhere; give --data/,
    );
    const file = join(shipped, 'themes.json');
    await expect(loadRecord({ dataDir: file, shipped, own })).rejects.toThrow(/is not a folder/);
  });

  it('lets the full text of a document take the place of its bare facts, under the same id', async () => {
    const facts = letter({ source: source({ holds: 'facts' }), passages: [] });
    await writeRecord(shipped, { '80535-oldham/letter.json': facts });
    await writeFiles(own, { 'imported/letter.json': letter({ checked: null }) });
    const record = await loadRecord({ shipped, own });
    expect(record.problems).toEqual([]);
    expect(record.documents).toHaveLength(1);
    expect(record.passages.all()).toHaveLength(3);
    expect(record.files).toHaveLength(2);
  });

  it('ships with every document valid', async () => {
    const record = await loadRecord({ own });
    expect(record.documents.length).toBeGreaterThan(0);
    expect(record.problems).toEqual([]);
  });
});

const unknownVisit = passage({ visit: '80535-focused-visit-1999' });
const BAD_DOCUMENTS: [string, unknown, string][] = [
  [
    'has a tone nobody knows',
    { passages: [{ ...passage(), tone: 'harsh' }] },
    'passages[0].tone: expected one of praise|criticism|mixed|neutral|unmarked',
  ],
  [
    'lacks a quotation',
    { passages: [passage(), { ...passage(), quote: undefined }] },
    'passages[1].quote: expected string, found nothing',
  ],
  [
    'has an empty quotation',
    { passages: [passage({ quote: '' })] },
    'passages[0].quote: expected string to have >=1 characters',
  ],
  [
    'has a field too many',
    { passages: [{ ...passage(), mood: 'good' }] },
    'passages[0]: expected no field called mood',
  ],
  ['has an impossible date', { checked: '2026-02-30' }, 'checked: invalid ISO date'],
  [
    'has a speaker nobody knows',
    { passages: [{ ...passage(), speaker: { kind: 'rumour' } }] },
    "passages[0].speaker.kind: expected 'ofsted' | 'ofsted_quoted_by_press' | 'press'",
  ],
  ['is of another format', { format: 2 }, 'format: expected 1'],
  [
    'has visit dates that contradict each other',
    { visits: [visit({ end: '2021-03-11' })] },
    'visits[0]: start and end are those of the windows',
  ],
  ['names two faults', { format: 2, checked: 'today' }, '(and 1 more)'],
  [
    'is of an authority that is not in the register',
    { urn: '99999' },
    'urn: the register of authorities has no 99999',
  ],
  [
    'names a theme that themes.json lacks',
    { passages: [passage({ themes: ['caseloads', 'weather'] })] },
    'passages[0].themes[1]: themes.json has no theme "weather"',
  ],
  [
    'uses an id for two passages',
    { passages: [passage(), passage()] },
    'passages[1].id: "p1.1" is used twice',
  ],
  [
    'grades an area twice',
    { ...report(), judgements: [judgement(), judgement()] },
    'judgements[1]: overall is graded twice',
  ],
  [
    'quotes about a visit that no file declares',
    { passages: [unknownVisit] },
    'passages[0].visit: no file declares the visit "80535-focused-visit-1999"',
  ],
  [
    'grades a visit that no file declares',
    { judgements: [judgement({ visit: '80535-x' })] },
    'judgements[0].visit: no file declares the visit',
  ],
  [
    'has the id of another document',
    { source: source({ id: 'oldham-2024-report' }) },
    'source.id: "oldham-2024-report" is the id of ',
  ],
];

describe('a bad file', () => {
  beforeEach(() => writeFiles(shipped, { '0/report.json': report() }));

  it.each(BAD_DOCUMENTS)(
    'stops the start where it is shipped and %s',
    async (_, changes, reason) => {
      const bad = { ...letter(), ...Object(changes) };
      await writeFiles(shipped, { '80535-oldham/letter.json': bad });
      const failed = loadRecord({ shipped, own });
      await expect(failed).rejects.toThrow(InspectionError);
      await expect(failed).rejects.toThrow(`/80535-oldham/letter.json: `);
      await expect(failed).rejects.toThrow(reason);
      await expect(failed).rejects.toThrow(/; correct the file or restore it\.$/);
    },
  );

  it.each(BAD_DOCUMENTS)(
    'is skipped and listed where it is imported and %s',
    async (_, changes, reason) => {
      await rm(join(shipped, '80535-oldham'), { recursive: true });
      await writeFiles(own, { 'imported/letter.json': { ...letter(), ...Object(changes) } });
      const record = await loadRecord({ shipped, own });
      expect(sources(record)).toEqual(['oldham-2024-report']);
      expect(record.problems).toHaveLength(1);
      expect(record.problems[0]?.file).toMatch(/\/imported\/letter\.json$/);
      expect(record.problems[0]?.reason).toContain(reason);
      expect(record.problems[0]?.reason).toMatch(/import the document again or remove the file$/);
    },
  );

  it.each([
    ['{"format": 1,\n "urn": "80535",\n}', 'line 3, column 1'],
    ['{"format": 1,\n "urn" "80535"}', 'line 2, column 8'],
    ['{"format": 1,\n "urn": "80535"', 'line 2, column 16'],
    ['{"format": 1}\n\n{', 'line 3, column 1'],
    ["{'format': 1}", 'line 1, column 2'],
    ['{"quote": "two\nlines"}', 'line 1, column 11'],
    ['[1, 2 3]', 'line 1, column 7'],
    ['[01]', 'line 1, column 3'],
    ['[{"a": [], "b": {}}, {"c" 1}]', 'line 1, column 27'],
    ['', 'line 1, column 1'],
  ])('that is not JSON names line and column: %j', async (text, where) => {
    await writeFiles(shipped, { '80535-oldham/letter.json': text });
    await expect(loadRecord({ shipped, own })).rejects.toThrow(
      `/80535-oldham/letter.json: ${where}: not valid JSON from here; correct`,
    );
  });

  it('that is nested without end is a bad file like any other', async () => {
    await writeFiles(own, { 'imported/deep.json': '['.repeat(200_000) });
    const record = await loadRecord({ shipped, own });
    expect(record.problems[0]?.reason).toContain('line 1, column 200001');
  });

  it('may begin with a byte order mark', async () => {
    await writeFiles(shipped, { '80535-oldham/letter.json': `\uFEFF${JSON.stringify(letter())}` });
    expect(sources(await loadRecord({ shipped, own }))).toContain('oldham-2021-letter');
  });

  it.each(['authorities.json', 'themes.json'])('is also a bad %s', async (name) => {
    await writeFiles(shipped, { [name]: {} });
    await expect(loadRecord({ shipped, own })).rejects.toThrow(
      new RegExp(`/${name}: line 1: \\w+: expected`),
    );
  });

  const THEME = { id: 'a', name: 'A', terms: ['a'], layWords: [], not: [] };
  const themes = (...list: unknown[]) => JSON.stringify({ themes: list }, null, 1);
  it.each([
    ['a list that is no list', themes(THEME, { ...THEME, terms: 'a' }), 'line 15: themes[1].terms'],
    ['an entry of a list', themes({ ...THEME, not: ['x', 7] }), 'line 12: themes[0].not[1]'],
    ['a field that is not there', themes(THEME, { id: 'b' }), 'line 12: themes[1].name'],
    ['a field too many', themes({ ...THEME, lay: [] }), 'line 3: themes[0]: expected no field'],
    [
      'signs of JSON in a phrase',
      themes({ ...THEME, name: '"{[,:' }, { ...THEME, id: 'B b' }),
      'line 13: themes[1].id',
    ],
    ['no JSON', '{"themes": [\n{"id": "a",}]}', 'line 2, column 12: not valid JSON'],
  ])('of themes names the line: %s', async (_, text, where) => {
    await writeFiles(shipped, { 'themes.json': text });
    await expect(loadRecord({ shipped, own })).rejects.toThrow(`/themes.json: ${where}`);
  });

  it('is named from the folder of the record', async () => {
    const dataDir = join(await folders.create(), 'my-record');
    await writeRecord(dataDir, { 'a/b.json': { ...letter(), format: 2 } });
    await expect(loadRecord({ dataDir, shipped, own })).rejects.toThrow(
      'my-record/a/b.json: format: expected 1; correct the file or restore it.',
    );
  });

  it('inside an imported folder of the folder given is skipped, not fatal', async () => {
    const dataDir = await folders.create();
    await writeRecord(dataDir, { 'a.json': report(), 'imported/b.json': '{' });
    const record = await loadRecord({ dataDir, shipped, own });
    expect(sources(record)).toEqual(['oldham-2024-report']);
    expect(record.problems[0]?.reason).toMatch(/^line 1, column 2: /);
  });

  it('takes those with it that need its visits, and no others', async () => {
    await writeFiles(own, {
      'imported/a.json': article({
        source: { ...article().source, id: 'a' },
        visits: [],
        passages: [passage({ visit: '80535-x' })],
      }),
      'imported/b.json': {
        ...letter({ source: source({ id: 'b' }), visits: [visit({ id: '80535-x' })] }),
        format: 2,
      },
      'imported/c.json': article({ source: { ...article().source, id: 'c' } }),
    });
    const record = await loadRecord({ shipped, own });
    expect(record.problems.map((p) => p.file.split('/').at(-1))).toEqual(['a.json', 'b.json']);
    expect(sources(record)).toContain('c');
  });

  it('that is imported cannot lend a shipped one the visit it lacks', async () => {
    await writeFiles(shipped, { '0/report.json': report({ visits: [] }) });
    await writeFiles(own, {
      'imported/a.json': letter({
        source: source({ id: 'a' }),
        visits: [inspection()],
        passages: [],
      }),
    });
    await expect(loadRecord({ shipped, own })).rejects.toThrow('no file declares the visit');
  });
});

describe('five hundred files', () => {
  it('are all read', async () => {
    const dataDir = await folders.create();
    const letters = Array.from({ length: 500 }, (_, i) => [
      `imported/${i}.json`,
      letter({ source: source({ id: `letter-${i}`, sha256: String(i).padStart(64, '0') }) }),
    ]);
    await writeRecord(dataDir, Object.fromEntries(letters));
    const record = await loadRecord({ dataDir, shipped, own });
    expect(record.documents).toHaveLength(500);
    expect(record.passages.all()).toHaveLength(1500);
  });
});
