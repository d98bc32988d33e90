import { attribution, type Citation, capitalised } from '../../domain/citation.js';
import { formatDate } from '../../domain/dates.js';
import { type DateBasis, type Source, sourceDate } from '../../domain/source.js';
import { visitTitle } from '../../domain/visit.js';
import type { Left } from '../answer.js';
import { counted, listed } from './phrases.js';

/** More documents than these are not named in the small print. */
const DOCUMENTS = 3;

/**
 * "Inspection, 4–15 December 2023 · Ofsted report, page 3, paragraph 2": the one line under a
 * quotation. Whose words they are stands in it where they are not Ofsted's own, and the council
 * where the heading under which it stands in the whole answer names one.
 */
export function citationBrief(citation: Citation, heading: string | null): string {
  const { visit, speaker, official } = citation;
  const title = visitTitle(visit);
  const isNamed = heading?.includes(title) || heading === capitalised(title);
  return [
    ...(heading ? [heading] : []),
    ...(isNamed ? [] : [capitalised(title)]),
    ...(speaker.kind === 'ofsted' && !official ? [] : [capitalised(attribution(citation))]),
    [documentBrief(citation.source), ...placeOf(citation)].join(', '),
  ].join(' · ');
}

/** A report of Ofsted's is known by its visit; other documents also by their date. */
const documentBrief = (source: Source): string =>
  source.publisher === 'Ofsted' && source.kind === 'report'
    ? 'Ofsted report'
    : `${source.publisher}, ${sourceDate(source)}`;

function placeOf({ place: { section, page, paragraph, bullet } }: Citation): string[] {
  const places = [
    page === null ? null : `page ${page}`,
    paragraph === null ? null : `paragraph ${paragraph}`,
    bullet === null ? null : `bullet ${bullet}`,
  ].filter((place) => place !== null);
  return places.length === 0 && section ? [section] : places;
}

/**
 * What holds for all that is shown, said once: whose words they are, the documents with their dates
 * and how those are known, and how far the record reaches.
 */
export function smallPrintLine(shown: Citation[], all: Citation[], until: string | null): string {
  const sources = [...new Set((shown.length > 0 ? shown : all).map(({ source }) => source))].filter(
    isDatedHere,
  );
  const areOfsteds = shown.length > 0 && shown.every(({ speaker }) => speaker.kind === 'ofsted');
  const dates = sources.length > DOCUMENTS ? countedDates(sources) : namedDates(sources);
  const words = areOfsteds ? 'Ofsted’s words' : '';
  const first = words && dates ? `${words}, ${dates}` : capitalised(words || dates);
  return [first ? `${first}.` : '', until ?? ''].filter(Boolean).join(' ');
}

/** The line under a quotation has the dates of letters and of the press. */
const isDatedHere = ({ publisher, kind }: Source): boolean =>
  publisher === 'Ofsted' && kind === 'report';

/** "the report published 10 March 2023 (by its file name)", how a date is known said once. */
function namedDates(sources: Source[]): string {
  const dated = sources.flatMap(({ published }) => (published ? [published] : []));
  const bases = new Set(dated.map(({ basis }) => HOW_KNOWN[basis]));
  const [common] = bases.size === 1 ? bases : [];
  const said = dated.map(({ date, basis }) => {
    const how = common === undefined ? HOW_KNOWN[basis] : null;
    return `${formatDate(date)}${how ? ` (${how})` : ''}`;
  });
  const undated = sources.length - dated.length;
  return [
    ...(said.length > 0
      ? [
          `from ${said.length === 1 ? 'the report' : 'reports'} published ${listed(said)}${common ? ` (${common})` : ''}`,
        ]
      : []),
    ...(undated > 0
      ? [
          `${said.length > 0 ? '' : 'from '}${counted(undated, 'report', 'reports')} whose publication date is not printed`,
        ]
      : []),
  ].join(' and ');
}

const HOW_KNOWN: Record<DateBasis, string | null> = {
  printed: null,
  statistics: null,
  inferred: 'inferred',
  given: 'as given',
  listed: 'by its site',
  'file name': 'by file name',
};

/** "from 19 reports, whose publication dates are by their file names" */
function countedDates(sources: Source[]): string {
  const byName = sources.filter(({ published }) => published?.basis === 'file name').length;
  const undated = sources.filter(({ published }) => !published).length;
  const from = `from ${sources.length} reports`;
  if (byName === sources.length) return `${from}, dated by their file names`;
  const parts = [
    ...(byName > 0 ? [`${byName} dated by file name`] : []),
    ...(undated > 0 ? [`${undated} undated`] : []),
  ];
  return parts.length > 0 ? `${from} (${parts.join(', ')})` : from;
}

/** "4 quotations, 12 rows and 3 lines": what the first screen leaves out. */
export function leftSaid({ quotations, rows, lines, choices }: Left): string {
  const parts = [
    ...(quotations > 0 ? [counted(quotations, 'quotation', 'quotations')] : []),
    ...(rows > 0 ? [counted(rows, 'row', 'rows')] : []),
    ...(lines > 0 ? [counted(lines, 'line', 'lines')] : []),
    ...(choices > 0 ? [counted(choices, 'suggestion', 'suggestions')] : []),
  ];
  return listed(parts);
}
