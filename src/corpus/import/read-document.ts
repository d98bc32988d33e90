import type { AuthorityFinder } from './authority.js';
import { blocksOf } from './blocks.js';
import { parseDate, parseVisitWindows } from './dates-in-text.js';
import { withoutFurniture } from './furniture.js';
import { frontAndBody, titleOf } from './front-page.js';
import { labelled } from './labels.js';
import { beforeSif } from './layouts/before-sif.js';
import { boardReview } from './layouts/board-review.js';
import { ilacs } from './layouts/ilacs.js';
import { letter } from './layouts/letter.js';
import { sif } from './layouts/sif.js';
import type { Line } from './lines.js';
import { passagesOf } from './passages.js';
import type { DocumentText, Layout, Reading, Reason } from './reading.js';

const LAYOUTS: Layout[] = [sif, boardReview, beforeSif, ilacs, letter];

/** Reads a document's lines, page by page; `null` where its title and headings announce none of the kinds we know. */
export function readDocument(
  pages: Line[][],
  paged: boolean,
  findAuthority: AuthorityFinder,
): Reading | null {
  const document = documentText(pages, paged);
  for (const layout of LAYOUTS) {
    const kind = layout.kindOf(document);
    if (kind) return readWith(layout, kind, document, findAuthority);
  }
  return null;
}

function documentText(pages: Line[][], paged: boolean): DocumentText {
  const lines = withoutFurniture(pages);
  const blocks = blocksOf(lines);
  const { front, body } = frontAndBody(lines, blocks);
  return { lines, blocks, front, body, title: titleOf(lines), pages: pages.length, paged };
}

function readWith(
  layout: Layout,
  kind: Reading['kind'],
  document: DocumentText,
  findAuthority: AuthorityFinder,
): Reading {
  const reasons: Reason[] = [];
  const urn = findAuthority(layout.authority(document));
  if (!urn)
    reasons.push({
      code: 'authority_unknown',
      field: 'urn',
      detail: `The title “${document.title.slice(0, 120)}” names no authority of the register for certain.`,
    });
  const printedDates = layout.visitDates(document);
  const windows = printedDates ? parseVisitWindows(printedDates) : null;
  if (!windows)
    reasons.push({
      code: 'date_unparsed',
      field: 'visit',
      detail: printedDates
        ? `The visit dates are printed as “${printedDates.slice(0, 80)}”.`
        : 'No visit dates were found on the front page.',
    });
  const table = layout.judgements(document);
  const leadInspector = layout.leadInspector(document);
  const passages = passagesOf(document.body, layout.isBoard ?? false);
  return {
    kind,
    title: document.title,
    urn,
    windows: windows ?? [],
    ordinal: null,
    leadInspector,
    published: printedDate(labelled(document.front, 'published')),
    dated: null,
    judgements: table.judgements,
    passages,
    pages: document.paged ? document.pages : null,
    reasons: [...reasons, ...table.reasons],
  };
}

const printedDate = (text: string | null): string | null => (text ? parseDate(text) : null);
