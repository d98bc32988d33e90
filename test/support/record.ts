import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RecordedDocument } from '../../src/domain/document.js';
import type { Judgement } from '../../src/domain/judgement.js';
import type { Passage } from '../../src/domain/passage.js';
import type { Source } from '../../src/domain/source.js';
import type { Visit } from '../../src/domain/visit.js';

/** A real council with visits that never took place. */
export const OLDHAM = '80535';
export const ROCHDALE = '80542';

export const AUTHORITIES = {
  checked: '2026-11-01',
  authorities: [
    { urn: OLDHAM, name: 'Oldham', aliases: [], region: 'North West', type: 'Metropolitan' },
    { urn: ROCHDALE, name: 'Rochdale', aliases: [], region: 'North West', type: 'Metropolitan' },
  ],
};

export const THEMES = {
  themes: [
    {
      id: 'care-leavers',
      name: 'Care leavers',
      terms: ['care leaver'],
      layWords: [],
      hints: [],
      not: [],
    },
    { id: 'caseloads', name: 'Caseloads', terms: ['caseload'], layWords: [], hints: [], not: [] },
  ],
};

/** The text of the letter that `letter()` is a document of. */
export const LETTER_TEXT = `Focused visit to Oldham children’s services

Social workers know their children well and visit
them often. Caseloads are too high in some teams.

Care leavers are helped to find work. Too few have
a home of their own.
`;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const visit = (changes: Partial<Visit> = {}): Visit => ({
  id: `${OLDHAM}-focused-visit-2021-03-09`,
  urn: OLDHAM,
  kind: 'focused visit',
  ordinal: null,
  windows: [{ start: '2021-03-09', end: '2021-03-10' }],
  start: '2021-03-09',
  end: '2021-03-10',
  period: '2021-03',
  leadInspector: null,
  known: null,
  ...changes,
});

/** The inspection that `report()` is a document of. */
export const inspection = (changes: Partial<Visit> = {}): Visit =>
  visit({
    id: `${OLDHAM}-ilacs-2024-01-15`,
    kind: 'ILACS',
    windows: [{ start: '2024-01-15', end: '2024-01-26' }],
    start: '2024-01-15',
    end: '2024-01-26',
    period: '2024-01',
    ...changes,
  });

export const source = (changes: Partial<Source> = {}): Source => ({
  id: 'oldham-2021-letter',
  kind: 'letter',
  title: 'Focused visit to Oldham children’s services',
  publisher: 'Ofsted',
  author: null,
  published: null,
  dated: { date: '2021-04-20', basis: 'printed', note: null },
  url: null,
  licence: 'OGL-3.0',
  holds: 'passages',
  file: 'letter.txt',
  sha256: sha256(LETTER_TEXT),
  pages: null,
  revision: 1,
  ...changes,
});

export const passage = (changes: Partial<Passage> = {}): Passage => ({
  id: 'p1.1',
  visit: visit().id,
  kind: 'finding',
  locator: { section: null, page: null, lastPage: null, paragraph: 1, bullet: null },
  speaker: { kind: 'ofsted' },
  tone: 'praise',
  tones: [],
  themes: [],
  quote: 'Social workers know their children well and visit them often.',
  finding: null,
  official: null,
  ...changes,
});

export const judgement = (changes: Partial<Judgement> = {}): Judgement => ({
  visit: inspection().id,
  area: 'overall',
  grade: 'requires improvement to be good',
  printed: 'Requires improvement to be good',
  page: 1,
  ...changes,
});

/** Ofsted's letter on a focused visit, with two parts of one paragraph and one of another. */
export const letter = (changes: Partial<RecordedDocument> = {}): RecordedDocument => ({
  format: 1,
  urn: OLDHAM,
  checked: '2026-11-01',
  source: source(),
  visits: [visit()],
  judgements: [],
  passages: [
    passage(),
    passage({
      id: 'p1.2',
      tone: 'criticism',
      themes: ['caseloads'],
      quote: 'Caseloads are too high in some teams.',
    }),
    passage({
      id: 'p2.1',
      locator: { section: null, page: null, lastPage: null, paragraph: 2, bullet: null },
      themes: ['care-leavers'],
      quote: 'Care leavers are helped to find work.',
    }),
  ],
  ...changes,
});

/** Ofsted's report on an inspection, held for its dates and grades. */
export const report = (changes: Partial<RecordedDocument> = {}): RecordedDocument => ({
  format: 1,
  urn: OLDHAM,
  checked: null,
  source: source({
    id: 'oldham-2024-report',
    kind: 'report',
    title: 'Inspection of Oldham local authority children’s services',
    published: { date: '2024-03-11', basis: 'printed', note: null },
    dated: null,
    holds: 'facts',
    file: 'report.pdf',
    sha256: sha256('report'),
    pages: 2,
  }),
  visits: [inspection()],
  judgements: [judgement()],
  passages: [],
  ...changes,
});

/** A newspaper's article on the focused visit. */
export const article = (changes: Partial<RecordedDocument> = {}): RecordedDocument => ({
  format: 1,
  urn: OLDHAM,
  checked: null,
  source: source({
    id: 'oldham-2021-article',
    kind: 'press',
    title: 'Ofsted visits Oldham',
    publisher: 'a local newspaper',
    published: { date: '2021-04-22', basis: 'printed', note: null },
    dated: null,
    licence: 'quotation',
    file: 'article.txt',
    sha256: sha256('article'),
  }),
  visits: [],
  judgements: [],
  passages: [
    passage({
      speaker: { kind: 'ofsted_quoted_by_press' },
      finding: 'The newspaper reports that caseloads were too high.',
      quote: 'Caseloads are "too high" in some teams',
    }),
  ],
  ...changes,
});

/** A folder of its own for one test, and the removal of every such folder. */
export function temporaryFolders() {
  const made: string[] = [];
  return {
    create: async (): Promise<string> => {
      const folder = await mkdtemp(join(tmpdir(), 'ofsted-test-'));
      made.push(folder);
      return folder;
    },
    remove: () => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))),
  };
}

/** Writes files, by path inside the folder; what is neither text nor bytes is written as JSON. */
export async function writeFiles(folder: string, files: Record<string, unknown>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(folder, path), raw ? content : JSON.stringify(content, null, 2));
  }
}

/** A whole record: register, themes and documents by path. */
export const writeRecord = (folder: string, documents: Record<string, unknown>): Promise<void> =>
  writeFiles(folder, { 'authorities.json': AUTHORITIES, 'themes.json': THEMES, ...documents });
