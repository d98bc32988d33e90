import { areaPhrase } from '../../domain/areas.js';
import { formatMonth } from '../../domain/dates.js';
import { themeInSentence } from '../../domain/theme.js';
import { lastDayOf, type Visit, visitBrief, visitDates } from '../../domain/visit.js';
import type { VisitFilter } from '../../question/index.js';
import type { VisitRow } from '../across/visit-rows.js';
import type { VisitedFacts } from '../across/visited.js';
import type { Answer, Table } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { emptyAnswer, headlineWith, sourceInTable } from './phrases.js';
import { allOf, latestChoices, outOf } from './scope.js';

const MAY_LACK =
  'A council that is not named may have been visited too: this record may lack the report.';
const HOW_DATED =
  'Where a report does not print when it came out, the date is by the name of its file, or left out.';
const FULL_ONLY =
  'Full inspections are counted, by the days on which inspectors were there; focused and monitoring visits are not.';

type VisitsSaid = Pick<
  VisitedFacts,
  'counted' | 'filter' | 'byRelease' | 'lead' | 'grades' | 'areas'
> &
  Partial<Pick<VisitedFacts, 'themes'>>;

/** "full inspections from March 2024 to June 2024", "focused visits in 2022 led by …". */
export function visitsSaid(facts: VisitsSaid): string {
  const { counted, filter, byRelease, lead, grades, areas, themes = [] } = facts;
  return [
    filter.ordinal === null
      ? kindsOf(filter, counted)
      : `${filter.kind ?? 'visit'} number ${filter.ordinal}`,
    ...(grades.length > 0 ? [gradedSaid({ grades, areas }).trim()] : []),
    ...(byRelease ? ['published'] : []),
    ...(filter.period ? [filter.period.label] : []),
    ...(themes.length > 0 ? [`that looked at ${themes.map(themeInSentence).join(' or ')}`] : []),
    ...(lead ? [`led by ${lead}`] : []),
  ].join(' ');
}

const kindsOf = ({ kind, framework }: VisitFilter, counted: VisitedFacts['counted']): string =>
  kind === null || kind === 'inspection'
    ? counted === 'inspections' || framework
      ? `${framework ?? 'full'} inspections`
      : 'visits'
    : `${kind}s`;

export function visitsAnswerOf(
  asked: AskedOfAll,
  headline: string,
  notes: string[],
  table: Table | null,
  rows: { authority: VisitRow['authority'] }[],
): Answer {
  return {
    ...emptyAnswer('visits', asked.question.text),
    headline,
    notes,
    closing: table ? [HOW_DATED] : [],
    table,
    choices: latestChoices([...new Set(rows.map(({ authority }) => authority))]),
  };
}

/** "Harrow (January 2025)" */
export const withMonths = (rows: VisitRow[]): string[] =>
  rows.map(({ authority, visit }) => `${authority.name} (${formatMonth(visit.period)})`);

/** " graded “inadequate” overall", where a grade was asked for. */
const gradedSaid = ({ grades, areas }: Pick<VisitedFacts, 'grades' | 'areas'>): string =>
  grades.length > 0
    ? ` graded ${grades.map((grade) => `“${grade}”`).join(' or ')} ${areaPhrase(areas)}`
    : '';

const onceEach = (rows: VisitRow[]): VisitRow[] =>
  rows.filter(({ authority }, i) => rows.findIndex((r) => r.authority === authority) === i);

/** "22 of 153 councils … have full inspections from March 2024 to June 2024: names". */
export function wordVisited(facts: VisitedFacts, asked: AskedOfAll): Answer {
  const { rows, counted, count } = facts;
  const { scope, context } = asked;
  const notes = [
    ...newestLine(facts),
    ...sinceLine(facts),
    ...listedLine(facts),
    MAY_LACK,
    ...releaseLines(facts),
    ...(counted === 'inspections' && !facts.byRelease ? [FULL_ONLY] : []),
  ];
  const councils = onceEach(rows);
  return visitsAnswerOf(
    asked,
    `${count && rows.length > 0 && !facts.since ? `${rows.length} ${visitsSaid(facts)}, of ` : ''}${sentenceOf(facts, councils, scope, count)}`,
    notes,
    visitTable(rows, `Councils with ${visitsSaid(facts)}`, context),
    councils,
  );
}

