import type { Citation } from '../../domain/citation.js';
import { HEADLINE, listed, sourceBrief } from './phrases.js';

/**
 * What is said of quotations as a headline, with the documents and pages that they stand on as far
 * as there is room: "…: Ofsted report, 18 May 2022, pages 1 and 8."
 */
export function withPlaces(said: string, citations: Citation[]): string {
  const documents = new Map(citations.map(({ source }) => [source.id, source]));
  const places = [...documents.values()].map((source) => {
    const own = citations.filter((each) => each.source.id === source.id);
    return [sourceBrief(source), pagesSaid(own)].filter(Boolean).join(', ');
  });
  const whole = `${said}: ${places.join('; ')}.`;
  return whole.length <= HEADLINE
    ? whole
    : `${said}, in ${documents.size === 1 ? 'one document' : `${documents.size} documents`}.`;
}

/** "page 3", "pages 1 and 8"; empty where no page is known of one. */
function pagesSaid(citations: Citation[]): string {
  const pages = citations.flatMap(({ place: { page } }) => page ?? []);
  if (pages.length < citations.length) return '';
  const distinct = [...new Set(pages)].sort((a, b) => a - b).map(String);
  return `${distinct.length === 1 ? 'page' : 'pages'} ${listed(distinct)}`;
}
