import type { LocalAuthority } from '../../domain/authority.js';
import { isFullInspection } from '../../domain/frameworks.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { isUngraded } from '../../domain/named-kinds.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import {
  firstOf,
  isMeant,
  spansOf,
  type VisitFilter,
  visitFilterOf,
} from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf } from '../grades/council-grades.js';
import { daysBetween, group, medianOf } from '../operations/rows.js';
import { visitsHeld } from '../scope.js';

/** A visit of which the record holds a document. */
export type VisitRow = { authority: LocalAuthority; visit: Visit };

/** Which visits are listed: full inspections alone, where "inspection" is what was said, or all. */
export type VisitsCounted = 'inspections' | 'visits';

/**
 * The visits that a question about many councils asks for, newest first. `filter` is the time and
 * kind asked for; `lead` the lead inspector; `order`: only the newest or the oldest.
 */
export type VisitedFacts = {
  counted: VisitsCounted;
  filter: VisitFilter;
  lead: string | null;
  grades: Grade[];
  areas: Area[] | null;
  order: 'newest' | 'oldest' | null;
  count: boolean;
  rows: VisitRow[];
  /** The newest visit that the record holds of these councils at all. */
  newestHeld: VisitRow | null;
};

/** Which visits were made at a time, of a kind, by somebody, or are the newest or oldest held. */
export function visited(asked: AskedOfAll): VisitedFacts {
  const { question, context } = asked;
  const filter = visitFilterOf(question);
  const counted = countedBy(asked);
  const leads = spansOf(question, 'inspector').map(({ value }) => value);
  const lead = leads.find((value) => value !== 'asked') ?? null;
  const { grades, areas } = gradesAsked(question);
  const all = rowsOf(asked, counted);
  const meant = all
    .filter(({ visit }) => isMeant(visit, filter))
    .filter(({ visit }) => !lead || visit.leadInspector === lead)
    .filter(({ visit }) => {
      if (grades.length === 0) return true;
      const given = gradeOf(areas ?? ['overall'], visit, context);
      return given !== null && grades.includes(given.grade);
    });
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const order = orders.includes('oldest') ? 'oldest' : orders.includes('newest') ? 'newest' : null;
  const rows =
    order === 'oldest' ? meant.slice(-1) : order && !filter.period ? newestOf(meant) : meant;
  return {
    counted,
    filter,
    lead,
    grades,
    areas,
    order,
    count:
      spansOf(question, 'quantity').some(({ value }) => value === 'count') ||
      spansOf(question, 'command').some(({ value }) => value === 'timeline'),
    rows,
    newestHeld: all[0] ?? null,
  };
}

const NEWEST_SHOWN = 10;

/** The newest visits, as many as a reader looks at. */
const newestOf = (rows: VisitRow[]): VisitRow[] => rows.slice(0, NEWEST_SHOWN);

/** "Inspected" means full inspections; "visited", or a kind of visit, means what it says. */
function countedBy({ question }: AskedOfAll): VisitsCounted {
  const spans = spansOf(question, 'visit').map(({ value }) => value);
  if (spans.some(({ kind }) => kind && isUngraded(kind))) return 'visits';
  if (spans.some(({ said }) => said === 'visit')) return 'visits';
  return 'inspections';
}

function rowsOf({ scope, context }: AskedOfAll, counted: VisitsCounted): VisitRow[] {
  const byUrn = new Map(scope.authorities.map((authority) => [authority.urn, authority]));
  return visitsHeld(scope, context)
    .filter(({ kind }) => counted === 'visits' || isFullInspection(kind))
    .flatMap((visit) => {
      const authority = byUrn.get(visit.urn);
      return authority ? [{ authority, visit }] : [];
    });
}

/**
 * Councils by how long ago their newest full inspection held is: those not inspected since a time,
 * or those that have waited longest.
 */
