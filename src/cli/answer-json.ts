import type { Answer } from '../answer/index.js';
import { type Citation, citationLink } from '../domain/citation.js';
import { speakerLabel } from '../domain/passage.js';
import { visitName } from '../domain/visit.js';

/** A paragraph number or a bullet before the words of a paragraph: "12. ", "• ". */
const MARK = /^(?:\d{1,3}[.)]\s+|[•◼▪■●–—\uF06E\uF0B7\uF02D-]\s+)+/u;

/**
 * A whole answer as `ofsted ask --json` prints it, one object a question. What a source does not
 * give is `null`; dates are ISO; `score` orders the citations of one answer, best 1, and means
 * nothing across answers; `url` leads to the document at the page cited, or to Ofsted's page of the
 * council where the document's own address is not known (`source.url`); `sections` are the answer
 * as it is laid out, with the quotes of its citations; `grid` and `chart` are what pictures of it
 * show: of a council each visit's grades by area, oldest first, and counts as bars.
 */
export const answerJson = (question: string, answer: Answer) => ({
  question,
  status: answer.status,
  reason: answer.reason,
  authority: answer.authority && { urn: answer.authority.urn, name: answer.authority.name },
  headline: answer.headline,
  citations: answer.status === 'nothing_found' ? [] : answer.citations.map(citationJson),
  notes: answer.notes,
  restsOn: answer.restsOn ?? [],
  table: answer.table && { columns: answer.table.columns, rows: answer.table.rows },
  notUnderstood: answer.notUnderstood,
  nearest: answer.nearest.map(citationJson),
  sections: answer.sections.map(({ heading, lines, points }) => ({
    heading,
    lines,
    quotes: points.map(({ citation }) => citation.quote),
  })),
  closing: answer.closing,
  grid: answer.grid ?? null,
  chart: answer.chart ?? null,
  until: answer.until,
});

function citationJson(citation: Citation, rank: number) {
  const { quote, passage, clarification, speaker, official, visit, source, place, urn } = citation;
  return {
    quote,
    passage: passage.replace(MARK, ''),
    clarification,
    speaker: speakerLabel(speaker),
    speakerKind: speaker.kind,
    reportedBy: source.kind === 'press' ? source.publisher : null,
    differsFromOfficial: official && official.verdict === 'differs',
    visit: { kind: visit.kind, start: visit.start, end: visit.end, name: visitName(visit) },
    source: {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      published: source.published?.date ?? null,
      dated: source.dated?.date ?? null,
      page: place.page,
      url: source.url,
    },
    urn,
    url: citationLink(citation)?.url ?? null,
    score: 1 / (rank + 1),
  };
}
