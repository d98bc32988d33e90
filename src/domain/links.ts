import type { Source } from './source.js';

/** Ofsted's page of a council's children's services: it lists every report. */
export const councilPage = (urn: string): string =>
  `https://reports.ofsted.gov.uk/provider/44/${urn}`;

const REPORTS_HOST = 'reports.ofsted.gov.uk';
/** The same documents under two names. */
const FILES_HOSTS = ['files.ofsted.gov.uk', 'files.api.ofsted.gov.uk'];

/** Domains at which Ofsted publishes reports; each stands for its subdomains too. */
export const REPORT_DOMAINS = [REPORTS_HOST, ...FILES_HOSTS] as const;

/** Children's services of a council: kind 44 of the providers that Ofsted inspects. */
const COUNCIL_PATH = /^\/provider\/44\/(\d{5,7})\/?$/;

/**
 * What an address of Ofsted's leads to: a council's page, or one document by an address that is the
 * same however it was written. `null` for every other address.
 */
export type ReportLink = { to: 'council page'; urn: string } | { to: 'document'; address: string };

/** Reads an address as somebody pastes it; see `ReportLink`. */
export function reportLink(text: string): ReportLink | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.port !== '')
    return null;
  const { hostname, pathname } = url;
  const path = pathname.replace(/\/+$/, '');
  const isFile = FILES_HOSTS.includes(hostname);
  if (!isFile && hostname !== REPORTS_HOST) return null;
  const [, urn] = isFile ? [] : (COUNCIL_PATH.exec(pathname) ?? []);
  if (urn !== undefined) return { to: 'council page', urn };
  if (path === '' || path.startsWith('/provider/')) return null;
  return { to: 'document', address: `${isFile ? 'files' : 'reports'}${path}` };
}

/** Where words can be read: in the document itself, or on the page that lists it. */
export type SourceLink = { url: string; to: 'document' | 'council page' };

/**
 * The link to a document, opened at a page where one is known; where the address of a document of
 * Ofsted's is not known, the link to its council's page. `null` for others without an address.
 */
export function sourceLink(
  { url, publisher }: Pick<Source, 'url' | 'publisher'>,
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
