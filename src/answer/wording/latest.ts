import { citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { isGraded } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Visit, visitBrief, visitDates, visitName, visitTitle } from '../../domain/visit.js';
import type { Answer, Section, Table } from '../answer.js';
import type { Graded, LatestFacts } from '../one-council/latest.js';
import {
  councilLabel,
  emptyAnswer,
  factsOnlyLines,
  factsOnlySaid,
  furtherChoices,
  gradeSaid,
  howToAdd,
  sourceBrief,
} from './phrases.js';
import { pointOf } from './points.js';

/** More inspections than these are named behind the first screen only. */
const EARLIER = 4;

/** The newest graded inspection, with every graded area, then the visits that came since. */
export function wordLatest(facts: LatestFacts): Answer {
  const { about, newest, newestGraded, earlier } = facts;
  const { authority, factsOnly } = about;
  const answer = { ...emptyAnswer('latest', `${authority.name} latest`), authority };
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'no_match',
      headline: `${authority.name}: the record holds no visit with a document.`,
    };
  const points = facts.notable.map((recorded) => pointOf(recorded));
  const sections: Section[] = [];
  if (points.length > 0)
    sections.push({ heading: `What was said: ${visitTitle(newest)}`, lines: [], points });
  if (earlier.length > EARLIER)
    sections.push({ heading: 'Earlier inspections', lines: earlier.map(overallLine), points: [] });
  const isUnquoted = newestGraded !== null && factsOnly.includes(newestGraded.visit);
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${newestLine(newest, facts)}`,
    notes: [
      ...sinceLine(facts),
      ...beforeLine(earlier),
      ...(isUnquoted ? factsOnlySaid(about) : []),
    ],
    table: newestGraded ? gradesTable(newestGraded) : null,
    sections,
    closing: [
      ...missingLines(facts),
      ...(isUnquoted ? [howToAdd(about.authority).trim()] : factsOnlyLines(about)),
    ],
    choices: furtherChoices(authority, 'latest'),
    citations: [
      ...(newestGraded?.judgements ?? []).map(citeJudgement),
      ...points.map((point) => point.citation),
    ],
  };
}

/** The judgement of overall effectiveness, where one was given. */
export const overallOf = (judgements: RecordedJudgement[]): RecordedJudgement | undefined =>
  judgements.find(({ judgement }) => judgement.area === 'overall');

function newestLine(newest: Visit, { newestGraded }: LatestFacts): string {
  if (!newestGraded)
    return `no graded inspection is held; newest visit: ${visitTitle(newest)}, which gave no grade.`;
  const overall = overallOf(newestGraded.judgements);
  const when = inspectedWhen(newestGraded.visit);
  return overall
    ? `${overall.judgement.grade} overall (${when}).`
    : `no overall grade was given at the newest graded inspection (${when}).`;
}

/** "inspected 4–15 December 2023"; an inspection of another kind is named. */
export const inspectedWhen = (visit: Visit): string =>
  visitName(visit) === 'inspection' ? `inspected ${visitDates(visit)}` : visitTitle(visit);

/** "Since then: monitoring visit, 13 February 2025: no document held." */
const sinceLine = ({ newestGraded, since }: LatestFacts): string[] =>
  newestGraded && since.length > 0 ? [`Since then: ${since.map(sinceSaid).join('; ')}.`] : [];

const sinceSaid = (visit: Visit): string =>
  isGraded(visit.kind)
    ? visitBrief(visit)
    : `${visitBrief(visit)} (${visit.known ? 'no document held' : 'gave no grade'})`;

/** "Before: requires improvement to be good (September 2018), good (October 2014)." */
function beforeLine(earlier: Graded[]): string[] {
  if (earlier.length === 0) return [];
  const said = earlier.slice(0, EARLIER).map(({ visit, judgements }) => {
    const overall = overallOf(judgements);
    return `${overall ? overall.judgement.grade : 'no overall grade'} (${formatMonth(visit.period)})`;
  });
  const left = earlier.length - said.length;
  return [`Before: ${said.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`];
}

/** What each area was graded; the page is said once where it is the same. */
export function gradesTable({ visit, judgements }: Graded): Table {
  const caption = `Judgements of the ${visitTitle(visit)}`;
  const pages = new Set(judgements.map(({ judgement }) => judgement.page));
  const [page] = pages;
  const isOnePage = pages.size === 1;
  return {
    caption: isOnePage && page ? `${caption} (page ${page})` : caption,
    columns: ['Area', 'Grade', ...(isOnePage ? [] : ['Page'])],
    rows: judgements.map(({ judgement }) => [
      areaName(judgement.area),
      gradeSaid(judgement),
      ...(isOnePage ? [] : [judgement.page === null ? 'not given' : String(judgement.page)]),
    ]),
  };
}

/** "13–24 May 2019: overall good (Ofsted report, published 1 July 2019, by its file name)" */
export function overallLine({ visit, judgements }: Graded): string {
  const overall = overallOf(judgements);
  const source = judgements[0]?.source;
  const from = source ? ` (${sourceBrief(source)})` : '';
  return `${visitDates(visit)}: ${overall ? `overall ${overall.judgement.grade}` : 'no overall grade'}${from}`;
}

/** What the record lacks: visits without a document. */
const missingLines = ({ unread }: LatestFacts): string[] =>
  unread.length > 0
    ? [
        `Not in this record, though the visits are known: ${unread.map(visitBrief).join('; ')}. Sources says how.`,
      ]
    : [];
