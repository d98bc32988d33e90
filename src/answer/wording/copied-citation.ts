import {
  attribution,
  type Citation,
  capitalised,
  citationLink,
  placeLabel,
} from '../../domain/citation.js';
import { formatDate } from '../../domain/dates.js';
import { sourceDate } from '../../domain/source.js';
import { visitDates, visitName, yearOf } from '../../domain/visit.js';

/** A citation as plain text to copy, and what form of it that is. */
export type CopiedCitation = { form: string; text: string };

/**
 * A quotation of a council's inspection in the forms that a report or a message needs: as a
 * reference, with its words, and short for a running text. `accessed` is an ISO date.
 */
export function copiedCitations(
  citation: Citation,
  council: string,
  accessed: string,
): CopiedCitation[] {
  const { quote, clarification } = citation;
  const reference = referenceText(citation, council, accessed);
  const words = [clarification, `“${quote}”`].filter(Boolean).join(' ');
  return [
    { form: 'Reference', text: reference },
    { form: 'With the quotation', text: `${words} ${reference}` },
    { form: 'In a running text', text: shortText(citation) },
  ];
}

/** Document, visit, publication, place, link and day of access, one after the other. */
function referenceText(citation: Citation, council: string, accessed: string): string {
  const { source, visit, place } = citation;
  const link = citationLink(citation);
  const author = source.author ? `${source.author}, ` : '';
  const where = placeLabel(place);
  const document = [
    `${author}${source.publisher}, “${source.title}”, ${sourceDate(source)}`,
    `${visitName(visit)} of ${council} children’s services, ${visitDates(visit)}`,
    ...(where ? [where] : []),
    ...whose(citation),
  ].join('; ');
  const listed = link?.to === 'council page' ? 'Listed at ' : '';
  return link
    ? `${document}. ${listed}${link.url} (accessed ${formatDate(accessed)}).`
    : `${document}. Read on ${formatDate(accessed)}.`;
}

/** Whose words they are, where they are not those of Ofsted's own document. */
const whose = (citation: Citation): string[] =>
  citation.speaker.kind === 'ofsted' && !citation.official
    ? []
    : [`words of ${attribution(citation)}`];

/** "(Ofsted, 2024, page 3)" */
function shortText(citation: Citation): string {
  const { source, visit, place } = citation;
  const year = (source.dated ?? source.published)?.date.slice(0, 4) ?? `visit of ${yearOf(visit)}`;
  const page = place.page === null ? [] : [`page ${place.page}`];
  return `(${[capitalised(source.publisher), year, ...page].join(', ')})`;
}
