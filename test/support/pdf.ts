/**
 * A run of text on a page: `x` and `y` in points from the bottom left corner of an A4 page, `size`
 * in points. Without `y` it stands under the line before; without `x` at the left margin. `set` are
 * instructions that stand before it and last for it alone: a colour, a ground.
 */
export type PdfText = {
  text: string;
  x?: number;
  y?: number;
  size?: number;
  bold?: boolean;
  set?: string;
};

const LEFT = 72;
const TOP = 770;
const SIZE = 12;
const FIRST_FREE_CODE = 0x80;

/**
 * A PDF with these pages of text, readable by any PDF reader. Characters outside ASCII (up to 128
 * different ones: dashes, curly quotes, private-use bullets) are carried by a ToUnicode map, as
 * word processors do.
 */
export function pdfOf(pages: (string | PdfText)[][]): Uint8Array {
  const encode = encoder();
  const contents = pages.map((page) => pageContent(page, encode.text));
  const pageIds = pages.map((_, i) => 6 + 2 * i);
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>`;
  return bytesOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    stream(encode.toUnicode()),
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /ExtGState << /Clear << /ca 0 >> >> /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      stream(content),
    ]),
  ]);
}

function pageContent(page: (string | PdfText)[], encode: (text: string) => string): string {
  let below = TOP;
  return page
    .map((line) => {
      const {
        text,
        x = LEFT,
        y,
        size = SIZE,
        bold,
        set,
      } = typeof line === 'string' ? { text: line } : line;
      const at = y ?? below;
      below = at - size * 1.25;
      const shown = `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${at} Td <${encode(text)}> Tj ET`;
      return set ? `q ${set} ${shown} Q` : shown;
    })
    .join('\n');
}

/** Gives each character a code of one byte, and tells which character each code is. */
function encoder() {
  const codes = new Map<string, number>();
  const codeOf = (char: string): number => {
    if (char >= ' ' && char <= '~') return char.charCodeAt(0);
    const code = codes.get(char) ?? FIRST_FREE_CODE + codes.size;
    if (code > 0xff) throw new Error('more than 128 characters outside ASCII in one PDF');
    codes.set(char, code);
    return code;
  };
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
  const utf16 = (char: string) =>
    Array.from({ length: char.length }, (_, i) => hex(char.charCodeAt(i), 4)).join('');
  return {
    text: (text: string) => [...text].map((char) => hex(codeOf(char), 2)).join(''),
    toUnicode: () => {
      const mapped = [...codes].map(([char, code]) => `<${hex(code, 2)}> <${utf16(char)}>`);
      const blocks = [0, 100].map((from) => mapped.slice(from, from + 100)).filter((b) => b.length);
      return [
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
        '/CMapName /Test def /CMapType 2 def',
        '1 begincodespacerange <00> <ff> endcodespacerange',
        '1 beginbfrange <20> <7e> <0020> endbfrange',
        ...blocks.map((b) => `${b.length} beginbfchar\n${b.join('\n')}\nendbfchar`),
        'endcmap end end',
      ].join('\n');
    },
  };
}

const stream = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** The objects, numbered from 1, with the table that says where each begins. */
function bytesOf(objects: string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
