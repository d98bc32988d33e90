import type { LocalAuthority } from '../../domain/authority.js';
import { firstOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { group } from '../operations/rows.js';
import { mostOf } from '../operations/runs.js';
import { type VisitRow, type VisitsAsked, visitsAsked } from './visit-rows.js';

/** A council with its visits that count, newest first. */
export type VisitTally = { authority: LocalAuthority; visits: VisitRow[]; count: number };

/**
 * Who had so many visits of a kind, and how many councils had how many, fewest first (`spread`);
 * who had none is among them.
 */
export type VisitsCountedFacts = Omit<VisitsAsked, 'meant'> & {
  least: number;
  most: number | null;
  rows: VisitTally[];
  spread: { count: number; councils: number }[];
};

export function visitsCounted(asked: AskedOfAll): VisitsCountedFacts {
  const { least, most } = firstOf(asked.question, 'visit_count') ?? { least: 1, most: null };
  const { meant, ...said } = visitsAsked(asked);
  const all = asked.scope.authorities.map((authority): VisitTally => {
    const visits = meant.filter((row) => row.authority === authority);
    return { authority, visits, count: visits.length };
  });
  const counts = [...new Set(all.map(({ count }) => count))].sort((a, b) => a - b);
  return {
    ...said,
    least,
    most,
    rows: all.filter(({ count }) => count >= least && (most === null || count <= most)),
    spread: counts.map((count) => ({
      count,
      councils: all.filter((row) => row.count === count).length,
    })),
  };
}

/** Who had the most visits of a kind (or the fewest): all that are equal, and what comes next. */
export type VisitsTalliedFacts = Omit<VisitsAsked, 'meant'> & {
  which: 'most' | 'fewest';
  rows: VisitTally[];
  next: { count: number; councils: number } | null;
};

export function visitsTallied(asked: AskedOfAll): VisitsTalliedFacts {
  const { question } = asked;
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const isFewest = firstOf(question, 'tally') === 'fewest' || orders.includes('fewest');
  const which = isFewest ? 'fewest' : 'most';
  const { meant, ...said } = visitsAsked(asked);
  const all = [...group(meant, ({ authority }) => authority.urn).values()].flatMap(
    (visits): VisitTally[] => {
      const [first] = visits;
      return first ? [{ authority: first.authority, visits, count: visits.length }] : [];
    },
  );
  const rows = mostOf(all, which);
  const following = mostOf(
    all.filter((row) => !rows.includes(row)),
    which,
  );
  const [next] = following;
  return {
    which,
    ...said,
    rows,
    next: next ? { count: next.count, councils: following.length } : null,
  };
}
