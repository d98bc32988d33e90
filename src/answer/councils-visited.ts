import type { LocalAuthority } from '../domain/authority.js';
import { sourceDate } from '../domain/source.js';
import { newestFirst, type Visit, visitBrief } from '../domain/visit.js';
import { words } from '../language/index.js';
import { isMeant } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { emptyAnswer } from './said.js';
import { allOf, documentsLine, namesWithMonths, outOf, type Scope, toldVisits } from './scope.js';

const COUNCILS_IN_HEADLINE = 6;
const OF_COUNCILS =
  /\b(which|what|list|all|how many) (?:\w+ )?(councils|authorities|las|boroughs)\b/;
const OF_RECORD =
  /^(cover(s|ed|ing)?|records?|known?|hold|held|included?|data|database|here|list|name|names|available)$/;

type Row = { authority: LocalAuthority; visit: Visit };

/**
 * Answers which councils the record covers, which were visited at a time or in a way ("which councils had a focused visit in 2022"), and which
 * a lead inspector led at, by name; `null` where anything else is asked.
 */
export function councilsVisited(query: Query, scope: Scope, context: AnswerContext): Answer | null {
  const text = query.words.join(' ');
  if (!OF_COUNCILS.test(text)) return null;
  const rows = toldVisits(scope, context).flatMap((visit): Row[] => {
    const authority = scope.authorities.find(({ urn }) => urn === visit.urn);
    return authority ? [{ authority, visit }] : [];
  });
  const { period, kinds, ordinal } = query.visits;
  const meant = rows.filter(({ visit }) =>
    context.questions.visitsMeant(query, visit.urn).includes(visit),
  );
  const led = meant.filter(({ visit }) => isLedBy(visit, query));
  if (led.length > 0)
    return listOf(led, `visits led by ${led[0]?.visit.leadInspector}`, query, scope, context);
  const narrowed = period !== null || kinds !== null || ordinal !== null;
  if (query.terms.length === 0 && narrowed) {
    const byReport = meant.some(({ visit }) => !isMeant(visit, query.visits));
    const what = [
      ordinal === null ? (kinds ? `${kinds}s` : 'visits') : `${kinds} number ${ordinal}`,
      byReport ? 'made or reported' : null,
      period?.label,
    ];
    return listOf(meant, what.filter(Boolean).join(' '), query, scope, context);
  }
  const ofRecord =
    query.terms.length > 0
      ? query.terms.every(({ word }) => OF_RECORD.test(word))
      : /\b(inspected|visited)\b/.test(text);
  return ofRecord && !narrowed ? covered(rows, query, scope, context) : null;
}

/** Whether the rest of a question is the name of the visit's lead inspector. */
const isLedBy = ({ leadInspector }: Visit, { terms }: Query): boolean => {
  const name = words(leadInspector ?? '');
  const asked = terms.map((term) => term.repaired ?? term.word).filter((word) => !LED.test(word));
  return (
    asked.length > 0 &&
    name.every((word) => asked.includes(word)) &&
    asked.every((word) => name.includes(word))
  );
};

const LED = /^(led|lead|leads|leading|wrote|signed)$/;

function listOf(
  rows: Row[],
  what: string,
  query: Query,
  scope: Scope,
  context: AnswerContext,
): Answer {
  const first = scope.authorities.flatMap((authority) => {
    const row = rows.find((each) => each.authority === authority);
    return row ? [row] : [];
  });
  const councils = first.sort((a, b) => newestFirst(a.visit, b.visit));
  const names = councils.length > 0 ? `: ${namesWithMonths(councils, COUNCILS_IN_HEADLINE)}` : '';
  return {
    ...emptyAnswer('visits', query.text),
    headline: `${outOf(councils.length, scope)} ${councils.length > 1 ? 'have' : 'has'} ${what}, by the documents held${names}.`,
    notes: [
      'A council that is not named may have been visited too: this record may lack the report.',
      documentsLine(scope, context),
    ],
    table:
      rows.length > 0
        ? {
            caption: `Councils with ${what}`,
            columns: ['Council', 'Visit', 'Document'],
            rows: rows.map(({ authority, visit }) => [
              authority.name,
              visitBrief(visit),
              documentOf(visit, context),
            ]),
          }
        : null,
    choices: choicesOf(councils),
  };
}

function covered(rows: Row[], query: Query, scope: Scope, context: AnswerContext): Answer {
  return {
    ...emptyAnswer('visits', query.text),
    headline: `This record covers ${scope.authorities.length === 1 ? allOf(scope) : `${scope.authorities.length} ${scope.region ? `${scope.region} ` : ''}councils`}: ${scope.authorities
      .map(({ name }) => name)
      .slice(0, COUNCILS_LISTED)
      .join(
        '; ',
      )}${scope.authorities.length > COUNCILS_LISTED ? '; the others are in the table' : ''}.`,
    notes: [documentsLine(scope, context)],
    table: {
      caption: 'Councils in this record',
      columns: ['Council', 'Visits with a document held', 'The newest of them'],
      rows: scope.authorities.map((authority) => {
        const own = rows.filter((row) => row.authority === authority);
        return [authority.name, String(own.length), own[0] ? visitBrief(own[0].visit) : 'none'];
      }),
    },
    choices: choicesOf(scope.authorities.map((authority) => ({ authority }))),
  };
}

const COUNCILS_LISTED = 40;
const MOST_CHOICES = 10;

const choicesOf = (list: { authority: LocalAuthority }[]) =>
  list
    .slice(0, MOST_CHOICES)
    .map(({ authority: { name } }) => ({ label: name, question: `${name} latest` }));

/** "Ofsted report, published 24 March 2023": the document that tells of a visit. */
function documentOf(visit: Visit, { record }: AnswerContext): string {
  const held = record.documents.find(({ visits }) =>
    visits.some((told) => told.id === visit.id && told.known === null),
  );
  return held
    ? `${held.source.publisher} ${held.source.kind}, ${sourceDate(held.source)}`
    : 'none held';
}
