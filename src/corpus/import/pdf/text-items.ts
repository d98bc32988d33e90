import { getDocumentProxy } from 'unpdf';

/**
 * A run of text as the PDF places it: `x` and `y` are the start of its baseline in points from the
 * page's lower left corner, `size` the height of the type, `font` a name that is only unique within
 * the document.
 */
export type TextItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
};

/** One page's text: `number` is 1-based, `height` in points. */
export type TextPage = { number: number; height: number; items: TextItem[] };

/** What a PDF gave: its pages, or the reason for there being none. */
export type PdfText =
  | { pages: TextPage[] }
  | { failure: 'encrypted' | 'truncated' | 'too_large' | 'no_text_layer' };

/** No published report comes near: the longest has 60 pages. */
export const MAX_PAGES = 400;

/**
 * The positioned text of a PDF. A file that the library cannot open at all, or one of whose pages
 * cannot be read, is `truncated`: half a report must never pass for a whole one.
 */
export async function readTextPages(bytes: Uint8Array): Promise<PdfText> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: true });
  } catch (error) {
    return { failure: isPasswordError(error) ? 'encrypted' : 'truncated' };
  }
  try {
    if (document.numPages > MAX_PAGES) return { failure: 'too_large' };
    const pages: TextPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(document, number));
    return pages.some((p) => p.items.length > 0) ? { pages } : { failure: 'no_text_layer' };
  } catch {
    return { failure: 'truncated' };
  } finally {
    await document.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(document: PdfDocument, number: number): Promise<TextPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const height = (page.view[3] ?? 0) - (page.view[1] ?? 0);
  page.cleanup();
  return { number, height, items: placedText(items) };
}

type Printed = Awaited<
  ReturnType<Awaited<ReturnType<PdfDocument['getPage']>>['getTextContent']>
>['items'];

/**
 * What pdf.js gives of a page, as runs of text with their places; white space and marks of
 * structure are left out.
 */
export function placedText(items: Printed): TextItem[] {
  const texts: TextItem[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    texts.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: item.height || Math.hypot(a, b),
      font: item.fontName,
    });
  }
  return texts;
}

const isPasswordError = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException';
