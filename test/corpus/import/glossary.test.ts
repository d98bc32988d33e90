import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Workbench, workbench } from '../../support/imports.js';
import type { PdfText } from '../../support/pdf.js';
import { ilacsReport, type Page, sifReport } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

/**
 * How a page sets its headings and what it calls them; a layout of sizes 14 and 14 sets both alike.
 */
type Setting = { title?: string; parts?: [string, string]; size?: number; bold?: boolean };

const AUTHORITY = 'Children are kept safe wherever this grade is given to those who lead.';
const BOARD = 'Partners are held to account wherever this grade is given to their board.';
const AFTER = 'Inspectors read the files of children.';

const heading = (text: string, y: number, at: Partial<PdfText> = {}): PdfText => ({
  text,
  x: 71,
  y,
  size: 14,
  bold: true,
  ...at,
});
const paragraph = (text: string, y: number): PdfText => ({ text, x: 71, y, size: 12 });

const glossary = ({
  title = 'What the inspection judgements mean',
  parts = ['The local authority', 'The LSCB'],
  ...at
}: Setting): Page => [
  heading(title, 740),
  heading(parts[0], 710, at),
  paragraph(AUTHORITY, 685),
  heading(parts[1], 650, at),
  paragraph(BOARD, 625),
  heading('Information about this inspection', 590),
  paragraph(AFTER, 565),
];

const kindsIn = async (pages: Page[]) => {
  const [result] = await bench.import([await bench.put('document.pdf', pages)]);
  const passages = result?.document?.passages ?? [];
  return (quote: string) => passages.filter((p) => p.quote === quote).map((p) => p.kind);
};

describe('What Ofsted’s grades mean, as a report explains it at its end', () => {
  it.each<Setting>([
    {},
    { size: 12 },
    { size: 12, bold: false },
    { parts: ['The local authority', 'Local Safeguarding Children Board'] },
    { parts: ['The local authority', 'The Local Safeguarding Children Board (LSCB)'] },
    { parts: ['The LSCB', 'The local authority'] },
    { parts: ['Local authority:', 'LSCB:'] },
    { title: 'What the judgements mean' },
    { title: 'What the inspection grades mean' },
    { title: 'What the inspection judgements mean: the local authority' },
    { title: 'The inspection judgements and what they mean' },
  ])('is never a finding about the council, set as %j', async (setting) => {
    const kinds = await kindsIn([...sifReport(), glossary(setting)]);
    expect([AUTHORITY, BOARD, AFTER].map(kinds)).toEqual([['context'], ['context'], ['context']]);
  });

  it('ends where the findings begin, if the report explains its grades first', async () => {
    const [first, second, ...rest] = sifReport();
    const kinds = await kindsIn([
      first ?? [],
      second ?? [],
      glossary({}),
      [
        heading('The local authority', 740, { size: 16 }),
        heading('Summary of findings', 700),
        paragraph('Social workers know their children well.', 670),
      ],
      ...rest,
    ]);
    expect(kinds('Social workers know their children well.')).toEqual(['finding']);
  });

  it.each([
    'A good local authority leads services that keep children safe.',
    'In a local authority that requires improvement, children are safe but wait too long.',
    'A local authority that is inadequate leaves children at risk.',
    'An outstanding LSCB is known for what it has changed.',
    'An LSCB requires improvement if it is less than good.',
    'A Local Safeguarding Children Board that is inadequate does not know what happens.',
  ])('is known by its words where its heading is not printed: “%s”', async (sentence) => {
    const kinds = await kindsIn([
      ...ilacsReport(),
      [paragraph(sentence, 740), paragraph('Leaders know their staff.', 710)],
    ]);
    expect([kinds(sentence), kinds('Leaders know their staff.')]).toEqual([
      ['context'],
      ['finding'],
    ]);
  });
});

describe('A heading that names the local authority', () => {
  it('opens findings everywhere else', async () => {
    const kinds = await kindsIn([
      ...sifReport(),
      [heading('The local authority', 740), paragraph('Leaders listen to children.', 710)],
    ]);
    expect(kinds('Leaders listen to children.')).toEqual(['finding']);
  });
});

describe('What a report says of its publisher', () => {
  it.each([
    'The Office for Standards in Education, Children’s Services and Skills inspects services.',
    'You may copy all or parts of this document.',
    'You may reuse this information free of charge under the terms of a licence.',
    'To receive regular email alerts about new publications, visit the website.',
    'Note: Ofsted may use various terms for the same service.',
    'Piccadilly Gate, Store Street',
    '© Crown copyright 2023',
  ])('is never a finding, whatever stands above it: “%s”', async (sentence) => {
    const kinds = await kindsIn([...ilacsReport(), [paragraph(sentence, 740)]]);
    expect(kinds(sentence)).toEqual(['context']);
  });
});