function sentenceOf(
  facts: VisitedFacts,
  councils: VisitRow[],
  scope: AskedOfAll['scope'],
  count: boolean,
): string {
  const { rows, order, filter, counted, listed } = facts;
  if (rows.length === 0 && filter.period && listed && isBeyond(filter.period, listed))
    return `This record cannot tell: it holds no ${visitsSaid(facts)}, and knows of such visits from ${formatMonth(listed.from)} to ${formatMonth(listed.to)} alone.`;
  if (rows.length === 0) return `${outOf(0, scope)} is known to have had ${visitsSaid(facts)}.`;
  if (facts.since) return headlineWith(lastThenSaid(facts, councils, scope), withMonths(councils));
  if (count && rows.length > 0) return `${councils.length} of ${allOf(scope)}.`;
  if (order && (order === 'oldest' || !filter.period)) {
    const [first] = rows;
    const kind = counted === 'inspections' ? 'full inspection' : 'visit';
    if (!first) return `This record holds no such ${kind}.`;
    // What ended on one day is equally new, or old.
    const equal = rows.filter(({ visit }) => lastDayOf(visit) === lastDayOf(first.visit));
    const names = equal.map(({ authority, visit }) => `${authority.name}, ${visitDates(visit)}`);
    return `The ${order} ${kind}${equal.length > 1 ? 's' : ''}${gradedSaid(facts)}${filter.period ? ` ${filter.period.label}` : ''} in this record: ${names.join('; ')}${facts.lead ? `, led by ${facts.lead}` : ''}.`;
  }
  return headlineWith(
    `${outOf(councils.length, scope)} ${councils.length > 1 ? 'have' : 'has'} ${visitsSaid(facts)}`,
    withMonths(councils),
  );
}

/** "8 of 153 councils in this record had their newest full inspection in 2021". */
function lastThenSaid(
  { counted, filter }: VisitedFacts,
  councils: VisitRow[],
  scope: AskedOfAll['scope'],
): string {
  const kind = counted === 'inspections' ? `${filter.framework ?? 'full'} inspection` : 'visit';
  return `${outOf(councils.length, scope)} had ${councils.length === 1 ? 'its' : 'their'} newest ${kind} ${filter.period?.label ?? ''}`;
}

/** Whoever was visited then and again since was not visited last then. */
const sinceLine = ({ since, counted }: VisitedFacts): string[] => {
  const kind = counted === 'inspections' ? 'full inspection' : 'visit';
  return since && since.length > 0
    ? [
        `Counted: whose newest ${kind} held was then. Not counted: ${since.length} with a newer one since.`,
      ]
    : [];
};

/** By which day visits are counted, and how many bear none, where it is that of publication. */
const releaseLines = ({ byRelease, counted, undated }: VisitedFacts): string[] =>
  byRelease
    ? [
        `Counted by the day on which a report came out; the months in brackets are those of the inspection.${counted === 'inspections' ? ' Focused and monitoring visits are not counted.' : ''}`,
        ...(undated > 0 ? [`Of ${undated} more the record does not know when they came out.`] : []),
      ]
    : [];

const isBeyond = (asked: { from: string; to: string }, listed: { from: string; to: string }) =>
  asked.to < listed.from || asked.from > listed.to;

/** Of which months visits without grades are listed at all: of others the record cannot tell. */
export const listedLine = ({ listed }: Pick<VisitedFacts, 'listed'>): string[] =>
  listed
    ? [
        `Focused and monitoring visits are counted where Ofsted’s statistics list them, which they do from ${formatMonth(listed.from)} to ${formatMonth(listed.to)}, or a letter is held; what a visit looked at is as the statistics print it.`,
      ]
    : [];

/** What is said first where a time was asked for that the record does not reach. */
function newestLine({ rows, filter, newestHeld, counted }: VisitedFacts): string[] {
  if (rows.length > 0 || !filter.period || !newestHeld) return [];
  const kind = counted === 'inspections' ? 'full inspection' : 'visit';
  return [
    `The newest ${kind} in this record: ${newestHeld.authority.name}, ${visitDates(newestHeld.visit)}.`,
  ];
}

const withThemes = (rows: VisitRow[]): boolean =>
  rows.some(({ visit: { theme } }) => theme !== undefined);

export const visitTable = (
  rows: VisitRow[],
  caption: string,
  context: AnswerContext,
): Table | null =>
  rows.length > 0
    ? {
        caption,
        columns: [
          'Council',
          'Visit',
          ...(withThemes(rows) ? ['Looked at'] : []),
          'Lead inspector',
          'Document',
        ],
        rows: rows.map(({ authority, visit }) => [
          authority.name,
          visitBrief(visit),
          ...(withThemes(rows) ? [visit.theme ?? 'not given'] : []),
          visit.leadInspector ?? 'not given',
          documentOf(visit, context),
        ]),
      }
    : null;

/** "Ofsted report, 24 March 2023": the document that tells of a visit. */
function documentOf(visit: Visit, { record }: AnswerContext): string {
  const held = record.documents.find(({ visits }) =>
    visits.some((each) => each.id === visit.id && each.known === null),
  );
  const listed = record.documents.find(({ source }) => source.id === visit.known?.source);
  if (held) return sourceInTable(held.source);
  return listed?.source.kind === 'statistics'
    ? `listed in ${sourceInTable(listed.source)}; no letter held`
    : 'none held';
}
