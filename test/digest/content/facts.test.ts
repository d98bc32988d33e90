import { describe, expect, it } from '@jest/globals';
import { digestText } from '../../../src/digest/index.js';
import { letter, OLDHAM, ROCHDALE, report, sha256 } from '../../support/record.js';
import { digestOf, fullReport } from './digests.js';

const inspected2023 = fullReport('2023-01-16', [
  ['overall', 'good'],
  ['help_and_protection', 'good'],
]);
const inspected2025 = fullReport('2025-01-13', [
  ['overall', 'good'],
  ['help_and_protection', 'inadequate'],
]);

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('A digest as facts', () => {
  it('has each changed document with its visit, its grades and what went before', () => {
    const { digest } = digestOf([inspected2023], [inspected2023, inspected2025]);
    expect(digest).toMatchObject({
      date: '2026-11-22',
      onlyNew: false,
      councils: [
        {
          kind: 'news',
          authority: { urn: OLDHAM },
          isFirst: false,
          documents: [
            {
              change: 'added',
              source: inspected2025.source,
              visit: { period: '2025-01', kind: 'ILACS' },
              isNewerVisit: true,
              differences: [],
              detail: {
                comparison: {
                  before: { visit: { period: '2023-01' } },
                  changes: [{ area: 'help_and_protection', now: 'inadequate', before: 'good' }],
                },
              },
            },
          ],
        },
      ],
      others: [],
    });
  });

  it('has no changes of grade where two visits were graded in different areas', () => {
    const old = fullReport('2019-01-14', [['overall', 'inadequate']]);
    const { digest } = digestOf([old], [old, inspected2025]);
    expect(digest?.councils[0]).toMatchObject({
      documents: [{ detail: { comparison: { changes: null } } }],
    });
  });

  it('has what a correction changed, as values before and now', () => {
    const revised = {
      ...fullReport('2023-01-16', [['overall', 'inadequate']], {
        id: 'oldham-r2',
        sha256: sha256('revised'),
        revision: 2,
      }),
      passages: [],
    };
    const { digest } = digestOf([inspected2023], [inspected2023, revised]);
    expect(digest?.councils[0]).toMatchObject({
      documents: [
        {
          change: 'revised',
          differences: [
            { kind: 'grade', area: 'overall', now: 'inadequate', before: 'good' },
            { kind: 'grade', area: 'help_and_protection', now: null, before: 'good' },
            { kind: 'passages', now: 0, before: 2 },
          ],
        },
      ],
    });
  });

  it('has a theme through time with its citations, the silent visits and the days since', () => {
    const documents = [letter(), inspected2023];
    const { digest } = digestOf(documents, documents, { themes: ['care-leavers'] });
    expect(digest).toMatchObject({
      themes: [{ id: 'care-leavers' }],
      councils: [
        {
          kind: 'theme',
          theme: { id: 'care-leavers' },
          points: [{ citation: { visit: { period: '2021-03' } } }],
          silent: [{ period: '2023-01' }],
          standing: { lastFull: { visit: { period: '2023-01' }, days: 1_395 } },
        },
      ],
    });
  });

  it('names the councils that have nothing new beside those that have', () => {
    const { digest } = digestOf([inspected2023], [inspected2023, letter()], {
      authorities: [OLDHAM, ROCHDALE],
    });
    expect(digest?.councils.map(({ kind }) => kind)).toEqual(['news']);
    expect(digest?.others).toMatchObject([{ authority: { urn: ROCHDALE } }]);
  });

  it.each([
    ['with news', [letter()], [letter(), inspected2025, report()]],
    ['with a theme', [letter(), inspected2025], [letter(), inspected2025]],
    ['with standing facts', [report()], [report()]],
  ])('%s has no sentence of its own, and the same sentences after a journey as JSON', (_, a, b) => {
    const { digest } = digestOf(a, b);
    if (!digest) throw new Error('there is a digest');
    const { headline, councils, closing } = digestText(digest);
    const sentences = [headline, ...councils.flatMap((one) => one.closing), ...closing];
    for (const sentence of sentences) expect(textsIn(digest)).not.toContain(sentence);
    expect(digestText(JSON.parse(JSON.stringify(digest)))).toEqual(digestText(digest));
  });
});
