import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { freshnessLine } from '../../domain/freshness.js';
import { themeInSentence } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import { nearestThemes, type SearchTerm } from '../../search/index.js';
import type { Choice } from '../answer.js';
import type { AnswerContext } from '../context.js';
import type { Held, Scope } from '../scope.js';

/** "North West ", "London and South East ", or nothing where all councils are meant. */
const placesOf = ({ places }: Scope): string =>
  places.length > 0 ? `${places.join(' and ')} ` : '';

const leavingOut = ({ excluded }: Scope): string =>
  excluded.length > 0 ? ` leaving out ${excluded.join(' and ')}` : '';

const noun = (scope: Scope): string => `${scope.type ?? 'councils'}${leavingOut(scope)}`;

/**
 * "3 of the 15 North West councils in this record", "None of …", "All 15 councils in this record".
 */
export const outOf = (count: number, scope: Scope): string => capitalised(countedOf(count, scope));

/** As `outOf`, within a sentence: "none of the 15 North West councils in this record". */
export function countedOf(count: number, scope: Scope): string {
  const [first, ...others] = scope.authorities;
  if (first && others.length === 0)
    return count === 0
      ? `no ${placesOf(scope)}council${leavingOut(scope)} in this record (it covers ${first.name})`
      : allOf(scope);
  if (count === 0) return `none of ${allOf(scope)}`;
  if (count === scope.authorities.length) return allOf(scope).replace(/^the/, 'all');
  const isPart =
    scope.places.length > 0 ||
    scope.type !== null ||
    scope.excluded.length > 0 ||
    scope.having !== undefined;
  return `${count} of ${isPart ? 'the ' : ''}${councilsOf(scope)}`;
}

/** "the 15 councils in this record", "the only London council in this record (Hackney)" */
export function allOf(scope: Scope): string {
  const [first, ...others] = scope.authorities;
  return first && others.length === 0
    ? `the only ${placesOf(scope)}council${leavingOut(scope)} in this record (${first.name})`
    : `the ${councilsOf(scope)}`;
}

const councilsOf = (scope: Scope): string =>
  `${scope.authorities.length} ${placesOf(scope)}${noun(scope)} in this record${havingSaid(scope)}`;

/** " with a monitoring visit in 2024", " without a focused visit", or nothing. */
const havingSaid = ({ having }: Scope): string =>
  having
    ? ` ${having.had ? 'with' : 'without'} a ${having.kind}${having.period ? ` ${having.period.label}` : ''}`
    : '';

/** From where it is known which councils had such visits. */
export function havingLines({ having }: Scope): string[] {
  if (!having) return [];
  const { kind, listed } = having;
  const when = listed
    ? `Ofsted’s statistics list them, which they do from ${formatMonth(listed.from)} to ${formatMonth(listed.to)}, or a letter is held`
    : 'a letter is held';
  return [
    `${capitalised(kind)}s are counted where ${when}; at other times a council may have had one.`,
  ];
}

/**
 * "From 55 documents on visits of July 2013 to December 2024; later visits may exist, see …"; where
 * the record says how far it reaches, that.
 */
export const documentsLine = (held: Held): string =>
  held.freshness.gradesUntil || held.freshness.lookedForOn
    ? freshnessLine({ ...held.freshness, checked: null })
    : `From ${documentsHeld(held)}; later visits may exist, see reports.ofsted.gov.uk.`;

/** "Of 152 of these 153 councils the record has grades and dates; the reports’ text is not …" */
export function withoutTextLines({ councils, withText }: Held): string[] {
  const without = councils - withText;
  if (without === 0) return [];
  const which =
    without === councils ? 'these councils' : `${without} of these ${councils} councils`;
  return [
    `Of ${which} the record has grades and dates; the reports’ text is not in it yet, so nothing of it can be quoted.`,
  ];
}

/** "55 documents on visits of July 2013 to December 2024" */
export function documentsHeld({ documents, newest, oldest }: Held): string {
  const count = `${documents} ${documents === 1 ? 'document' : 'documents'}`;
  if (!newest || !oldest) return `${count} on no visit`;
  const [from, to] = [formatMonth(oldest.period), formatMonth(newest.period)];
  return from === to ? `${count} on visits of ${from}` : `${count} on visits of ${from} to ${to}`;
}

/** "the record’s newest visit: December 2024": of which it holds a document. */
export const newestVisitLine = (scope: Scope, { newest }: Held): string =>
  `${scope.places.length > 0 || scope.type ? 'their' : 'the record’s'} newest visit: ${newest ? formatMonth(newest.period) : 'none'}`;

/** "Wirral (September 2023), Tameside (December 2023) and 3 more": at most `most` of them. */
export function namesWithMonths(
  list: { authority: LocalAuthority; visit: Visit }[],
  most: number,
): string {
  const named = list
    .slice(0, most)
    .map(({ authority, visit }) => `${authority.name} (${formatMonth(visit.period)})`);
  return andMore(named, list.length);
}

const FEW = 3;

/** ": Wirral (September 2023), Tameside (December 2023)" where they are few, else nothing. */
export const namedIfFew = (list: { authority: LocalAuthority; visit: Visit }[]): string =>
  list.length > 0 && list.length <= FEW ? `: ${namesWithMonths(list, FEW)}` : '';

/** "A, B and 3 more" of `all` names. */
function andMore(named: string[], all: number): string {
  const left = all - named.length;
  return left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ');
}

const MOST_CHOICES = 10;

/** A question of one council, for as many councils as fit a row of buttons. */
export const oneCouncilChoices = (authorities: LocalAuthority[], question: string): Choice[] =>
  authorities.slice(0, MOST_CHOICES).map(({ name }) => ({
    label: `Only ${name}`,
    question: `${name}: ${question}`,
  }));

/** On to the newest of each council listed. */
export const latestChoices = (authorities: LocalAuthority[]): Choice[] =>
  authorities
    .slice(0, MOST_CHOICES)
    .map(({ name }) => ({ label: name, question: `${name} latest` }));

const NEAREST_THEMES = 5;

/** "Themes it does quote: …" */
export const themesLine = (
  { record }: AnswerContext,
  urns: string[],
  terms: SearchTerm[],
): string =>
  `Themes it does quote: ${nearestThemes(record, urns, terms, NEAREST_THEMES)
    .map(themeInSentence)
    .join(', ')}.`;
