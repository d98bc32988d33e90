import type { LocalAuthority } from '../domain/authority.js';
import type { RecordedDocument } from '../domain/document.js';
import { sourceDate } from '../domain/source.js';
import { newestFirst, visitTitle } from '../domain/visit.js';
import { words } from '../language/index.js';
import type { Answer } from './answer.js';
import { type AnswerContext, type Asked, visitsOf } from './context.js';
import { describeDocument, visitOfDocument } from './documents.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, missingLine } from './said.js';

/** The documents of a council's record with what each holds, and what is known to be missing. */
export function sources(asked: Asked): Answer {
  const { authority, context } = asked;
  const documents = documentsOf(authority, context);
  const missing = visitsOf(context, authority.urn).filter((visit) => visit.known !== null);
  const newest = visitsOf(context, authority.urn)[0];
  return {
    ...emptyAnswer('sources', `${authority.name} sources`),
    authority,
    headline: `${councilLabel(asked)}: ${documents.length} documents in this record${missing.length > 0 ? `; ${missing.length} visits are known without a document` : ''}.`,
    sections: [
      {
        heading: 'In this record',
        lines: documents.map(
          (document) => `${describeDocument(document, authority, context)} — ${holding(document)}`,
        ),
        points: [],
      },
      {
        heading: 'Not in this record',
        lines: [
          ...missing.map((visit) => missingLine(visit)),
          ...(newest ? [`Anything after the ${visitTitle(newest)}.`] : []),
        ],
        points: [],
      },
    ],
    closing: [
      checkedLine(context, authority),
      'Ofsted’s documents are quoted under the Open Government Licence v3.0; press articles are their publishers’ and quoted in short.',
    ],
    choices: furtherChoices(authority, 'sources'),
  };
}

/** Copyable citations of the documents a question means: by visit, date, kind or words of title and publisher. */
export function cite(asked: Asked): Answer {
  const { authority, query, context } = asked;
  const visits = new Set(
    context.questions.visitsMeant(query, authority.urn).map((visit) => visit.id),
  );
  const wordsAsked = new Set(query.words);
  const all = documentsOf(authority, context);
  const ofVisit = all.filter(
    (d) =>
      d.visits.some((v) => visits.has(v.id) && v.known === null) ||
      d.passages.some((p) => visits.has(p.visit)),
  );
  const filtered = query.visits.period || query.visits.kinds ? ofVisit : all;
  const ranked = filtered
    .map((document) => ({ document, score: likeness(document, wordsAsked, visits, context) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  const meant = ranked.filter((r) => r.score === best).map((r) => r.document);
  const lines = meant.map((document) => describeDocument(document, authority, context));
  return {
    ...emptyAnswer('citation', query.text),
    authority,
    status: lines.length > 0 ? 'found' : 'nothing_found',
    reason: lines.length > 0 ? null : 'no_match',
    headline:
      lines.length === 0
        ? `${councilLabel(asked)}: no document in this record fits; Sources lists them all.`
        : lines.length === 1
          ? `To cite: ${lines[0]}`
          : `${councilLabel(asked)}: ${lines.length} documents fit; copy the one you mean.`,
    sections: lines.length > 1 ? [{ heading: 'To cite', lines, points: [] }] : [],
    choices: furtherChoices(authority, 'citation'),
  };
}

function documentsOf({ urn }: LocalAuthority, { record }: AnswerContext): RecordedDocument[] {
  return record.documents
    .filter((document) => document.urn === urn)
    .sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
}

const dateOf = ({ source, visits }: RecordedDocument): string =>
  source.published?.date ?? source.dated?.date ?? [...visits].sort(newestFirst)[0]?.period ?? '';

function holding({ source, passages, judgements }: RecordedDocument): string {
  if (source.holds === 'facts') return `dates and ${judgements.length} grades only, not its text`;
  return `${passages.length} quotations`;
}

/** How many of the question's words the document's title, publisher, kind and date have; the document of the very visit counts more. */
function likeness(
  document: RecordedDocument,
  asked: Set<string>,
  visits: Set<string>,
  context: AnswerContext,
): number {
  const { source } = document;
  const own = new Set(
    words(
      `${source.title} ${source.publisher} ${source.kind} ${source.author ?? ''} ${sourceDate(source)}`,
    ),
  );
  const shared = [...asked].filter((word) => own.has(word)).length;
  const visit = visitOfDocument(document, context.record);
  return shared + (visit && visits.has(visit.id) ? 1 : 0);
}
