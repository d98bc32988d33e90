import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, type Workbench, workbench } from '../../support/imports.js';
import { type PdfText, pdfOf } from '../../support/pdf.js';
import { column, ilacsReport, type Page, SECTIONS } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

async function imported(content: Page[] | Uint8Array) {
  const [result] = await bench.import([await bench.put('report.pdf', content)]);
  if (!result) throw new Error('the file has no result');
  const quotes = result.document?.passages.map(({ quote }) => quote) ?? [];
  return { result, quotes, text: JSON.stringify(await bench.record()) };
}

/** A sound report with one more line in the room under its findings. */
const withLine = (line: Partial<PdfText>): Page[] => {
  const pages = ilacsReport();
  const added = { text: SECRET, x: 99, y: 200, size: 12, ...line };
  return pages.map((page, i) => (i === 2 ? [...page, added] : page));
};

const SECRET = 'Nobody was meant to read that leaders are the best in England.';

/** The same PDF with its pages' instructions compressed, as published ones are. */
function compressed(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(/<< \/Length \d+ >>\nstream\n([\s\S]*?)\nendstream/g, (_, content: string) => {
      const data = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
      return `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream`;
    }),
    'latin1',
  );
}

describe('Text that the reader of a report does not see', () => {
  const WAYS: [string, Partial<PdfText>][] = [
    ['painted without ink', { set: '3 Tr' }],
    ['that only clips', { set: '0.0 0.0 0.0 rg 7 Tr' }],
    ['in white', { set: '1 g' }],
    ['in white after a mark of structure', { set: '1 1 1 rg /P <</MCID 5/Lang (en-GB)>> BDC' }],
    ['in white of a named colour space', { set: '/DeviceRGB cs 1 1 1 scn' }],
    ['in no ink of four', { set: '0 0 0 0 k' }],
    ['nearly white', { set: '.99 0.98 1.0 rg' }],
    ['without opacity', { set: '/Clear gs' }],
    ['as small as dust', { size: 0.5 }],
  ];

  it.each(WAYS)('is left out, and a person is asked: %s', async (_, line) => {
    const { result, quotes, text } = await imported(withLine(line));
    expect([result.verdict, codesOf(result)]).toEqual(['needs_review', ['hidden_text']]);
    expect(text).toContain('Leaders know their services well.');
    expect(quotes.join()).not.toContain('Nobody');
  });

  it.each(WAYS)('is found in compressed pages too: %s', async (_, line) => {
    const { result } = await imported(compressed(pdfOf(withLine(line))));
    expect(codesOf(result)).toEqual(['hidden_text']);
  });

  it.each([
    ['left of the page', { x: -900 }],
    ['above the page', { y: 900 }],
    ['below the page', { y: -20 }],
  ])('is no part of the report: %s', async (_, line) => {
    const { quotes } = await imported(withLine(line));
    expect(quotes).toContain('Leaders know their services well.');
    expect(quotes.join()).not.toContain('Nobody');
  });

  it.each([
    ['white on a coloured ground', { set: '0 0 1 rg 60 190 480 24 re f 1 g' }],
    ['black after white', { set: '1 g 60 190 480 24 re f 0 g' }],
    ['in outline', { set: '1 Tr' }],
    ['in a light colour', { set: '.8 .8 1 rg' }],
  ])('is not what can be seen: %s', async (_, line) => {
    const { result, quotes } = await imported(withLine(line));
    expect([result.verdict, codesOf(result)]).toEqual(['imported', []]);
    expect(quotes.join()).toContain('Nobody');
  });
});

describe('A damaged text layer', () => {
  const withFindings = (...paragraphs: string[]): Page[] =>
    ilacsReport({
      sections: SECTIONS.map((section, i) =>
        i === 0 ? { ...section, paragraphs: [...section.paragraphs, ...paragraphs] } : section,
      ),
    });

  it.each([
    ['figures for letters', 'Ch1ldren are pr0tected fr0m harm by g00d plans.'],
    ['letters mapped to others', 'Dijmesfo bsf qspufdufe gspn ibsn cz hppe qmbot.'],
    ['letters without a name', 'Chil\ufffdren are pro\ufffdected from harm.'],
    ['letters of no alphabet', 'Chil\ue0a1ren are pro\ue0a2ected from harm.'],
  ])('keeps only what has it out, and a person is asked: %s', async (_, damaged) => {
    const { result, quotes } = await imported(withFindings(damaged));
    expect([result.verdict, codesOf(result)]).toEqual(['needs_review', ['text_layer_damaged']]);
    expect(quotes).toContain('Leaders know their services well.');
    expect(quotes).not.toContain(damaged);
  });

  it('is why a report of which nothing can be told is rejected', async () => {
    const damage = (text: string): string =>
      text.replace(/[aeio]/g, (letter) => ({ a: '4', e: '3', i: '1', o: '0' })[letter] ?? letter);
    const pages = ilacsReport().map((page) =>
      page.map((line) =>
        typeof line === 'string' ? damage(line) : { ...line, text: damage(line.text) },
      ),
    );
    const { result } = await imported(pages);
    expect([result.verdict, codesOf(result)]).toEqual(['rejected', ['text_layer_damaged']]);
  });

  it.each([
    ['names with figures', 'Staff of Caring2Learn and Tec4All meet on the 1st and 3rd of May.'],
    ['sections of acts', 'Enquiries under s47 and s17 are timely for 16-year-olds.'],
    ['one slip', 'Children are pr0tected from harm by good plans.'],
  ])('is none where the report has only %s', async (_, sound) => {
    const { result, quotes } = await imported(withFindings(sound));
    expect([result.verdict, codesOf(result)]).toEqual(['imported', []]);
    expect(quotes).toContain(sound);
  });
});

describe('A page in two columns', () => {
  it('is read down the left one and then down the right one', async () => {
    const lines = (side: string): string[] =>
      Array.from({ length: 8 }, (_, i) => `the ${side} column goes on in line ${i + 1},`);
    const side = (name: string, x: number): PdfText[] =>
      column([`First of all ${name}`, ...lines(name), `and ends ${name}.`], 320, { x, size: 11 });
    const pages = ilacsReport().map((page, i) =>
      i === 2 ? [...page, ...side('left', 71), ...side('right', 310)] : page,
    );
    const { quotes } = await imported(pages);
    const whole = quotes.map((quote) => quote.split(',').length);
    expect(quotes.find((quote) => quote.startsWith('First of all left'))).toMatch(/ends left\.$/);
    expect(quotes.find((quote) => quote.startsWith('First of all right'))).toMatch(/ends right\.$/);
    expect(Math.max(...whole)).toBe(9);
  });
});
