import type { CouncilResult, DocumentResult } from '../corpus/sync/council.js';
import type { SyncResult } from '../corpus/sync/sync.js';
import { formatDate } from '../domain/dates.js';
import { count } from './count.js';
import { needsReview } from './sync-review.js';

/**
 * A council as `ofsted sync --json` prints it: why its page was not read, if it was not, and the
 * documents that are new, replaced or could not be had. What is not known is `null`.
 */
export const syncJson = ({ urn, name, page, fault, documents }: CouncilResult) => ({
  urn,
  authority: name,
  page,
  fault,
  documents: documents.map(({ change, document }) => ({
    change,
    title: document.title,
    visited: document.visit,
    published: document.published,
    url: document.url,
    file: document.file,
    sha256: document.sha256,
    verdict: document.verdict,
    reasons: document.reasons,
    fault: document.fault,
  })),
});

/** "Bristol: 4 new documents, 1 to review" */
export function syncLine({ name, fault, documents }: CouncilResult): string {
  if (fault !== null) return `${name}: ${fault}`;
  const open = documents.filter(isOpen).length;
  const parts = [
    ...counted(documents, 'added', 'new document'),
    ...counted(documents, 'replaced', 'replaced document'),
    ...counted(documents, 'imported again', 'document read again', 'documents read again'),
    ...(open > 0 ? [`${open} to review`] : []),
  ];
  return `${name}: ${parts.join(', ') || 'nothing new'}`;
}

function counted(
  documents: DocumentResult[],
  change: DocumentResult['change'],
  one: string,
  many = `${one}s`,
): string[] {
  const found = documents.filter((each) => each.change === change).length;
  return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
}

const isOpen = ({ document }: DocumentResult): boolean =>
  document.verdict === 'needs_review' || needsReview(document);

/** What a run did in a few lines, with each page and document that needs somebody. */
export function syncSummary({ looked, councils, unlisted, requests }: SyncResult): string {
  const documents = councils.flatMap((council) => council.documents);
  const open = documents.filter(isOpen);
  const faults = councils.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : []));
  const lines = open.map(({ document: { title, published, url, fault, reasons } }) => {
    const why = fault ?? reasons.map(({ detail }) => detail).join(' ');
    return `to review  ${title}${published ? `, ${formatDate(published)}` : ''}: ${url}\n    ${why}`;
  });
  const missing =
    unlisted.length > 0 && looked > 0
      ? [
          `Not in the listing: ${unlisted.slice(0, 10).join(', ')}${unlisted.length > 10 ? ' …' : ''}.`,
        ]
      : [];
  const got = (change: DocumentResult['change']) =>
    documents.filter((each) => each.change === change).length;
  const counts = `${count(looked, 'council')} looked at, ${councils.length} read: ${got('added')} new, ${got('replaced')} replaced, ${open.length} to review (${count(requests, 'request')}).`;
  const next = open.length > 0 ? ['See what is open with: ofsted review'] : [];
  return [...faults, ...lines, ...missing, counts, ...next].join('\n');
}
