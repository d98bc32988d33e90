import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportResult } from '../../../src/corpus/import/import.js';
import { gradesOf, type Workbench, workbench } from '../../support/imports.js';
import type { PdfText } from '../../support/pdf.js';
import {
  bullet,
  chapter,
  dashed,
  numbered,
  type Part,
  paragraph,
  printed,
} from '../../support/printed.js';
import { column, ilacsReport, type Page, row, sifReport } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const imported = async (pages: Page[], name = 'r.pdf'): Promise<ImportResult> => {
  const [result] = await bench.import([await bench.put(name, pages)]);
  if (!result) throw new Error('nothing was imported');
  return result;
};

const BODY = 'Leaders, social workers and carers work together for the children of the town. ';
const OPENING = [chapter('Executive summary'), paragraph(BODY.repeat(20))];

/** The passages of a report with these pages after its executive summary. */
async function quotes(...pages: Page[]): Promise<string[]> {
  const { document } = await imported([
    ...sifReport().slice(0, 2),
    ...printed(...OPENING),
    ...pages,
  ]);
  return (document?.passages ?? []).map((p) => p.quote).filter((quote) => !quote.startsWith(BODY));
}

const quotesOf = (...parts: Part[]) => quotes(...printed(...parts));

const HEADING: PdfText = {
  text: 'The experiences and progress of children who need help and protection',
  x: 71,
  y: 740,
  size: 14,
  bold: true,
};

describe('The text of a report', () => {
  it('has no marks of footnotes, and no footnotes', async () => {
    expect(
      await quotes(
        [
          HEADING,
          { text: 'Some children wait for a long time', x: 71, y: 700 },
          { text: '3', x: 262, y: 705, size: 7 },
          { text: 'before they', x: 270, y: 700 },
          { text: 'are seen', x: 71, y: 685 },
          { text: '3', x: 71, y: 126, size: 7 },
          { text: 'The council calls this the first visit to a child.', x: 79, y: 120, size: 9 },
          { text: '4', x: 71, y: 99, size: 7 },
          { text: 'Children who are looked after by the council.', x: 79, y: 93, size: 9 },
          { text: '5', x: 500, y: 30, size: 20 },
        ],
        [{ text: 'by a social worker.', x: 71, y: 740 }],
      ),
    ).toEqual(['Some children wait for a long time before they are seen by a social worker.']);
  });

  it('has bullets with those under them as one passage', async () => {
    expect(
      await quotesOf(
        chapter('Summary for children and young people'),
        bullet('The council has promised to:'),
        dashed('listen to you'),
        dashed('tell you what has changed.'),
        bullet('You like your social worker.'),
      ),
    ).toEqual([
      'The council has promised to: – listen to you – tell you what has changed.',
      'You like your social worker.',
    ]);
  });

  it('has compounds whole, and halves that are said later as they are', async () => {
    expect(
      await quotesOf(
        chapter('Summary of key findings'),
        numbered(1, 'Single- and multi- agency audits of long- term plans are clear.'),
      ),
    ).toEqual(['Single- and multi-agency audits of long-term plans are clear.']);
  });

  it('has no heading in it, and loses no sentence to one', async () => {
    expect(
      await quotes([
        HEADING,
        { text: '1.', x: 71, y: 710 },
        { text: 'Thresholds are clear.', x: 103, y: 710 },
        { text: 'Adoption performance', x: 71, y: 680, size: 14, bold: true },
        { text: 'Experience and progress of care leavers', x: 71, y: 660, size: 14, bold: true },
        { text: 'Since the last inspection, when services were judged to be', bold: true, y: 630 },
        { text: 'outstanding, there has been a decline.', x: 71, y: 616 },
      ]),
    ).toEqual([
      'Thresholds are clear.',
      'Since the last inspection, when services were judged to be outstanding, there has been a decline.',
    ]);
  });
});

describe('The lead inspector', () => {
  it.each([
    ['Lead inspector: Marie McGuinness Senior HMI', 'Marie McGuinness'],
    ['Lead inspector: Firstname Lastname Senior', 'Firstname Lastname'],
    ['Lead inspector on site: Firstname Lastname', 'Firstname Lastname'],
    ['Lead inspector (on-site): Firstname Lastname, HMI', 'Firstname Lastname'],
    ['Reporting inspector: Firstname Lastname HMI', 'Firstname Lastname'],
    ['Lead inspector: Anne-Marie O’Connor, Her Majesty’s Inspector', 'Anne-Marie O’Connor'],
    [
      'Lead inspectors: Firstname Lastname HMI and Givenname Familyname HMI',
      'Firstname Lastname and Givenname Familyname',
    ],
  ])('is read from “%s”', async (lead, name) => {
    const { document } = await imported(ilacsReport({ lead }));
    expect(document?.visits[0]?.leadInspector).toBe(name);
  });
});

describe('The days of an inspection', () => {
  it.each(['4 ─ 15 December 2023', '4–15 December 2023', '4 − 15 December 2023'])(
    'may have any line between them: %s',
    async (days) => {
      const { document } = await imported(ilacsReport({ dates: `Inspection dates: ${days}` }));
      expect(document?.visits[0]).toMatchObject({ start: '2023-12-04', end: '2023-12-15' });
    },
  );
});

describe('A grade', () => {
  it.each([16, -16])('set %i points off its row is its row’s', async (off) => {
    const rows = [
      ...row(530, ['The impact of leaders on social work', 'practice with children'], ['Good']),
      ...column(['and families'], 501, { x: 77 }),
      ...row(
        460,
        ['The experiences and progress of', 'children who need help and protection'],
        ['Inadequate'],
        453 + off,
      ),
      ...row(400, ['The experiences and progress of', 'children in care'], ['Outstanding']),
      ...row(350, ['The experiences and progress of care', 'leavers'], ['Good']),
      ...row(300, ['Overall effectiveness'], ['Good']),
    ];
    expect(gradesOf(await imported(ilacsReport({ rows, sections: [] })))).toMatchObject({
      impact_of_leaders: 'good',
      help_and_protection: 'inadequate',
      in_care: 'outstanding',
    });
  });
});

describe('The day of publication', () => {
  it.each(['oldham 19 january 2024.pdf', 'report_2024-01-19.pdf', '19th Jan 2024 (1).pdf'])(
    'is read from a file’s name where the report prints none, and is marked so: %s',
    async (name) => {
      const { document } = await imported(ilacsReport(), name);
      expect(document?.source.published).toEqual({
        date: '2024-01-19',
        basis: 'file name',
        note: null,
      });
    },
  );
});
