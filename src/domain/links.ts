import type { Source } from './source.js';

/** Ofsted's page of a council's children's services: it lists every report. */
export const councilPage = (urn: string): string =>
  `https://reports.ofsted.gov.uk/provider/44/${urn}`;

/** Where words can be read: in the document itself, or on the page that lists it. */
export type SourceLink = { url: string; to: 'document' | 'council page' };

/**
 * The link to a document, opened at a page where one is known; where the address of a document of
 * Ofsted's is not known, the link to its council's page. `null` for others without an address.
 */
export function sourceLink(
  { url, publisher }: Source,
  urn: string,
  page: number | null = null,
): SourceLink | null {
  if (url) return { url: page ? atPage(url, page) : url, to: 'document' };
  return publisher === 'Ofsted' && IS_NUMBER.test(urn)
    ? { url: councilPage(urn), to: 'council page' }
    : null;
}

/** A council that is no more may have another code in place of Ofsted's number. */
const IS_NUMBER = /^\d+$/;

/** Browsers open a PDF at the page that its address ends in. */
function atPage(url: string, page: number): string {
  const address = new URL(url);
  address.hash = `page=${page}`;
  return address.href;
}
