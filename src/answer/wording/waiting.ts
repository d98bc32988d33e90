import { capitalised } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { lastDayOf, visitDates } from '../../domain/visit.js';
import type { VisitRow } from '../across/visit-rows.js';
import type { WaitingFacts } from '../across/waiting.js';
import type { Answer, Table } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { daysBetween } from '../operations/rows.js';
import { atRank } from '../operations/runs.js';
import { headlineWith } from './phrases.js';
import { afterSaid, rankSaid } from './ranks.js';
import { outOf } from './scope.js';
import { visitsAnswerOf, visitTable, withMonths } from './visited.js';

/**
 * "11 of 153 councils have no full inspection since 2022 in this record: names, longest wait
 * first".
 */
export function wordWaiting(facts: WaitingFacts, asked: AskedOfAll): Answer {
  const { since, rows, without, counted } = facts;
  const { scope, context } = asked;
  const kind = counted === 'inspections' ? 'full inspection' : 'visit';
  const headline = since
    ? headlineWith(
        `${outOf(rows.length, scope)} ${rows.length > 1 ? 'have' : 'has'} no ${kind} ${sinceSaid(facts)} in this record`,
        withMonths(rows),
      )
    : longestSaid(facts, kind);
  return visitsAnswerOf(
    asked,
    headline,
    [
      ...(facts.within && since
        ? [
            `Counted: whose newest one was by ${formatMonth(since.namedUntil ?? since.to)}; none was before that time.`,
          ]
        : []),
      ...insideLine(facts),
      ...(rows.some(({ visit }) => visit.end === null)
        ? ['Days are counted from the last day, or from the first where statistics alone give it.']
        : []),
      'This record may lack newer reports: the newest one that it holds of each council counts.',
      ...(without.length > 0
        ? [`No ${kind} is held of: ${without.map(({ name }) => name).join('; ')}.`]
        : []),
    ],
    withDays(
      visitTable(rows, `Newest ${kind} held of each council, longest ago first`, context),
      rows,
      context,
    ),
    rows,
  );
}

/** "since 2021", "after December 2021": from when on none is held. */
function sinceSaid({ since, within }: WaitingFacts): string {
  if (!since) return '';
  if (within) return `after ${formatMonth(since.namedUntil ?? since.to)}`;
  return since.from < '2001'
    ? `after ${formatMonth(since.to)} (asked: ${since.label})`
    : since.label;
}

const MOST_NAMED = 8;

/** "Since 2021" may mean after it: who was last inspected in it is named, too. */
function insideLine({ inside, since }: WaitingFacts): string[] {
  if (inside.length === 0 || !since?.namedUntil) return [];
  const left = inside.length - MOST_NAMED;
  return [
    `Not counted: ${inside.length} last inspected by ${formatMonth(since.namedUntil)}, but not before that time: ${withMonths(inside.slice(0, MOST_NAMED)).join(', ')}${left > 0 ? ` and ${left} more` : ''}.`,
  ];
}

/** Whoever has waited longest; all that were inspected on the same last day. */
function longestSaid({ rows, rank }: WaitingFacts, kind: string): string {
  if (rows.length === 0) return `This record holds no ${kind}.`;
  const { above, at } = atRank(rows, rank, (a, b) => lastDayOf(a.visit) === lastDayOf(b.visit));
  const [sought] = at;
  if (!sought) return `This record holds too few ${kind}s for that.`;
  const namesOf = (list: VisitRow[]) => list.map(({ authority }) => authority.name);
  return `${capitalised(`${rankSaid(rank)}longest`)} without a ${kind}, by this record: ${namesOf(at).join(' and ')}, last inspected ${visitDates(sought.visit)}${afterSaid(namesOf(above))}.`;
}

/** Days from the last day of a visit to today. */
const daysSince = ({ visit }: VisitRow, { today }: AnswerContext): number =>
  daysBetween(lastDayOf(visit), today());

const withDays = (table: Table | null, rows: VisitRow[], context: AnswerContext): Table | null =>
  table && {
    ...table,
    columns: [...table.columns, 'Days since'],
    rows: table.rows.map((cells, i) => {
      const row = rows[i];
      return [...cells, row ? String(daysSince(row, context)) : ''];
    }),
  };
