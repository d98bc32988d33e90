import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRecord } from '../../src/corpus/load.js';
import { type Verification, verifyRecord } from '../../src/corpus/verify.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { pdfOf } from '../support/pdf.js';
import {
  article,
  inspection,
  judgement,
  LETTER_TEXT,
  letter,
  passage,
  report,
  sha256,
  source,
  temporaryFolders,
  writeFiles,
  writeRecord,
} from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

const REPORT_PDF = pdfOf([
  ['Inspection of Oldham', 'Overall effectiveness Requires', 'improvement to be good'],
  [
    'Too many children’s plans drift. Some children',
    '(see note) wait “far too long” for a multi-',
    'agency response. Care leavers',
  ],
  ['3', 'are well supported.'],
]);
const ARTICLE_TEXT = 'Caseloads are "too high" in some teams. Inspectors came in March.';

const theReport = (changes: Partial<RecordedDocument> = {}) =>
  report({
    source: { ...report().source, sha256: sha256(REPORT_PDF), pages: 3 },
    ...changes,
  });
const theArticle = (changes: Partial<RecordedDocument> = {}) =>
  article({ source: { ...article().source, sha256: sha256(ARTICLE_TEXT) }, ...changes });

let sources: string;
beforeEach(async () => {
  sources = await folders.create();
  await writeFiles(sources, {
    'letters/whatever it is called now.txt': LETTER_TEXT,
    'reports/80535/report.pdf': REPORT_PDF,
    'article.txt': ARTICLE_TEXT,
  });
});

async function verify(
  documents: RecordedDocument[],
  from: string[] = [sources],
): Promise<Verification> {
  const dataDir = await folders.create();
  await writeRecord(dataDir, Object.fromEntries(documents.map((d) => [`${d.source.id}.json`, d])));
  return verifyRecord(await loadRecord({ dataDir, own: dataDir }), from);
}
const told = ({ failures }: Verification): string[] =>
  failures.map((f) => [f.file.split('/').at(-1), f.item, f.expected].join(' | '));

/** The record with one passage changed. */
const quoting = (changes: Parameters<typeof passage>[0]) =>
  letter({ passages: [passage(changes)] });
const ofReport = (changes: Parameters<typeof passage>[0]) =>
  theReport({
    source: { ...theReport().source, holds: 'passages' },
    passages: [
      passage({
        visit: inspection().id,
        locator: { section: null, page: 2, lastPage: null, paragraph: 1, bullet: null },
        ...changes,
      }),
    ],
  });

describe('a sound record', () => {
  it('holds against its documents, found by checksum at any depth under any name', async () => {
    expect(await verify([letter(), theReport(), theArticle()])).toEqual({
      quotations: 4,
      judgements: 1,
      sources: 3,
      againstSources: true,
      unread: 0,
      comparison: null,
      failures: [],
    });
  });

  it('holds by itself where no documents are given, and the result says that none were read', async () => {
    const verification = await verify([letter(), report(), article()], []);
    expect(verification.failures).toEqual([]);
    expect(verification.againstSources).toBe(false);
  });

  it('may quote over the end of a line, of a hyphenated line and of a page', async () => {
    const quotes = [
      'Some children (see note) wait “far too long” for a multi-agency response.',
      'Care leavers are well supported.',
    ];
    for (const quote of quotes) {
      const lastPage = quote.startsWith('Care') ? 3 : null;
      const locator = { section: null, page: 2, lastPage, paragraph: 1, bullet: null };
      expect(told(await verify([ofReport({ quote, locator })]))).toEqual([]);
    }
  });
});

describe('a quotation', () => {
  it.each([
    ['one changed letter', 'Caseloads are too nigh in some teams.'],
    ['a capital', 'caseloads are too high in some teams.'],
    ['a word left out', 'Caseloads are high in some teams.'],
    ['a last letter cut off', 'Caseloads are too high in some team'],
    ['a first letter cut off', 'aseloads are too high in some teams.'],
    ['another full stop', 'Caseloads are too high in some teams!'],
    ['words joined without an ellipsis', 'Social workers know their children well. Caseloads'],
  ])('with %s fails, with what was expected and the nearest text', async (_, quote) => {
    const { failures } = await verify([quoting({ quote })]);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.item).toBe('passage p1.1');
    expect(failures[0]?.file).toMatch(/\/oldham-2021-letter\.json$/);
    expect(failures[0]?.expected).toBe(`“${quote}” in letter.txt`);
    expect(failures[0]?.nearest).not.toBeNull();
    expect(LETTER_TEXT.replace(/\s+/g, ' ')).toContain(failures[0]?.nearest);
  });

  it.each([
    ['first', 'Xaseloads are too high in some teams.'],
    ['middle', 'Caseloads are too nigh in some teams.'],
    ['last', 'Caseloads are too high in some teamx.'],
  ])(
    'with one letter changed in its %s word is shown beside the sentence it was taken from',
    async (_, quote) => {
      const { failures } = await verify([quoting({ quote })]);
      expect(failures[0]?.nearest).toBe('Caseloads are too high in some teams.');
    },
  );

  it('that is like nothing in the document has no nearest text', async () => {
    const { failures } = await verify([quoting({ quote: 'Foster carers praise the council.' })]);
    expect(failures[0]?.nearest).toBeNull();
  });

  it('on another page than it says fails with the page it is on', async () => {
    const locator = { section: null, page: 1, lastPage: null, paragraph: 1, bullet: null };
    const quote = 'Too many children’s plans drift.';
    expect(told(await verify([ofReport({ quote, locator })]))).toEqual([
      `oldham-2024-report.json | passage p1.1 | “${quote}” in report.pdf, page 1; it is on page 2`,
    ]);
  });

  it('with straight marks for curly ones fails', async () => {
    const failures = told(await verify([ofReport({ quote: 'wait "far too long" for' })]));
    expect(failures).toHaveLength(1);
  });
});

