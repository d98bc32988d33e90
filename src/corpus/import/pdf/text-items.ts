import { getDocumentProxy } from 'unpdf';
import { paintedOnPage, type TextItem, textOnPage, type VisibleText } from './visible-text.js';

/**
 * One page's text: `number` is 1-based. `hidden` is what the page holds that its reader does not
 * see, and is no part of `items`.
 */
export type TextPage = { number: number; items: TextItem[]; hidden: string };

/** What a PDF gave: its pages, or the reason for there being none. */
export type PdfText =
  | { pages: TextPage[] }
  | { failure: 'encrypted' | 'truncated' | 'too_large' | 'no_text_layer' };

/** No published report comes near: the longest has 60 pages. */
export const MAX_PAGES = 400;

/**
 * The positioned text of a PDF. A file that the library cannot open at all, or one of whose pages
 * cannot be read, is `truncated`: half a report must never pass for a whole one. With `mayHideText`
 * it is looked at how every letter is painted, which takes as long again.
 */
export async function readTextPages(bytes: Uint8Array, mayHideText: boolean): Promise<PdfText> {
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
      pages.push(await readPage(document, number, mayHideText));
    return pages.some((p) => p.items.length > 0) ? { pages } : { failure: 'no_text_layer' };
  } catch {
    return { failure: 'truncated' };
  } finally {
    await document.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(
  document: PdfDocument,
  number: number,
  mayHideText: boolean,
): Promise<TextPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = await visibleText(page, items, mayHideText);
  page.cleanup();
  return { number, ...text };
}

type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

/**
 * What of a page's printed text its reader sees; with `mayHideText` by how it is painted, and else
 * by where it stands.
 */
export async function visibleText(
  page: Page,
  printed: Printed,
  mayHideText: boolean,
): Promise<VisibleText> {
  const on = textOnPage(placedText(printed), page.view);
  if (!mayHideText) return on;
  givePdfJsItsBuffers();
  const painted = await paintedOnPage(on.items, await page.getOperatorList());
  return { ...painted, hidden: `${on.hidden} ${painted.hidden}`.trim() };
}

/**
 * Gives Node 20 the method by which pdf.js packs instructions, which later versions have. Without
 * it a page's instructions break off at its first font.
 */
function givePdfJsItsBuffers(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  });
}

type Printed = Awaited<ReturnType<Page['getTextContent']>>['items'];

/**
 * What pdf.js gives of a page, as runs of text with their places; white space and marks of
 * structure are left out.
 */
function placedText(items: Printed): TextItem[] {
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
