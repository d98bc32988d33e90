import { Urn } from '../../domain/authority.js';
import { parseDate } from '../import/facts/dates.js';
import { addressOf, type Element, PageNotUnderstood, parsePage, textOf, within } from './html.js';

/** A council as the listing has it; `latest` is the day its newest report came out. */
export type ListedCouncil = { urn: string; name: string; latest: string | null };

/** One page of the listing; `next` is the address of the one after it. */
export type ListingPage = { councils: ListedCouncil[]; next: string | null };

/**
 * Reads a page of the listing.
 * @throws PageNotUnderstood where it is not laid out as known; a listing without a council is not.
 */
export function readListing(html: string, address: string): ListingPage {
  const page = parsePage(html);
  const results = page.all('ul.results-list > li.search-result');
  if (results.length === 0)
    throw new PageNotUnderstood('the listing has no results (ul.results-list > li.search-result)');
  const link = page.one('div.pagination a.pagination__next[href]');
  const next = addressOf(link, address);
  const [, number, of] = /(\d+) of (\d+)/.exec(textOf(page.one('.pagination__numbers'))) ?? [];
  if (!next && Number(number) < Number(of))
    throw new PageNotUnderstood(`page ${number} of ${of} of the listing has no link to the next`);
  return { councils: results.map(councilOf), next: next?.href ?? null };
}

function councilOf(result: Element): ListedCouncil {
  const inside = within(result);
  const link = inside.one('.search-result__title a[href]');
  const name = textOf(link);
  const urn = /\/provider\/44\/(\d+)/.exec(link?.attribs.href ?? '')?.[1];
  if (!name || !Urn.safeParse(urn).success || !urn)
    throw new PageNotUnderstood('a result of the listing has no name with a link to its page');
  const lines = inside.all('.search-result__provider-info li').map(textOf);
  const line = lines.find((text) => /^latest report\b/i.test(text));
  const latest = line ? parseDate(line.replace(/^[^:]*:\s*/, '')) : null;
  if (line && !latest)
    throw new PageNotUnderstood(`the listing's date of the latest report of ${name} is no date`);
  return { urn, name, latest };
}
