import type { LocalAuthority } from '../domain/authority.js';
import { capitalised } from '../domain/citation.js';
import { formatMonth } from '../domain/dates.js';
import { newestFirst, type Visit } from '../domain/visit.js';
import { isMeant } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import { readRegion } from '../question/legacy/region.js';
import type { Choice } from './answer.js';
import type { AnswerContext } from './context.js';

/**
 * Which councils of the record a question without a council is about: all, or those of one region; `text` is the question
 * without the words that named the region.
 */
export type Scope = { authorities: LocalAuthority[]; region: string | null; text: string };

/** The scope of a question, and the question without the words that named it. */
export function scopeOf(query: Query, { covered, record }: AnswerContext): [Scope, Query] {
  const { region, councils, query: rest, text } = readRegion(query, record.authorities);
  return [{ region, text, authorities: covered.filter((a) => councils.includes(a)) }, rest];
}

/** "3 of 15 councils in this record", "None of the 4 North West councils in this record", "All 15 councils in this record". */
export function outOf(count: number, scope: Scope): string {
  const { authorities, region } = scope;
  const [first, ...others] = authorities;
  if (first && others.length === 0)
    return count === 0
      ? `No ${region ? `${region} ` : ''}council in this record (it covers ${first.name})`
      : capitalised(allOf(scope));
  if (count === 0) return `None of ${allOf(scope)}`;
  if (count === authorities.length) return capitalised(allOf(scope).replace(/^the/, 'all'));
  return `${count} of ${region ? 'the ' : ''}${councilsOf(scope)}`;
}

/** "the 15 councils in this record", "the only London council in this record (Hackney)" */
export function allOf(scope: Scope): string {
  const [first, ...others] = scope.authorities;
  return first && others.length === 0
    ? `the only ${scope.region ? `${scope.region} ` : ''}council in this record (${first.name})`
    : `the ${councilsOf(scope)}`;
}

const councilsOf = ({ authorities, region }: Scope): string =>
  `${authorities.length} ${region ? `${region} ` : ''}councils in this record`;

/** The visits of these councils of which the record holds a document, newest first. */
export function toldVisits({ authorities }: Scope, { record }: AnswerContext): Visit[] {
  const urns = new Set(authorities.map((a) => a.urn));
  return record.visits
    .filter((visit) => urns.has(visit.urn) && visit.known === null)
    .sort(newestFirst);
}

/** "From 55 documents on visits of July 2013 to December 2024; later visits may exist, see reports.ofsted.gov.uk." */
export function documentsLine(scope: Scope, context: AnswerContext): string {
  return `From ${documentsHeld(scope, context)}; later visits may exist, see reports.ofsted.gov.uk.`;
}

/** "55 documents on visits of July 2013 to December 2024" */
export function documentsHeld(scope: Scope, context: AnswerContext): string {
  const urns = new Set(scope.authorities.map((a) => a.urn));
  const count = context.record.documents.filter((d) => urns.has(d.urn)).length;
  return `${count} ${count === 1 ? 'document' : 'documents'} ${spanOf(toldVisits(scope, context))}`;
}

/** "on visits of July 2013 to December 2024"; takes visits newest first. */
function spanOf(visits: Visit[]): string {
  const [newest, oldest] = [visits[0], visits.at(-1)];
  if (!newest || !oldest) return 'on no visit';
  const [from, to] = [formatMonth(oldest.period), formatMonth(newest.period)];
  return from === to ? `on visits of ${from}` : `on visits of ${from} to ${to}`;
}

/** "the record’s newest visit: December 2024": of which it holds a document. */
export function newestVisit(scope: Scope, context: AnswerContext): string {
  const newest = toldVisits(scope, context)[0];
  return `${scope.region ? 'their' : 'the record’s'} newest visit: ${newest ? formatMonth(newest.period) : 'none'}`;
}

/** "9 of these councils have a visit in 2016 in this record." where the question names a time or a kind of visit. */
export function timeLine(
  query: Query,
  { authorities }: Scope,
  { questions }: AnswerContext,
): string[] {
  const { period, kinds } = query.visits;
  if (!period && !kinds) return [];
  const visits = authorities.map(({ urn }) =>
    questions.visitsMeant(query, urn).filter((visit) => visit.known === null),
  );
  const count = visits.filter((own) => own.length > 0).length;
  const byReport = visits.flat().some((visit) => !isMeant(visit, query.visits));
  const what = [
    kinds ? `${kinds === 'inspection' ? 'an' : 'a'} ${kinds}` : 'a visit',
    byReport ? 'made or reported' : null,
    period?.label,
  ];
  return [
    `${count} of these councils ${count === 1 ? 'has' : 'have'} ${what.filter(Boolean).join(' ')} in this record.`,
  ];
}

/** "Wirral (September 2023), Tameside (December 2023) and 3 more": names with when, at most `most` of them. */
export function namesWithMonths(
  list: { authority: LocalAuthority; visit: Visit }[],
  most: number,
): string {
  const named = list
    .slice(0, most)
    .map(({ authority, visit }) => `${authority.name} (${formatMonth(visit.period)})`);
  const left = list.length - named.length;
  return left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ');
}

const MOST_CHOICES = 10;

/** A question of one council, for as many councils as fit a row of buttons. */
export const oneCouncilChoices = (authorities: LocalAuthority[], question: string): Choice[] =>
  authorities.slice(0, MOST_CHOICES).map(({ name }) => ({
    label: `Only ${name}`,
    question: `${name}: ${question}`,
  }));
