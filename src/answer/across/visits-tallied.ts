import type { LocalAuthority } from '../../domain/authority.js';
import {
  firstOf,
  isMeant,
  spansOf,
  type VisitFilter,
  visitFilterOf,
} from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { group } from '../operations/rows.js';
import { mostOf } from '../operations/runs.js';
import { countedBy, rowsKnown, type VisitRow, type VisitsCounted } from './visit-rows.js';

/** A council with its visits that count, newest first. */
export type VisitTally = { authority: LocalAuthority; visits: VisitRow[]; count: number };

/** Who had the most visits of a kind (or the fewest): all that are equal, and what comes next. */
export type VisitsTalliedFacts = {
  which: 'most' | 'fewest';
  counted: VisitsCounted;
  filter: VisitFilter;
  rows: VisitTally[];
  next: { count: number; councils: number } | null;
};

export function visitsTallied(asked: AskedOfAll): VisitsTalliedFacts {
  const { question } = asked;
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const isFewest = firstOf(question, 'tally') === 'fewest' || orders.includes('fewest');
  const which = isFewest ? 'fewest' : 'most';
  const counted = countedBy(asked);
  const filter = visitFilterOf(question);
  const meant = rowsKnown(asked, counted).filter(({ visit }) => isMeant(visit, filter));
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
    counted,
    filter,
    rows,
    next: next ? { count: next.count, councils: following.length } : null,
  };
}
