import type { LocalAuthority } from '../../domain/authority.js';
import { newestFirst } from '../../domain/visit.js';
import { asksForBoth, spansOf, type VisitFilter, visitFilterOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf } from '../grades/council-grades.js';
import { type VisitRow, visitsMeantBy } from './visit-rows.js';
import { leadAsked, type VisitedFacts } from './visited.js';

/** The visits of one of several times, frameworks, inspectors or kinds. */
export type VisitsPart = Pick<VisitedFacts, 'counted' | 'filter' | 'byRelease' | 'lead'> & {
  rows: VisitRow[];
};

/**
 * The visits of each of several times, frameworks, inspectors or kinds that a question sets beside
 * each other, and the councils that had one of each (`inAll`). `rows` are all of them, each once,
 * newest first; of the councils with one of each alone, where these are asked for (`ofBoth`).
 */
export type VisitsBesideFacts = Pick<VisitedFacts, 'grades' | 'areas'> & {
  parts: VisitsPart[];
  inAll: LocalAuthority[];
  ofBoth: boolean;
  rows: VisitRow[];
};

export function visitsBeside(asked: AskedOfAll): VisitsBesideFacts {
  const { question, context } = asked;
  const { grades, areas } = gradesAsked(question);
  const isGradedSo = ({ visit }: VisitRow): boolean => {
    const given = grades.length > 0 ? gradeOf(areas ?? ['overall'], visit, context) : null;
    return grades.length === 0 || (given !== null && grades.includes(given.grade));
  };
  const parts = partsAsked(asked).map(({ filter, lead }): VisitsPart => {
    const { meant, counted, byRelease } = visitsMeantBy(filter, asked);
    const own = meant.filter(({ visit }) => lead === null || visit.leadInspector === lead);
    return { counted, filter, byRelease, lead, rows: own.filter(isGradedSo) };
  });
  const inAll = asked.scope.authorities.filter((authority) =>
    parts.every(({ rows }) => rows.some((row) => row.authority === authority)),
  );
  const ofBoth = asksForBoth(question);
  const seen = new Set<string>();
  const rows = parts
    .flatMap((part) => part.rows)
    .filter(({ authority, visit }) => {
      const isNew = !seen.has(visit.id) && (!ofBoth || inAll.includes(authority));
      seen.add(visit.id);
      return isNew;
    })
    .sort((a, b) => newestFirst(a.visit, b.visit));
  return { grades, areas, parts, inAll, ofBoth, rows };
}

/** One filter for each of the times, frameworks, inspectors or kinds of which there are several. */
function partsAsked({ question }: AskedOfAll): { filter: VisitFilter; lead: string | null }[] {
  const filter = visitFilterOf(question);
  const lead = leadAsked(question);
  const periods = spansOf(question, 'period').map(({ value }) => value);
  const frameworks = new Set(spansOf(question, 'framework').map(({ value }) => value));
  const leads = new Set(
    spansOf(question, 'inspector').flatMap(({ value }) => (value === 'asked' ? [] : value)),
  );
  const kinds = new Set(spansOf(question, 'visit').flatMap(({ value }) => value.kind ?? []));
  if (periods.length > 1) return periods.map((period) => ({ filter: { ...filter, period }, lead }));
  if (frameworks.size > 1)
    return [...frameworks].map((framework) => ({ filter: { ...filter, framework }, lead }));
  if (leads.size > 1) return [...leads].map((each) => ({ filter, lead: each }));
  return [...kinds].map((kind) => ({ filter: { ...filter, kind }, lead }));
}
