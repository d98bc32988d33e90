import type { RecordedDocument } from '../domain/document.js';
import { isBoardReview } from '../domain/frameworks.js';
import { type ReportLink, reportLink } from '../domain/links.js';
import { newestFirst, type Visit } from '../domain/visit.js';
import type { Point } from './answer.js';
import type { AnswerContext } from './context.js';
import { visitOfDocument } from './documents.js';
import { inspectionsHeld } from './grades/council-grades.js';
import { notablePoints } from './notable-points.js';
import type { LinkedFacts } from './wording/linked.js';
import { type LinkedReport, wordLinked } from './wording/linked.js';

export type { LinkedReport } from './wording/linked.js';

/** Two are quoted, and none that would fill a preview by itself. */
const QUOTATIONS = 2;
const LONGEST_QUOTATION = 600;

/**
 * What the record says of a link to one of Ofsted's reports: of a document what it holds of that
 * one, of a council's page its newest full inspection. `null` for another address, a council or
 * document that is not held, and an address that two documents have.
 */
export function linkedReport(url: string, context: AnswerContext): LinkedReport | null {
  const link = reportLink(url);
  const facts = link && factsOf(link, context);
  return facts ? wordLinked(facts) : null;
}

function factsOf(link: ReportLink, context: AnswerContext): LinkedFacts | null {
  if (link.to === 'council page') {
    const authority = context.covered.find(({ urn }) => urn === link.urn);
    const visit = authority && inspectionsHeld(authority, context)[0];
    return authority && visit ? visitFacts(authority.urn, visit, null, context) : null;
  }
  const [document, ...others] = documentsAt(link.address, context.record.documents);
  if (!document || others.length > 0) return null;
  const visit = visitOfDocument(document, context.record);
  return visit ? visitFacts(document.urn, visit, document, context) : null;
}

function visitFacts(
  urn: string,
  visit: Visit,
  document: RecordedDocument | null,
  context: AnswerContext,
): LinkedFacts | null {
  const authority = context.covered.find((each) => each.urn === urn);
  if (!authority) return null;
  const ofDocument = ({ source }: { source: { id: string; publisher: string } }) =>
    document ? source.id === document.source.id : source.publisher === 'Ofsted';
  const judgements = context
    .judgementsOf(visit)
    .filter((each) => ofDocument(each) || each.source.kind === 'statistics');
  const passages = context
    .passagesOf(urn)
    .filter((each) => each.visit.id === visit.id && ofDocument(each));
  const points = notablePoints(passages, visit, context).filter(
    ({ citation: { quote } }) => quote.length <= LONGEST_QUOTATION,
  );
  const [first] = points;
  const other =
    points.find(({ citation }) => citation.tone === oppositeOf(first)) ??
    points.find(({ lead }) => lead !== first?.lead);
  const inOrder = [...new Set([...(first ? [first] : []), ...(other ? [other] : []), ...points])];
  return {
    authority,
    visit,
    isNewest: document === null,
    source: document?.source ?? passages[0]?.source ?? judgements[0]?.source ?? null,
    judgements,
    points: inOrder.slice(0, QUOTATIONS),
    isFactsOnly: passages.length === 0,
    since:
      document === null
        ? context
            .visitsOf(urn)
            .filter((each) => !isBoardReview(each.kind) && newestFirst(each, visit) < 0)
        : [],
  };
}

const oppositeOf = (point: Point | undefined): 'praise' | 'criticism' =>
  point?.citation.tone === 'praise' ? 'criticism' : 'praise';

const byAddress = new WeakMap<readonly RecordedDocument[], Map<string, RecordedDocument[]>>();

/** The documents of the record that stand at an address. */
function documentsAt(address: string, documents: readonly RecordedDocument[]): RecordedDocument[] {
  const known = byAddress.get(documents) ?? new Map<string, RecordedDocument[]>();
  if (!byAddress.has(documents)) {
    for (const document of documents) {
      const link = document.source.url === null ? null : reportLink(document.source.url);
      if (link?.to !== 'document') continue;
      known.set(link.address, [...(known.get(link.address) ?? []), document]);
    }
    byAddress.set(documents, known);
  }
  return known.get(address) ?? [];
}
