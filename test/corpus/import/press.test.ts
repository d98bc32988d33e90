import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRecord } from '../../../src/corpus/load.js';
import type { RecordedDocument } from '../../../src/domain/document.js';
import { type Workbench, workbench } from '../../support/imports.js';
import { AUTHORITIES, THEMES } from '../../support/record.js';
import { ilacsReport } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
  await writeFile(join(bench.folder, 'authorities.json'), JSON.stringify(AUTHORITIES));
  await writeFile(join(bench.folder, 'themes.json'), JSON.stringify(THEMES));
});
afterEach(() => bench.clear());

const VISIT = '80535-ilacs-2023-12-04';
const QUOTED = {
  same: 'Children live in stable homes',
  misquoted: 'Leaders clearly know their services very well indeed',
  elsewhere: 'Nobody has answered the telephone since the spring of last year',
};

/** An article that quotes Ofsted three times, and knows of the visit. */
const article = (): RecordedDocument => ({
  format: 1,
  urn: '80535',
  checked: null,
  source: {
    id: 'oldham-article',
    kind: 'press',
    title: 'Services improve',
    publisher: 'A newspaper',
    author: null,
    published: null,
    dated: null,
    url: null,
    licence: 'quotation',
    holds: 'passages',
    file: 'article.txt',
    sha256: 'a'.repeat(64),
    pages: null,
    revision: 1,
  },
  visits: [
    {
      id: VISIT,
      urn: '80535',
      kind: 'ILACS',
      ordinal: null,
      windows: [],
      start: null,
      end: null,
      period: '2023-12',
      leadInspector: null,
      known: null,
    },
  ],
  judgements: [],
  passages: Object.entries(QUOTED).map(([id, quote]) => ({
    id,
    visit: VISIT,
    kind: 'finding',
    locator: { section: null, page: null, lastPage: null, paragraph: null, bullet: null },
    speaker: { kind: 'ofsted_quoted_by_press' },
    tone: 'neutral',
    tones: [],
    themes: [],
    quote,
    finding: 'Something was found.',
    official: null,
  })),
});

describe('What the press puts in Ofsted’s mouth', () => {
  it('is held against the official text once that is imported', async () => {
    await writeFile(join(bench.folder, 'article.json'), JSON.stringify(article()));
    const before = await loadRecord({ dataDir: bench.folder });
    expect(before.passages.all().map((p) => p.passage.official)).toEqual([null, null, null]);

    await bench.import([await bench.put('a.pdf', ilacsReport())]);
    const passages = (await loadRecord({ dataDir: bench.folder })).passages.all();
    const quoted = Object.fromEntries(
      passages.filter((p) => p.source.kind === 'press').map((p) => [p.passage.id, p]),
    );
    expect(quoted.same?.passage.official).toEqual({ source: VISIT, page: 3, verdict: 'agrees' });
    expect(passages.find((p) => p.key === quoted.same?.ledBy)?.passage.quote).toBe(
      'Children live in stable homes.',
    );
    expect(quoted.misquoted?.passage.official).toEqual({
      source: VISIT,
      page: 3,
      verdict: 'differs',
    });
    expect(quoted.elsewhere?.passage.official).toBeNull();
  });
});
