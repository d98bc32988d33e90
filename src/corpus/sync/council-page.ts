import { parseDate } from '../import/facts/dates.js';
import { addressOf, type Element, PageNotUnderstood, parsePage, textOf, within } from './html.js';

/**
 * A document as a council's page lists it: what the page calls it, the day of the visit, the day it
 * came out, and where its file is.
 */
export type ListedDocument = {
  url: string;
  title: string;
  visit: string | null;
  published: string | null;
};

/** What a council's page says: its name, and every document about its children's services. */
export type CouncilPage = { name: string; documents: ListedDocument[] };

/** Inspections of all that an area does for special educational needs are not of the council. */
const NOT_OURS = /\bSEND\b|special educational needs/i;

/**
 * Reads a council's page.
 * @throws PageNotUnderstood where it is not laid out as known.
 */
export function readCouncilPage(html: string, address: string): CouncilPage {
  const page = parsePage(html);
  const name = textOf(page.one('h1.heading--title'));
  if (!name) throw new PageNotUnderstood('the page has no name of a council (h1.heading--title)');
  if (!page.one('ol.timeline'))
    throw new PageNotUnderstood('the page has no list of reports (ol.timeline)');
  const days = page
    .all('ol.timeline > li.timeline__day')
    .filter((day) => !/timeline__day--(?:opened|registered)/.test(day.attribs.class ?? ''));
  const documents = days.flatMap((day) => {
    const events = within(day).all('div.event');
    if (events.length === 0) throw new PageNotUnderstood('a day of the page has no event');
    return events.flatMap((event) => documentsOf(event, day, address));
  });
  if (documents.length === 0 && page.all('a.publication-link').length > 0)
    throw new PageNotUnderstood('the page has links to reports outside its list of them');
  const byUrl = new Map(documents.map((document) => [document.url, document]));
  return { name, documents: [...byUrl.values()].filter(({ title }) => !NOT_OURS.test(title)) };
}

function documentsOf(event: Element, day: Element, address: string): ListedDocument[] {
  const inside = within(event);
  const title = textOf(inside.one('.event__title'));
  const links = inside.all('a.publication-link');
  if (!title && links.length > 0) throw new PageNotUnderstood('a report of the page has no title');
  const visited = inside.one('.timeline__date time') ?? within(day).one('.timeline__date time');
  return links.map((link) => {
    const url = addressOf(link, address);
    if (!url) throw new PageNotUnderstood(`“${title}” has no address`);
    url.hash = '';
    const published = publicationOf(link, event);
    if (!published) throw new PageNotUnderstood(`“${title}” has no date of publication`);
    return { url: url.href, title, visit: parseDate(textOf(visited)), published };
  });
}

/** "Full inspection, PDF - 08 September 2026" beside the link, or else "Published <time>". */
function publicationOf(link: Element, event: Element): string | null {
  const beside = within(link).one('.nonvisual') ?? within(event).one('.nonvisual');
  const published = textOf(event).split(/\bPublished\b/i)[1] ?? '';
  const dates = textOf(beside).match(DATES) ?? published.match(DATES)?.slice(0, 1) ?? [];
  return parseDate(dates.at(-1) ?? '');
}

const DATES = /\d{1,2} \p{L}+ \d{4}/gu;
