import { afterAll, describe, expect, it } from '@jest/globals';
import { loadRecord } from '../../src/corpus/load.js';
import { verifyRecord } from '../../src/corpus/verify.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import type { Judgement } from '../../src/domain/judgement.js';
import type { Passage, Speaker } from '../../src/domain/passage.js';
import type { Source } from '../../src/domain/source.js';
import {
  article,
  inspection,
  judgement,
  letter,
  passage,
  ROCHDALE,
  report,
  source,
  temporaryFolders,
  visit,
  writeRecord,
} from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

async function faults(documents: RecordedDocument[]): Promise<string[]> {
  const dataDir = await folders.create();
  const files = documents.map((document, i) => [`${i}.json`, document]);
  await writeRecord(dataDir, Object.fromEntries(files));
  const { failures } = await verifyRecord(await loadRecord({ dataDir, own: dataDir }));
  return failures.map((f) => `${f.item}: ${f.expected}`);
}

const date = (day: string) => ({ date: day, basis: 'printed' as const, note: null });
const known = { source: 'oldham-2021-letter', page: null, says: 'The letter names it.' };
const unlocated = { section: null, page: null, lastPage: null, paragraph: null, bullet: null };
const atParagraph = (paragraph: number) => ({ ...unlocated, paragraph });
const inspected = (start: string, end: string) =>
  inspection({ windows: [{ start, end }], start, end, period: start.slice(0, 7) });

const letterFrom = (changes: Partial<Source>) => letter({ source: source(changes) });
const articleFrom = (changes: Partial<Source>) =>
  article({ source: { ...article().source, ...changes } });
const graded = (changes: Partial<Judgement>, at = inspection()) =>
  report({
    source: { ...report().source, published: null },
    visits: [at],
    judgements: [judgement({ visit: at.id, ...changes })],
  });
const quoted = (changes: Partial<Passage>) => [
  letter(),
  report(),
  article({ passages: [passage({ ...article().passages[0], ...changes })] }),
];
const said = (speaker: Speaker, kind: Passage['kind']) => quoted({ speaker, kind });
const official = (changes: Partial<NonNullable<Passage['official']>>) =>
  quoted({ official: { source: 'oldham-2024-report', page: 1, verdict: 'agrees', ...changes } });

const TWO = 'Plans are thorough. Too many drift.';
const marked = (tone: Passage['tone'], ...tones: Passage['tones']) => [
  letter({ passages: [passage({ quote: TWO, tone, tones })] }),
];
const THOROUGH = { from: 0, to: 19, tone: 'praise' as const };
const DRIFT = { from: 20, to: 35, tone: 'criticism' as const };

const SOUND: [string, RecordedDocument[]][] = [
  ['a passage with both of its sentences marked', marked('mixed', THOROUGH, DRIFT)],
  ['a letter, a report and an article', [letter(), report(), article()]],
  ['a letter dated on the last day of the visit', [letterFrom({ dated: date('2021-03-10') })]],
  [
    '"Requires improvement" for requires improvement to be good',
    [graded({ printed: 'Requires improvement' })],
  ],
  [
    'a grade inside the sentence that gives it',
    [graded({ printed: 'requires improvement to be good overall' })],
  ],
  [
    'care leavers graded apart in 2023',
    [graded({ area: 'care_leavers' }, inspected('2023-01-23', '2023-02-03'))],
  ],
  [
    'care leavers graded with children in care at an inspection begun in 2022',
    [graded({ area: 'in_care_and_care_leavers' }, inspected('2022-12-05', '2023-02-15'))],
  ],
  ['an overall grade in March 2026', [graded({}, inspected('2026-03-16', '2026-03-27'))]],
  [
    'an area that is said not to be in the framework',
    [
      graded(
        { grade: 'not in this framework', printed: null, page: null },
        inspected('2026-04-13', '2026-04-24'),
      ),
    ],
  ],
  ['a SIF inspection with its board', [graded({ area: 'lscb' }, inspection({ kind: 'SIF' }))]],
  [
    'adequate, before SIF',
    [
      graded(
        { area: 'outcomes', grade: 'adequate', printed: 'Adequate' },
        inspection({ kind: 'pre-SIF looked after children' }),
      ),
    ],
  ],
  [
    'a visit that is known from a document of another',
    [
      letter({
        visits: [
          visit(),
          visit({
            id: '80535-focused-visit-2019',
            windows: [],
            start: null,
            end: null,
            period: '2019',
            known,
          }),
        ],
      }),
    ],
  ],
  [
    'a visit whose days only one of two files gives',
    [
      letter(),
      article({ visits: [visit({ windows: [], start: null, end: null, period: '2021' })] }),
    ],
  ],
  ['a statement of the council', said({ kind: 'council', role: 'a spokesperson' }, 'statement')],
  ['a statement of the council in the words of the press', said({ kind: 'press' }, 'statement')],
  ['an official mark', official({})],
];

