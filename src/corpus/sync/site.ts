import { InspectionError } from '../../domain/errors.js';
import { councilPage } from '../../domain/links.js';

/** Hosts that may be asked. Nothing is ever fetched from another or by another protocol. */
export type Hosts = {
  /** The host, as people know it. */
  name: string;
  allows(url: URL): boolean;
};

/** A site that publishes reports: where it lists councils, and where each council's page is. */
export type Site = Hosts & {
  /** The first page of the listing of all councils. */
  listing: string;
  councilPage(urn: string): string;
  /** Whether this is Ofsted's own site, which is asked at most once a second. */
  isOfsted: boolean;
};

const REPORTS = 'https://reports.ofsted.gov.uk';
const OFSTED_HOSTS = new Set([
  'reports.ofsted.gov.uk',
  'files.ofsted.gov.uk',
  'files.api.ofsted.gov.uk',
]);

/** Social care (3), children's services of local authorities (12); 100 results a page at most. */
const LISTING =
  '/search?q=&location=&lat=&lon=&radius=&level_1_types=3&level_2_types%5B%5D=12&start=0&rows=100';

/** Ofsted's own site. */
export const ofstedSite: Site = {
  name: 'reports.ofsted.gov.uk',
  listing: `${REPORTS}${LISTING}`,
  councilPage,
  allows: ({ protocol, host, username }) =>
    protocol === 'https:' && OFSTED_HOSTS.has(host) && username === '',
  isOfsted: true,
};

/**
 * The site at `address`, laid out as Ofsted's is, which links to no other host than its own.
 * @throws InspectionError where it is no http(s) address.
 */
export function siteAt(address: string): Site {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InspectionError(`“${address}” is no http(s) address of a site.`);
  if (OFSTED_HOSTS.has(url.host)) return ofstedSite;
  return {
    name: url.host,
    listing: `${url.origin}${LISTING}`,
    councilPage: (urn) => `${url.origin}${new URL(councilPage(urn)).pathname}`,
    allows: ({ origin, username }) => origin === url.origin && username === '',
    isOfsted: false,
  };
}
