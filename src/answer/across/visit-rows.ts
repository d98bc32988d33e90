import type { LocalAuthority } from '../../domain/authority.js';
import { isFullInspection } from '../../domain/frameworks.js';
import { isUngraded } from '../../domain/named-kinds.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import {
  isMeant,
  isReleased,
  says,
  spansOf,
  type VisitFilter,
  visitFilterOf,
} from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { visitsHeld } from '../scope.js';

/** A visit of a council: one of which the record holds a document, unless it says otherwise. */
export type VisitRow = { authority: LocalAuthority; visit: Visit };

/** Which visits are listed: full inspections alone, where "inspection" is what was said, or all. */
export type VisitsCounted = 'inspections' | 'visits';

/** "Inspected" means full inspections; "visited", or a kind of visit, means what it says. */
export function countedBy({ question }: AskedOfAll): VisitsCounted {
  const spans = spansOf(question, 'visit').map(({ value }) => value);
  if (spans.some(({ kind }) => kind && isUngraded(kind))) return 'visits';
  if (spans.some(({ kind }) => kind !== null)) return 'inspections';
  if (spans.some(({ said }) => said === 'visit')) return 'visits';
  return 'inspections';
}

/** The visits held of the councils asked about, newest first. */
export const rowsOf = ({ scope, context }: AskedOfAll, counted: VisitsCounted): VisitRow[] =>
  withCouncil(
    visitsHeld(scope, context).filter(({ kind }) => counted === 'visits' || isFullInspection(kind)),
    scope.authorities,
  );

/**
 * The visits held and, where any visit counts, those that official statistics list by their day
 * though no letter of them is held.
 */
export function rowsKnown(asked: AskedOfAll, counted: VisitsCounted): VisitRow[] {
  const held = rowsOf(asked, counted);
  if (counted === 'inspections') return held;
  const { scope, context } = asked;
  const isListed = listedBy(context);
  const listed = scope.authorities.flatMap(({ urn }) => context.visitsOf(urn).filter(isListed));
  return [...held, ...withCouncil(listed, scope.authorities)].sort((a, b) =>
    newestFirst(a.visit, b.visit),
  );
}

/**
 * The visits that a question about many councils asks for, newest first: of a kind, at a time or,
 * where it asks what was published then, those whose report came out in it (`byRelease`). Of
 * `undated` more the record does not know when that was.
 */
export type VisitsAsked = {
  counted: VisitsCounted;
  filter: VisitFilter;
  byRelease: boolean;
  undated: number;
  meant: VisitRow[];
};

export const visitsAsked = (asked: AskedOfAll): VisitsAsked =>
  visitsMeantBy(visitFilterOf(asked.question), asked);

/** The visits that a filter means, as the question counts them. */
export function visitsMeantBy(filter: VisitFilter, asked: AskedOfAll): VisitsAsked {
  const { question, context } = asked;
  const counted = countedBy(asked);
  const all = rowsKnown(asked, counted);
  const { period } = filter;
  if (!period || !says(question, 'release'))
    return {
      ...{ counted, filter, byRelease: false, undated: 0 },
      meant: all.filter(({ visit }) => isMeant(visit, filter)),
    };
  const ofKind = all.filter(({ visit }) => isMeant(visit, { ...filter, period: null }));
  const known = ofKind.map((row) => ({ row, is: isReleased(row.visit, period, context.released) }));
  return {
    ...{ counted, filter, byRelease: true },
    undated: known.filter(({ is }) => is === null).length,
    meant: known.flatMap(({ row, is }) => (is ? [row] : [])),
  };
}

/** What tells a visit that only official statistics list. */
function listedBy({ record }: AnswerContext): (visit: Visit) => boolean {
  const statistics = new Set(
    record.documents.flatMap(({ source }) => (source.kind === 'statistics' ? [source.id] : [])),
  );
  return ({ known }) => known !== null && statistics.has(known.source);
}

/** The first and the last month of the visits that official statistics list, of all councils. */
export function listedMonths(context: AnswerContext): { from: string; to: string } | null {
  const months = context.record.visits
    .filter(listedBy(context))
    .map(({ period }) => period.slice(0, 'yyyy-mm'.length))
    .sort();
  const [from, to] = [months[0], months.at(-1)];
  return from && to ? { from, to } : null;
}

function withCouncil(visits: Visit[], authorities: LocalAuthority[]): VisitRow[] {
  const byUrn = new Map(authorities.map((authority) => [authority.urn, authority]));
  return visits.flatMap((visit) => {
    const authority = byUrn.get(visit.urn);
    return authority ? [{ authority, visit }] : [];
  });
}
