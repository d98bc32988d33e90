import type { PublishedReport, SiteCouncil } from './published.js';

/** The pages of Ofsted's site, as public parsers and fixtures of others show them to be. */

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** "13 February 2024", or with two digits for the day. */
export function written(iso: string, twoDigits = false): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${twoDigits ? day : Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('’', '&#8217;');

const page = (title: string, body: string): string =>
  `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} - Ofsted</title></head>
<body><header><a href="/">Find an inspection report</a></header><main id="main">
${body}
</main><footer><a href="/terms">Terms and conditions</a></footer></body></html>
`;

/** A page of the listing: `councils` of `all`, and where the next begins. */
export function listingPage(
  councils: SiteCouncil[],
  all: number,
  { start, rows, query }: { start: number; rows: number; query: URLSearchParams },
): string {
  const results = councils.map(
    ({ urn, name, reports }) => `<li class="search-result">
  <h3 class="search-result__title heading--sub-title"><a href="/provider/44/${urn}">${escaped(name)}</a></h3>
  <address class="search-result__address">Civic Centre, ${escaped(name)}</address>
  <ul class="search-result__provider-info">
    <li>Category: <strong>Local authority children&#39;s services</strong></li>
    ${reports.length > 0 ? `<li>Latest report: <strong><time>${written(newest(reports))}</time></strong></li>` : ''}
    <li>URN: <strong>${urn}</strong></li>
  </ul></li>`,
  );
  const next = new URLSearchParams(query);
  next.set('start', String(start + rows));
  const more = start + rows < all;
  return page(
    'Search results',
    `<p class="search-results-count">${all} results</p>
<ul class="results-list list-unstyled">${results.join('\n')}</ul>
<div class="pagination">
  <span class="pagination__numbers">${start / rows + 1} of ${Math.ceil(all / rows)}</span>
  ${more ? `<a class="pagination__next" href="/search?${escaped(next.toString())}">Next <span class="nonvisual">page</span></a>` : ''}
</div>`,
  );
}

const newest = (reports: PublishedReport[]): string =>
  reports
    .map(({ published }) => published)
    .sort()
    .at(-1) ?? '';

/** A council's page: its reports, newest first, after the day it was registered. */
export function councilPage({ name, urn, reports }: SiteCouncil, origin: string): string {
  const days = [...reports]
    .sort((a, b) => (a.published < b.published ? 1 : -1))
    .map(
      ({ title, visit, published, number }) => `<li class="timeline__day">
  <div class="event">
    <p class="timeline__date"><time>${written(visit)}</time></p>
    <span class="event__title">${escaped(title)}</span>
    <a class="publication-link" href="${origin}/v1/file/${number}" target="_blank">${escaped(title)}: <span class="nonvisual">${escaped(title)}, PDF - ${written(published, true)}</span></a>
    <p>Published <time>${written(published)}</time></p>
  </div></li>`,
    );
  return page(
    name,
    `<h1 class="heading--title">${escaped(name)}</h1>
<p>URN: <strong>${urn}</strong></p>
<h2>All reports</h2>
<ol class="timeline">${days.join('\n')}
<li class="timeline__day timeline__day--opened"><p class="timeline__date"><time>1 April 1998</time></p><span class="event__title">Opened</span></li>
</ol>`,
  );
}

/** The same reports on a page that is laid out anew. */
export const redesignedPage = ({ name, reports }: SiteCouncil): string =>
  page(
    name,
    `<h1 class="govuk-heading-xl">${escaped(name)}</h1>
<div class="report-cards">${reports.map(({ title, number }) => `<a href="/v1/file/${number}">${escaped(title)}</a>`).join('')}</div>`,
  );

/** What the site shows in place of anything when it is in trouble. */
export const troublePage = (): string =>
  page('Sorry', '<h1 class="heading--title">Sorry, there is a problem with the service</h1>');
