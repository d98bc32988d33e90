import type { Reason } from '../../domain/document.js';
import { type Framework, isBoardReview, isGraded, isNumbered } from '../../domain/frameworks.js';
import { type AuthorityFinder, existedOn } from './facts/authority.js';
import { type Block, blocksOf } from './facts/blocks.js';
import { checkJudgements, implausibleDates } from './facts/cross-checks.js';
import { parseDate, parseVisitWindows } from './facts/dates.js';
import { frontAndBody, titleOf } from './facts/front-page.js';
import { knownHeading } from './facts/headings.js';
import { labelled } from './facts/labels.js';
import { passagesOf } from './facts/passages.js';
import { isUnreadable } from './facts/text-damage.js';
import { type HiddenText, trustedPassages } from './facts/trust.js';
import { announcedFramework, LAYOUTS } from './layouts/index.js';
import { withoutFurniture } from './pdf/furniture.js';
import type { Line } from './pdf/lines.js';
import { type DocumentText, type Reading, recommendationsOf, type Span } from './reading.js';

/** The lines of a document, page by page; `paged` is false for plain text. */
export type DocumentLines = { pages: Line[][]; paged: boolean; hidden: HiddenText[] };

/**
 * Reads a document's lines. It has no reading where its title and headings announce none of the
 * kinds we know, or where its letters are so damaged that they cannot.
 */
export function readDocument(
  { pages, paged, hidden }: DocumentLines,
  findAuthority: AuthorityFinder,
): Reading | 'unknown_kind' | 'text_layer_damaged' {
  const document = documentText(pages, paged);
  const framework = JOINT.test(document.title) ? null : announcedFramework(document);
  if (framework) return readWith(framework, document, hidden, findAuthority);
  return isUnreadable(document.blocks.map(({ text }) => text))
    ? 'text_layer_damaged'
    : 'unknown_kind';
}

/**
 * Inspections together with other inspectorates, of the partners in an area: a kind of their own
 * that the record has no place for.
 */
const JOINT = /\bjoint (?:targeted |local )?(?:targeted )?(?:area|inspection)/i;

function documentText(pages: Line[][], paged: boolean): DocumentText {
  const lines = withoutFurniture(pages, (text) => knownHeading(text) !== undefined);
  const blocks = blocksOf(lines);
  const { front, body } = frontAndBody(lines, blocks);
  return { lines, blocks, front, body, title: titleOf(lines), pages: pages.length, paged };
}

function readWith(
  { kind, layout: layoutName }: Framework,
  document: DocumentText,
  hidden: HiddenText[],
  findAuthority: AuthorityFinder,
): Reading {
  const layout = LAYOUTS[layoutName];
  const authority = layout.authority(document);
  const dated = layout.letter?.dated(document) ?? null;
  const visit = visitDates(layout.visitDates(document), dated);
  const named = findAuthority(authority);
  const start = visit.windows[0]?.start;
  const urn = named && start && !existedOn(named, start) ? null : named;
  const published = publicationDate(document, visit.windows);
  const table = checkJudgements(kind, layout.judgements(document), document, visit.windows);
  const leadInspector = layout.leadInspector(document);
  const body = layout.letter ? withoutEnds(document.body) : document.body;
  const passages = passagesOf(body, {
    isBoardReview: isBoardReview(kind),
    isLetter: layout.letter !== undefined,
    frontIsVerdict: layout.frontIsVerdict ?? false,
  });
  const trusted = trustedPassages(passages, document.blocks, hidden);
  const asksNothing = isGraded(kind) && recommendationsOf({ kind, passages }).length === 0;
  return {
    kind,
    form: layout.letter ? 'letter' : 'report',
    title: layout.letter?.title(document) ?? document.title,
    urn,
    windows: visit.windows,
    ordinal: isNumbered(kind) ? (layout.letter?.ordinal(document) ?? null) : null,
    leadInspector,
    published: published.date,
    dated,
    judgements: table.judgements,
    passages: trusted.passages,
    pages: document.paged ? document.pages : null,
    reasons: [
      ...(urn
        ? []
        : [
            reason(
              'authority_unknown',
              'urn',
              `“${authority.slice(0, 120)}” names no authority of the register for certain.`,
            ),
          ]),
      ...visit.reasons,
      ...published.reasons,
      ...table.reasons,
      ...trusted.reasons,
      ...(leadInspector
        ? []
        : [
            reason(
              'lead_inspector_unread',
              'leadInspector',
              'No lead inspector is named for certain.',
            ),
          ]),
      ...(asksNothing
        ? [
            reason(
              'recommendations_absent',
              null,
              'The report has no list of what needs to improve.',
            ),
          ]
        : []),
      ...numberingGaps(body),
    ],
  };
}

const reason = (code: Reason['code'], field: string | null, detail: string): Reason => ({
  code,
  field,
  detail,
});

/** `dated` is a letter's own date. */
function visitDates(
  printed: string | null,
  dated: string | null,
): { windows: Span[]; reasons: Reason[] } {
  const windows = printed ? parseVisitWindows(printed) : null;
  const fault = windows ? implausibleDates(windows, dated) : unreadDates(printed);
  if (windows && !fault) return { windows, reasons: [] };
  return {
    windows: [],
    reasons: [reason('date_unparsed', 'visit', fault ?? unreadDates(printed))],
  };
}

const unreadDates = (printed: string | null): string =>
  printed
    ? `The visit dates are printed as “${printed.slice(0, 80)}”.`
    : 'No visit dates were found on the front page.';

/**
 * The printed date of publication, unless it is before the end of the visit: then one of the two is
 * wrong.
 */
function publicationDate({ front }: DocumentText, windows: Span[]) {
  const printed = labelled(front, 'published');
  if (printed === null) return { date: null, reasons: [] };
  const date = parseDate(printed);
  const end = windows.at(-1)?.end ?? '';
  if (date && date >= end) return { date, reasons: [] };
  const detail = date
    ? `Published on ${date}, before the visit ended on ${end}.`
    : `The date of publication is printed as “${printed.slice(0, 80)}”.`;
  return { date: null, reasons: [reason('date_unparsed', 'published', detail)] };
}

/**
 * A letter without the addresses above "Dear …" and the name and office below "Yours sincerely".
 */
function withoutEnds(body: Block[]): Block[] {
  const dear = body.findIndex((block) => /^dear\b.{0,80}$/i.test(block.text));
  const close = body.findIndex((block) => /^yours (?:sincerely|faithfully)/i.test(block.text));
  return body.slice(dear + 1, close < 0 ? body.length : close);
}

/** Printed numbers that jump: a paragraph may be missing, or two may be one. */
function numberingGaps(body: Block[]): Reason[] {
  const numbers = body.flatMap((block) =>
    block.kind === 'heading' || block.number === null ? [] : [block.number],
  );
  return numbers.flatMap((number, i) => {
    const before = numbers[i - 1] ?? 0;
    if (number === before + 1 || number === 1) return [];
    return [
      reason('numbering_gap', null, `Paragraph ${before} is followed by paragraph ${number}.`),
    ];
  });
}