const INCONSISTENT: [string, RecordedDocument[], string][] = [
  [
    'a tone of half a sentence',
    marked('praise', { ...THOROUGH, to: 10 }),
    'tones of whole sentences of the quotation, in order and each at most once',
  ],
  [
    'a tone beyond the quotation',
    marked('criticism', { ...DRIFT, to: 36 }),
    'tones of whole sentences of the quotation',
  ],
  [
    'sentences marked out of order',
    marked('mixed', DRIFT, THOROUGH),
    'tones of whole sentences of the quotation, in order',
  ],
  ['a sentence marked twice', marked('praise', THOROUGH, THOROUGH), 'each at most once'],
  [
    'a tone that does not follow from the sentences marked',
    marked('praise', THOROUGH, DRIFT),
    'the tone that follows from the sentences marked, mixed; it is praise',
  ],
  [
    'a letter dated before the visit was over',
    [letterFrom({ dated: date('2021-03-09') })],
    'a visit that was over on 2021-03-09',
  ],
  [
    'a report published before the visit was over',
    [report({ source: { ...report().source, published: date('2024-01-20') } })],
    'a visit that was over on 2024-01-20',
  ],
  [
    'an article of 2020 about a visit of 2021',
    [letter(), articleFrom({ published: date('2020-12-31') })],
    'ended 2021-03-10',
  ],
  [
    'a letter published before it was dated',
    [letterFrom({ published: date('2021-04-19') })],
    'a letter dated on or before the day it was published',
  ],
  [
    'a printed phrase that names another grade',
    [graded({ printed: 'Good' })],
    'a printed phrase that names the grade "requires improvement to be good"; it is “Good”',
  ],
  [
    'a printed phrase that names two grades',
    [graded({ grade: 'good', printed: 'Good, once inadequate' })],
    'a printed phrase that names the grade "good"',
  ],
  [
    '"Requires improvement to be good" read as good',
    [graded({ grade: 'good', printed: 'Requires improvement to be good' })],
    'a printed phrase that names the grade "good"',
  ],
  ['a grade without its printed phrase', [graded({ printed: null })], 'it is missing'],
  [
    'a grade on a page beyond the last',
    [graded({ page: 3 })],
    'a page of the document, which has 2',
  ],
  [
    'a grade for a focused visit',
    [letter({ judgements: [judgement({ visit: visit().id, page: null })] })],
    'an area that this visit (focused visit, 2021-03-09) grades: none',
  ],
  [
    'a grade for a monitoring visit',
    [
      letter({
        visits: [visit({ kind: 'monitoring visit' })],
        judgements: [judgement({ visit: visit().id, page: null })],
      }),
    ],
    'grades: none',
  ],
  [
    'care leavers graded apart in 2022',
    [graded({ area: 'care_leavers' }, inspected('2022-12-05', '2022-12-16'))],
    'an area that this visit (ILACS, 2022-12-05) grades: overall, impact_of_leaders, help_and_protection, in_care_and_care_leavers',
  ],
  [
    'care leavers graded with children in care in 2023',
    [graded({ area: 'in_care_and_care_leavers' }, inspected('2023-01-23', '2023-02-03'))],
    'an area that this visit (ILACS, 2023-01-23) grades',
  ],
  [
    'an overall grade from April 2026',
    [graded({}, inspected('2026-04-13', '2026-04-24'))],
    'an area that this visit (ILACS, 2026-04-13) grades: impact_of_leaders',
  ],
  [
    'a SIF area in an ILACS inspection',
    [graded({ area: 'looked_after' })],
    'an area that this visit (ILACS',
  ],
  [
    'two grades of one judgement',
    [
      report(),
      article({
        passages: [],
        judgements: [judgement({ grade: 'inadequate', printed: 'inadequate', page: null })],
      }),
    ],
    'the grade of ',
  ],
  ['a press passage without a finding', quoted({ finding: null }), 'a finding in our own words'],
  [
    "a finding beside Ofsted's own words",
    [letter({ passages: [passage({ finding: 'They know them.' })] })],
    "no finding beside Ofsted's own words",
  ],
  [
    'Ofsted speaking in a newspaper as in its own document',
    quoted({ speaker: { kind: 'ofsted' } }),
    'the speaker of a press source to be other than ofsted',
  ],
  [
    "the press speaking in Ofsted's letter",
    [letter({ passages: [passage({ speaker: { kind: 'press' } })] })],
    "the speaker of Ofsted's own document to be ofsted; it is press",
  ],
  [
    "Ofsted's words as somebody's statement",
    quoted({ kind: 'statement' }),
    "a statement to be somebody else's than Ofsted's",
  ],
  [
    "the council's words as a finding",
    said({ kind: 'council', role: null }, 'finding'),
    'words of the council or an office holder to be a statement, not a finding',
  ],
  [
    'a newspaper under the Open Government Licence',
    [letter(), articleFrom({ licence: 'OGL-3.0' })],
    'licence OGL-3.0',
  ],
  [
    'an official mark on words of the press',
    quoted({ ...official({})[2]?.passages[0], speaker: { kind: 'press' } }),
    'an official mark only on words the press quotes from Ofsted; the speaker is press',
  ],
  [
    'an official mark that names no source',
    official({ source: 'nowhere' }),
    'official.source to be an Ofsted document of this authority; it is nowhere',
  ],
  [
    'an official mark that names the press',
    official({ source: 'oldham-2021-article' }),
    'official.source to be an Ofsted document',
  ],
  [
    'an official mark on a page beyond the last',
    official({ page: 3 }),
    'official.page to be a page of oldham-2024-report',
  ],
  [
    'a passage on a page of a document without pages',
    [letter({ passages: [passage({ locator: { ...unlocated, page: 1 } })] })],
    'pages in order and within the document, which has none',
  ],
  [
    'a passage that ends on a page before it begins',
    [
      report({
        passages: [
          passage({ visit: inspection().id, locator: { ...unlocated, page: 2, lastPage: 1 } }),
        ],
      }),
    ],
    'pages in order and within the document, which has 2',
  ],
  [
    'parts of a paragraph that are apart',
    [
      letter({
        passages: [
          passage(),
          passage({ id: 'p2', locator: atParagraph(2) }),
          passage({ id: 'p1.2' }),
        ],
      }),
    ],
    'passage p1.2 next to p1.1',
  ],
  [
    'a visit that nothing tells of',
    [letter({ visits: [visit(), inspected('2020-03-09', '2020-03-20')] })],
    'a document of this visit, or "known" with who mentions it',
  ],
  [
    'a visit known from a source that is not in the record',
    [
      letter({
        visits: [
          visit(),
          visit({
            id: '80535-x',
            windows: [],
            start: null,
            end: null,
            period: '2019',
            known: { ...known, source: 'nowhere' },
          }),
        ],
      }),
    ],
    'known.source to be a source of this authority; it is nowhere',
  ],
  [
    'a visit known from a page beyond the last',
    [
      report({
        visits: [
          inspection(),
          visit({ known: { ...known, source: 'oldham-2024-report', page: 3 } }),
        ],
      }),
    ],
    'known.page to be a page of oldham-2024-report',
  ],
  [
    'a visit of another authority',
    [letter({ visits: [visit(), visit({ id: `${ROCHDALE}-x`, urn: ROCHDALE, known })] })],
    "a visit of the file's own authority, 80535",
  ],
  [
    'a passage about a visit of another authority',
    [
      letter(),
      articleFrom({}),
      { ...report({ urn: ROCHDALE, visits: [], judgements: [] }), passages: [passage()] },
    ],
    `a visit of the file's own authority, ${ROCHDALE}; it is ${visit().id}`,
  ],
  [
    'one visit with two kinds',
    [letter(), article({ visits: [visit({ kind: 'monitoring visit' })] })],
    'the same kind of the visit as in ',
  ],
  [
    'one visit with two sets of days',
    [
      letter(),
      article({
        visits: [
          { ...inspected('2021-03-09', '2021-03-11'), id: visit().id, kind: 'focused visit' },
        ],
      }),
    ],
    'the same days of the visit as in ',
  ],
  [
    'one visit with two numbers',
    [letter({ visits: [visit({ ordinal: 1 })] }), article({ visits: [visit({ ordinal: 2 })] })],
    'the same number of the visit as in ',
  ],
  [
    'one visit under two ids',
    [
      letter(),
      {
        ...letterFrom({ id: 'b' }),
        visits: [visit({ id: '80535-b' })],
        passages: [passage({ visit: '80535-b' })],
      },
    ],
    `days that are not also those of the visit ${visit().id} in `,
  ],
];

describe('a record', () => {
  it.each(SOUND)('holds with %s', async (_, documents) => {
    expect(await faults(documents)).toEqual([]);
  });

  it.each(INCONSISTENT)('fails for %s', async (_, documents, expected) => {
    const found = await faults(documents);
    expect(found.join('\n')).toContain(expected);
  });
});
