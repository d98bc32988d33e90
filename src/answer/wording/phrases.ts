import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { formatDate, formatMonth } from '../../domain/dates.js';
import { type Area, areaName, type Judgement } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Source, sourceDate } from '../../domain/source.js';
import { type Theme, themeInSentence } from '../../domain/theme.js';
import { type Visit, visitBrief, visitDates } from '../../domain/visit.js';
import type { Period } from '../../question/index.js';
import type { Answer, Choice } from '../answer.js';
import type { About } from '../one-council/about.js';

/** An answer with nothing in it yet. */
export const emptyAnswer = (kind: Answer['kind'], question: string): Answer => ({
  question,
  kind,
  status: 'found',
  reason: null,
  authority: null,
  headline: '',
  notes: [],
  table: null,
  sections: [],
  closing: [],
  until: null,
  choices: [],
  citations: [],
  nearest: [],
  notUnderstood: [],
});

/** Characters that a headline may have: it is read in a notification too. */
export const HEADLINE = 160;
/** A longer list of councils is the table's. */
const NAMES = 3;

/** "2 of 153 councils were graded so: Harrow and Knowsley." Many names are left to the table. */
export function headlineWith(lead: string, names: string[]): string {
  const named = `${lead}: ${names.join(', ')}.`;
  return names.length > 0 && names.length <= NAMES && named.length <= HEADLINE ? named : `${lead}.`;
}

/** "Tameside (the only council in this record)" where the question named none. */
export const councilLabel = ({
  authority: { name },
  named,
}: {
  authority: LocalAuthority;
  named: boolean;
}): string => (named ? name : `${name} (the only council in this record)`);

/**
 * The grade, with the phrase as printed where that is another: "requires improvement to be good
 * (printed “Requires improvement”)".
 */
export const gradeSaid = ({ grade, printed }: Judgement): string =>
  printed === null || printed.toLowerCase() === grade ? grade : `${grade} (printed “${printed}”)`;

/** "Care leavers: requires improvement to be good"; what is no grade says what it is. */
export const gradeLine = (judgement: Judgement): string =>
  `${areaName(judgement.area)}: ${gradeSaid(judgement)}`;

/**
 * "children in care and care leavers graded together": an area's name where it stands in brackets
 * itself.
 */
export const areaInBrackets = (area: Area): string =>
  areaName(area).toLowerCase().replaceAll('(', '').replaceAll(')', '');

/** "Ofsted report, published 19 October 2017" */
export const sourceBrief = (source: Source): string =>
  `${source.publisher} ${source.kind}, ${sourceDate(source)}`;

/** "Ofsted report, 19 October 2017": in a table, where the small print says how days are known. */
export function sourceInTable(source: Source): string {
  const { publisher, kind } = source;
  const day = source.dated ?? source.published;
  const name = kind === 'press' ? publisher : `${publisher} ${kind}`;
  return `${name}, ${day ? formatDate(day.date) : 'undated'}`;
}

/** "Ofsted report, 13 February 2024, page 1" */
export const judgedWhere = ({ judgement: { page }, source }: RecordedJudgement): string =>
  `${sourceInTable(source)}${page === null ? '' : `, page ${page}`}`;

/**
 * "Focused visit, June 2022: …": a visit known without a document, with what is said of it and
 * where.
 */
export const missingLine = (visit: Visit): string =>
  `${capitalised(visitBrief(visit))}: ${visit.known?.says ?? ''}`;

/**
 * "Inspection, 4–15 December 2023: grades and dates; the report’s text is not in this record yet."
 * Several visits are counted; nothing where the text of every report is held.
 */
export const factsOnlyLines = (about: About): string[] =>
  factsOnlySaid(about).map((line, i) => (i === 0 ? `${line}${howToAdd(about.authority)}` : line));

/** The same without how the text is added. */
export function factsOnlySaid({ factsOnly, isQuoted }: About): string[] {
  const [first, ...others] = factsOnly;
  if (!first) return [];
  const cameOut = first.reported ? `, published ${formatDate(first.reported)},` : '';
  // Quotations from such a report may stand beside this line.
  const told = factsOnly.some(isQuoted) ? ', and what other documents quote of the reports' : '';
  const what =
    others.length === 0
      ? `${capitalised(visitBrief(first))}: grades and dates${told}; the report’s text${cameOut} is not in this record yet.`
      : `Only grades and dates of ${factsOnly.length} inspections, the newest of ${visitDates(first)}${told}, are in this record; the reports’ text is not in it yet.`;
  return [what];
}

/** How the text of a council's reports is added; nothing where a council is no more. */
export const howToAdd = ({ name, urn, ended }: LocalAuthority): string =>
  ended
    ? ''
    : ` To add it where the bot runs: ofsted sync "${name}", or download it from reports.ofsted.gov.uk (URN ${urn}) and run ofsted import FOLDER.`;

/** "Themes it does quote: care leavers, caseloads." */
export const nearestLine = (themes: Theme[]): string =>
  `Themes it does quote: ${themes.map(themeInSentence).join(', ')}.`;

/** "3 more quotations", "1 more quotation" */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** " in 2018", or nothing where no time is asked about. */
export const whenSaid = (period: { label: string } | null): string =>
  period ? ` ${period.label}` : '';

/** "on 1 January 2020", "at the end of December 2018": when a state is told of. */
export const atThen = ({ day, to }: Period): string =>
  day ? `on ${formatDate(day)}` : `at the end of ${formatMonth(to)}`;

/** "by 1 January 2020", "by the end of December 2018" */
export const byThen = ({ day, to }: Period): string =>
  day ? `by ${formatDate(day)}` : `by the end of ${formatMonth(to)}`;

/** The choices under an answer about a council, without the one just taken. */
export function furtherChoices({ name }: LocalAuthority, taken: Answer['kind']): Choice[] {
  const all: (Choice & { kind: Answer['kind'] })[] = [
    { kind: 'latest', label: 'Latest', question: `${name} latest` },
    { kind: 'timeline', label: 'Timeline', question: `${name} timeline` },
    { kind: 'sources', label: 'Sources', question: `${name} sources` },
  ];
  return all.filter((c) => c.kind !== taken).map(({ label, question }) => ({ label, question }));
}

/** "Kent, Essex and Leeds" */
export const listed = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
