import type { LocalAuthority } from '../../domain/authority.js';
import { lastDayOf, newestFirst } from '../../domain/visit.js';
import { firstOf, type Period } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { countedBy, rowsOf, type VisitRow, type VisitsCounted } from './visit-rows.js';

/**
 * Councils by how long ago their newest full inspection held is: those last inspected before a
 * time, or not in one, or those that have waited longest. `within`: none was before that time, so
 * that those inspected last in it are listed.
 */
export type WaitingFacts = {
  since: Period | null;
  within: boolean;
  /** Who was last inspected in that time itself, where others were before it. */
  inside: VisitRow[];
  counted: VisitsCounted;
  /** Which place from the top of the order is asked for. */
  rank: number;
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
  const every = rowsOf(asked, counted);
  const seenIn = ({ from, to }: Period): ReadonlySet<string> =>
    new Set(
      every
        .filter((row) => row.visit.period.slice(0, MONTH) <= to && lastMonth(row) >= from)
        .map(({ authority }) => authority.urn),
    );
  for (const row of every) if (!newest.has(row.authority.urn)) newest.set(row.authority.urn, row);
  const all = [...newest.values()].sort((a, b) => newestFirst(b.visit, a.visit));
  const until = (month: string) => all.filter((row) => lastMonth(row) <= month);
  const before = (month: string) => all.filter((row) => lastMonth(row) < month);
  const rows = !since
    ? all
    : isBounded(since)
      ? all.filter(({ authority }) => !seenIn(since).has(authority.urn))
      : endsBefore(since)
        ? until(since.to)
        : before(since.from);
  const inside = since?.namedUntil
    ? until(since.namedUntil).filter((row) => !rows.includes(row))
    : [];
  const within = rows.length === 0 && inside.length > 0;
  return {
    since,
    within,
    inside: within ? [] : inside,
    counted,
    rank: firstOf(question, 'rank') ?? 1,
    rows: within ? inside : rows,
    without: scope.authorities.filter(({ urn }) => !newest.has(urn)),
  };
}

const MONTH = 'yyyy-mm'.length;
const lastMonth = ({ visit }: VisitRow): string => lastDayOf(visit).slice(0, MONTH);

/** "In 2022": whoever was inspected then is left out, whenever else that was. */
const isBounded = ({ from, to, namedUntil }: Period): boolean =>
  from >= '2001' && to < '2099' && !namedUntil;

/** "Before 2022" begins before any inspection: whose newest is of that time has waited since. */
const endsBefore = ({ from, to }: Period): boolean => from < '2001' && to < '2099';