export type WaitingFacts = {
  since: VisitFilter['period'];
  counted: VisitsCounted;
  /** Longest wait first. */
  rows: VisitRow[];
  /** Councils of which no inspection is held: they cannot be counted. */
  without: LocalAuthority[];
};

export function waiting(asked: AskedOfAll): WaitingFacts {
  const { question, scope } = asked;
  const counted = countedBy(asked);
  const since = firstOf(question, 'period');
  const newest = new Map<string, VisitRow>();
  for (const row of rowsOf(asked, counted))
    if (!newest.has(row.authority.urn)) newest.set(row.authority.urn, row);
  const rows = [...newest.values()].sort((a, b) => newestFirst(b.visit, a.visit));
  const lastDay = ({ visit }: VisitRow) => (visit.end ?? visit.period).slice(0, 7);
  return {
    since,
    counted,
    rows: since ? rows.filter((row) => lastDay(row) < since.from) : rows,
    without: scope.authorities.filter(({ urn }) => !newest.has(urn)),
  };
}

/** Two consecutive full inspections of a council, and the days between their last days. */
export type IntervalRow = { authority: LocalAuthority; before: Visit; after: Visit; days: number };

/**
 * How long lies between consecutive full inspections: on average, the median, and of each, longest
 * first. Where `grades` are named, those count whose first inspection gave one of them in `areas`
 * (overall, where none is named).
 */
export type IntervalFacts = {
  grades: Grade[];
  areas: Area[] | null;
  days: number;
  median: number;
  councils: number;
  rows: IntervalRow[];
};

export function intervals(asked: AskedOfAll): IntervalFacts {
  const { grades, areas } = gradesAsked(asked.question);
  const isMeantAfter = (before: Visit) => {
    const given = grades.length > 0 ? gradeOf(areas ?? ['overall'], before, asked.context) : null;
    return grades.length === 0 || (given !== null && grades.includes(given.grade));
  };
  const byCouncil = [...group(rowsOf(asked, 'inspections'), (row) => row.authority.urn).values()];
  const rows = byCouncil.flatMap((own) =>
    own.slice(1).flatMap(({ authority, visit: before }, i): IntervalRow[] => {
      const after = own[i]?.visit;
      if (!after?.end || !before.end || !isMeantAfter(before)) return [];
      return [{ authority, before, after, days: daysBetween(before.end, after.end) }];
    }),
  );
  const sorted = rows.toSorted((a, b) => b.days - a.days);
  const days = sorted.map((row) => row.days);
  return {
    grades,
    areas,
    days: days.length > 0 ? days.reduce((total, each) => total + each, 0) / days.length : 0,
    median: medianOf(days),
    councils: group(rows, (row) => row.authority.urn).size,
    rows: sorted,
  };
}

/** How many of the visits meant each lead inspector led, most first. */
export type InspectorsFacts = {
  counted: VisitsCounted;
  filter: VisitFilter;
  grades: Grade[];
  areas: Area[] | null;
  rows: { name: string; visits: VisitRow[] }[];
};

export function inspectors(asked: AskedOfAll): InspectorsFacts {
  const { counted, filter, grades, areas, rows } = visited(asked);
  const byName = new Map<string, VisitRow[]>();
  for (const row of rows) {
    const name = row.visit.leadInspector;
    if (name) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return {
    counted,
    filter,
    grades,
    areas,
    rows: [...byName]
      .map(([name, visits]) => ({ name, visits }))
      .sort((a, b) => b.visits.length - a.visits.length || a.name.localeCompare(b.name)),
  };
}

/** The councils that the record covers, each with its visits held. */
export type CoverageFacts = { rows: { authority: LocalAuthority; visits: Visit[] }[] };

export const coverage = (asked: AskedOfAll): CoverageFacts => {
  const rows = rowsOf(asked, 'visits');
  return {
    rows: asked.scope.authorities.map((authority) => ({
      authority,
      visits: rows.filter((row) => row.authority === authority).map(({ visit }) => visit),
    })),
  };
};
