import { selectAll, selectOne } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
/** An element of a page. */
export type Element = Extract<Document['children'][number], { attribs: object }>;

/** A page that is not laid out as this version knows it. The message says what was looked for. */
export class PageNotUnderstood extends Error {
  override name = 'PageNotUnderstood';
}

/** The elements of a page, by CSS selectors. */
export type Page = { all(selector: string): Element[]; one(selector: string): Element | null };

/** Parses HTML as forgivingly as browsers do, however broken it is. */
export const parsePage = (html: string): Page => within(parseDocument(html));

/** The elements inside an element or a document. */
export const within = (node: Element | Document): Page => ({
  all: (selector) => selectAll<Document | Element, Element>(selector, node),
  one: (selector) => selectOne<Document | Element, Element>(selector, node),
});

/** The text of an element, with every run of white space as one space. */
export const textOf = (element: Element | null): string =>
  element ? DomUtils.textContent(element).replace(/\s+/g, ' ').trim() : '';

/** The address that a link leads to, or `null` where it has none that can be read. */
export function addressOf(link: Element | null, base: string): URL | null {
  const href = link?.attribs.href?.trim();
  return href && URL.canParse(href, base) ? new URL(href, base) : null;
}