describe('a paragraph', () => {
  it('whose parts leave out words between them fails, because it is shown whole', async () => {
    const parts = [
      passage({ quote: 'Social workers know their children well' }),
      passage({ id: 'p1.2', quote: 'Caseloads are too high in some teams.' }),
    ];
    const { failures } = await verify([letter({ passages: parts })]);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.expected).toContain(
      'to follow each other in letter.txt: “Social workers know their children well Caseloads are',
    );
  });
});

describe('a grade', () => {
  it('whose printed phrase is not on its page fails', async () => {
    const judgements = [judgement({ page: 2 })];
    expect(told(await verify([theReport({ judgements })]))).toEqual([
      `oldham-2024-report.json | judgement ${inspection().id}/overall | “Requires improvement to be good” in report.pdf, page 2; it is on page 1`,
    ]);
    const inadequate = [judgement({ grade: 'inadequate', printed: 'Inadequate' })];
    expect(told(await verify([theReport({ judgements: inadequate })]))).toEqual([
      `oldham-2024-report.json | judgement ${inspection().id}/overall | “Inadequate” in report.pdf, page 1`,
    ]);
  });
});

describe('an official mark', () => {
  const text = 'Too many plans drift. Some wait “far too long” for multi-agency response.';
  const marked = (quote: string, verdict: 'agrees' | 'differs', page = 2) => {
    const content = `${text} ${quote}`;
    return {
      content,
      document: theArticle({
        source: { ...article().source, sha256: sha256(content) },
        passages: [
          passage({
            visit: inspection().id,
            speaker: { kind: 'ofsted_quoted_by_press' },
            finding: 'The newspaper quotes the report.',
            quote,
            official: { source: 'oldham-2024-report', page, verdict },
          }),
        ],
      }),
    };
  };
  const check = async (quote: string, verdict: 'agrees' | 'differs', page?: number) => {
    const { content, document } = marked(quote, verdict, page);
    document.source.published = null;
    await writeFiles(sources, { 'article.txt': content });
    return told(await verify([theReport(), document]));
  };

  it('"agrees" holds where only quotation marks and the last punctuation mark differ', async () => {
    expect(await check('wait "far too long" for a multi-agency response,', 'agrees')).toEqual([]);
  });

  it.each([
    ['one letter differs', 'Too many children’s plans draft', 2],
    ['only part of a word agrees', 'Too many child', 2],
    ['the words are on another page', 'Too many children’s plans drift', 1],
  ])('"agrees" fails where %s', async (_, quote, page) => {
    expect(await check(quote, 'agrees', page)).toEqual([
      `oldham-2021-article.json | passage p1.1 | oldham-2024-report, page ${page}, to have the words “${quote}”`,
    ]);
  });

  it('"differs" holds where the official text has the words nowhere, and fails where it has them', async () => {
    expect(await check('Too many plans have drifted', 'differs')).toEqual([]);
    expect(await check("Too many children's plans drift", 'differs')).toEqual([
      'oldham-2021-article.json | passage p1.1 | the verdict "agrees": oldham-2024-report has these words on page 2',
    ]);
  });
});

describe('a document', () => {
  it('whose file has changed fails, and its quotations are not held against the changed one', async () => {
    await writeFiles(sources, { 'article.txt': `${ARTICLE_TEXT} And left.` });
    const [failure, ...others] = told(await verify([letter(), theArticle()]));
    expect(failure).toContain('of article.txt; the file has changed (');
    expect(others).toEqual([]);
  });

  it('that is in none of the folders fails', async () => {
    const empty = await folders.create();
    expect(told(await verify([letter()], [empty]))).toEqual([
      `oldham-2021-letter.json |  | letter.txt (sha256 ${sha256(LETTER_TEXT)}) in the folders given`,
    ]);
  });

  it('with another number of pages than recorded fails', async () => {
    const wrong = theReport({ source: { ...theReport().source, pages: 4 } });
    expect(told(await verify([wrong]))).toEqual([
      'oldham-2024-report.json |  | source.pages to be 3, as the document has; it is 4',
    ]);
  });

  it('that cannot be read fails', async () => {
    const damaged = '%PDF-1.7 damaged';
    await writeFiles(sources, { 'letter.txt': damaged });
    const failures = told(
      await verify([letter({ source: source({ sha256: sha256(damaged), pages: 1 }) })]),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('cannot be read as a PDF');
  });

  it('is looked for in folders that exist, or a sentence says which does not', async () => {
    await expect(verify([letter()], [join(sources, 'nowhere')])).rejects.toThrow(
      /^There is no folder .*nowhere; give --sources/,
    );
  });

  it('that was imported and cannot be used fails', async () => {
    const dataDir = await folders.create();
    await writeRecord(dataDir, { 'imported/x.json': '{' });
    const verification = await verifyRecord(await loadRecord({ dataDir, own: dataDir }));
    expect(verification.failures[0]?.file).toMatch(/\/imported\/x\.json$/);
    expect(verification.failures[0]?.expected).toContain('not valid JSON');
  });
});
