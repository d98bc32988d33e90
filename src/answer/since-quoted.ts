import type { LocalAuthority } from '../domain/authority.js';
import { formatMonth } from '../domain/dates.js';
import type { RecordedDocument } from '../domain/document.js';
import type { RecordedPassage } from '../domain/record.js';
import type { Remembered } from '../domain/remembered.js';
import type { Visit } from '../domain/visit.js';
import { isOfTheme } from '../question/index.js';
import type { AnswerContext } from './context.js';

/** The only council that a conversation is about, or `null`. */
export function councilOf(
  { parts }: Remembered,
  { covered }: AnswerContext,
): LocalAuthority | null {
  const named = parts.filter(({ slot }) => slot === 'councils').map(({ said }) => said);
  return named.length === 1 ? (covered.find(({ name }) => name === named[0]) ?? null) : null;
}

/** The passages that an answer quoted, as far as the record still has them. */
export function quotedBefore({ quoted }: Remembered, context: AnswerContext): RecordedPassage[] {
  const byKey = new Map(context.record.passages.all().map((passage) => [passage.key, passage]));
  return quoted.flatMap((key) => byKey.get(key) ?? []);
}

/** A visit that an answer was about, and Ofsted's own documents of it. */
export type VisitDated = {
  council: string;
  visit: Visit;
  documents: RecordedDocument[];
  quoted: RecordedPassage[];
};

/**
 * The visits that the answer before was about, newest first: those of what it quoted or, where it
 * gave grades alone, those of the council in the month it gave them for.
 */
export function visitsBefore(remembered: Remembered, context: AnswerContext): VisitDated[] {
  const { newest } = remembered;
  const quoted = quotedBefore(remembered, context);
  // What an earlier answer quoted is kept where the answer before quoted nothing.
  const isOfThese = quoted.some(({ visit }) => newest !== null && visit.period.startsWith(newest));
  const council = councilOf(remembered, context);
  const own = quoted.filter(({ urn }) => !council || council.urn === urn);
  const visits =
    isOfThese && own.length > 0
      ? own.map(({ visit }) => visit)
      : council && newest
        ? context.visitsOf(council.urn).filter(({ period }) => period.startsWith(newest))
        : [];
  const distinct = [...new Map(visits.map((visit) => [visit.id, visit])).values()];
  return distinct
    .toSorted((a, b) => b.period.localeCompare(a.period))
    .map((visit) => ({
      visit,
      quoted: isOfThese ? own.filter((passage) => passage.visit.id === visit.id) : [],
      council: context.covered.find(({ urn }) => urn === visit.urn)?.name ?? '',
      documents: context.record.documents.filter(
        ({ source, visits: told }) =>
          source.kind !== 'press' && told.some(({ id }) => id === visit.id),
      ),
    }));
}

/**
 * What is newer than what was quoted of one council: the visits whose text or grades are `held`,
 * and those `known` without either. `subject` is what was asked about, by the record's names, and
 * `text` asks that again of the time since; `than` is the newest visit that was quoted.
 */
export type Newer = {
  authority: LocalAuthority;
  subject: string[];
  held: Visit[];
  known: Visit[];
  than: Visit;
  text: string;
  kept: string[];
};

/** `null` where the conversation is of no one council, or nothing is known of what was quoted. */
export function newerThanBefore(remembered: Remembered, context: AnswerContext): Newer | null {
  const { newest, parts } = remembered;
  const authority = councilOf(remembered, context);
  if (!authority || newest === null) return null;
  const visits = context.visitsOf(authority.urn);
  const than = visits.find(({ period }) => period.startsWith(newest));
  if (!than) return null;
  const since = visits.filter(({ period }) => period > than.period);
  const quoted = new Set(context.quotedVisitsOf(authority.urn).map(({ id }) => id));
  const isTold = (visit: Visit) => quoted.has(visit.id) || context.judgementsOf(visit).length > 0;
  const kept = parts.filter(({ slot }) => slot !== 'time').map(({ said }) => said);
  return {
    authority,
    subject: parts.filter(isOfTheme).map(({ said }) => said),
    held: since.filter(isTold),
    known: since.filter((visit) => !isTold(visit)),
    than,
    kept,
    text: `${kept.join(' ')} since ${formatMonth(monthAfter(newest))}`,
  };
}

/** The month after a month, both "YYYY-MM". */
function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === MONTHS ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

const MONTHS = 12;
