import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import type { Theme } from '../../domain/theme.js';
import { lastDayOf, type Visit } from '../../domain/visit.js';
import { asksOfNewestOfEach, firstOf, type Question, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf } from '../grades/council-grades.js';
import { group } from '../operations/rows.js';
import {
  listedMonths,
  rowsOf,
  type VisitRow,
  type VisitsAsked,
  visitsAsked,
} from './visit-rows.js';

/**
 * The visits that a question about many councils asks for, newest first. `lead` is the lead
 * inspector; `order`: only the newest or the oldest; `themes`: those that official statistics say
 * looked at one of them.
 */
export type VisitedFacts = Omit<VisitsAsked, 'meant'> & {
  lead: string | null;
  grades: Grade[];
  areas: Area[] | null;
  order: 'newest' | 'oldest' | null;
  themes: Theme[];
  count: boolean;
  rows: VisitRow[];
  /** Where the newest visit of each council is meant: those with a newer one since. */
  since: VisitRow[] | null;
  /** The newest visit that the record holds of these councils at all. */
  newestHeld: VisitRow | null;
  /** Of which months official statistics list visits without grades; `null` where none counts. */
  listed: { from: string; to: string } | null;
};

/** Which visits were made at a time, of a kind, by somebody, or are the newest or oldest held. */
export function visited(asked: AskedOfAll): VisitedFacts {
  const { question, context } = asked;
  const { meant: inTime, ...said } = visitsAsked(asked);
  const { counted, filter } = said;
  const lead = leadAsked(question);
  const themes = spansOf(question, 'theme').flatMap(({ value }) => value);
  const { grades, areas } = gradesAsked(question);
  const meant = inTime
    .filter(({ visit }) => !lead || visit.leadInspector === lead)
    .filter(({ visit }) => {
      if (grades.length === 0) return true;
      const given = gradeOf(areas ?? ['overall'], visit, context);
      return given !== null && grades.includes(given.grade);
    });
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const isOldest = orders.includes('oldest') || orders.includes('first');
  const isNewestOfAll = orders.includes('newest') || orders.includes('last');
  const order = isOldest ? 'oldest' : isNewestOfAll ? 'newest' : null;
  const number = firstOf(question, 'streak');
  const newest = number?.latest ? 'newest' : order;
  const isOfEach = filter.period !== null && newest === 'newest' && asksOfNewestOfEach(question);
  const newestOfEach = new Map<string, VisitRow>();
  if (isOfEach)
    for (const row of rowsOf(asked, counted))
      if (!newestOfEach.has(row.authority.urn)) newestOfEach.set(row.authority.urn, row);
  const isNewest = ({ authority, visit }: VisitRow) =>
    newestOfEach.get(authority.urn)?.visit === visit;
  const oldest = meant.at(-1);
  const isOfOldestDay = ({ visit }: VisitRow) =>
    oldest !== undefined && lastDayOf(visit) === lastDayOf(oldest.visit);
  const rows = isOfEach
    ? meant.filter(isNewest)
    : newest === 'oldest'
      ? meant.filter(isOfOldestDay)
      : newest && !filter.period
        ? meant.slice(0, number?.latest ? number.count : NEWEST_SHOWN)
        : meant;
  return {
    ...said,
    lead,
    grades,
    areas,
    order: newest,
    themes: [],
    count:
      spansOf(question, 'quantity').some(({ value }) => value === 'count') ||
      spansOf(question, 'command').some(({ value }) => value === 'timeline'),
    rows,
    since: isOfEach ? meant.filter((row) => !isNewest(row)) : null,
    newestHeld: rowsOf(asked, counted)[0] ?? null,
    listed: counted === 'visits' ? listedMonths(context) : null,
    ...(themes.length > 0 && counted === 'visits' ? onThemes(rows, themes, asked) : {}),
  };
}

/** The lead inspector whom a question names, or the first of several. */
export const leadAsked = (question: Question): string | null =>
  spansOf(question, 'inspector').find(({ value }) => value !== 'asked')?.value ?? null;

/** The newest visits, as many as a reader looks at. */
const NEWEST_SHOWN = 10;

/** The visits that official statistics say looked at one of some themes. */
function onThemes(
  rows: VisitRow[],
  themes: Theme[],
  { context }: AskedOfAll,
): Pick<VisitedFacts, 'rows' | 'themes'> {
  const ids = new Set(themes.map(({ id }) => id));
  return {
    themes: [...new Set(themes)],
    rows: rows.filter(
      ({ visit: { theme } }) =>
        theme !== undefined && context.matcher.tag(theme).some((id) => ids.has(id)),
    ),
  };
}

/**
 * How many of the visits meant each lead inspector led, most first, and of how many councils; only
 * those with so many of either, where the question says how many (`number`).
 */
export type InspectorsFacts = Omit<VisitsAsked, 'meant'> & {
  grades: Grade[];
  areas: Area[] | null;
  rows: { name: string; visits: VisitRow[]; councils: number }[];
  number: { of: 'councils' | 'visits' | 'same'; least: number; most: number | null } | null;
};

export function inspectors(asked: AskedOfAll): InspectorsFacts {
  const { counted, filter, byRelease, undated, grades, areas, rows } = visited(asked);
  const byName = new Map<string, VisitRow[]>();
  for (const row of rows) {
    const name = row.visit.leadInspector;
    if (name) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const ofCouncils = firstOf(asked.question, 'council_count');
  const ofVisits = firstOf(asked.question, 'visit_count');
  const number = ofCouncils
    ? ({ ...ofCouncils, of: ofCouncils.isSame ? 'same' : 'councils' } as const)
    : ofVisits && ({ of: 'visits', ...ofVisits } as const);
  return {
    ...{ counted, filter, byRelease, undated },
    grades,
    areas,
    number,
    rows: [...byName]
      .map(([name, visits]) => ({
        name,
        visits,
        councils: new Set(visits.map(({ authority }) => authority.urn)).size,
      }))
      .filter(({ visits, councils }) => {
        if (!number) return true;
        const count = {
          councils,
          visits: visits.length,
          same: Math.max(...ofEachCouncil(visits)),
        }[number.of];
        return count >= number.least && (number.most === null || count <= number.most);
      })
      .sort((a, b) => b.visits.length - a.visits.length || a.name.localeCompare(b.name)),
  };
}

/** How many of some visits each council had. */
const ofEachCouncil = (visits: VisitRow[]): number[] =>
  [...group(visits, ({ authority }) => authority.urn).values()].map(({ length }) => length);

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
