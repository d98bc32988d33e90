import type { RecordedDocument } from './document.js';
import type { Source } from './source.js';

/**
 * The documents in use: of a visit's report the newest revision, and the text rather than a
 * document of its facts alone. A text that prints no publication date has that of the facts.
 */
export function withoutSuperseded(documents: RecordedDocument[]): RecordedDocument[] {
  const full = new Set(
    documents.filter((d) => d.source.holds === 'passages').map((d) => d.source.sha256),
  );
  const latest = new Map<string, number>();
  for (const document of documents) {
    const visit = ownVisit(document);
    if (visit) latest.set(visit, Math.max(latest.get(visit) ?? 0, document.source.revision));
  }
  const used = documents.filter((document) => {
    const { holds, sha256, revision } = document.source;
    const visit = ownVisit(document);
    const isRevised = visit !== null && revision < (latest.get(visit) ?? 0);
    if (holds === 'passages') return !isRevised;
    const isRead = document.visits.some(({ id, known }) => !known && latest.has(id));
    return !isRead && !full.has(sha256);
  });
  const facts = new Map(
    documents
      .filter(({ source }) => source.holds === 'facts' && source.published?.basis === 'statistics')
      .flatMap((document) => factsVisits(document).map((id) => [id, document.source.published])),
  );
  return used.map((document) => {
    const { source } = document;
    const published = facts.get(ownVisit(document) ?? '');
    const isKnown = source.published && source.published.basis !== 'file name';
    return published && !isKnown ? withSource(document, { ...source, published }) : document;
  });
}

/** The document with another source; passages that are not read yet stay so. */
const withSource = (document: RecordedDocument, source: Source): RecordedDocument =>
  Object.defineProperty(
    Object.defineProperties({}, Object.getOwnPropertyDescriptors(document)) as RecordedDocument,
    'source',
    { value: source, enumerable: true, configurable: true, writable: true },
  );

/** The visits that a document of facts is about, by their ids. */
const factsVisits = ({ visits }: RecordedDocument): string[] =>
  visits.filter(({ known }) => !known).map(({ id }) => id);

/**
 * The visit that a document of Ofsted's with its passages is the report of; a revised report takes
 * the earlier one's place.
 */
function ownVisit({ source, visits }: RecordedDocument): string | null {
  const own =
    source.kind === 'press' || source.holds === 'facts' ? undefined : visits.find((v) => !v.known);
  return own?.id ?? null;
}
