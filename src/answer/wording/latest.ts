import { citeJudgement } from '../../domain/citation.js';
import { isGraded } from '../../domain/frameworks.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Visit, visitBrief, visitDates, visitName, visitTitle } from '../../domain/visit.js';
import type { Answer, Section, Table } from '../answer.js';
import type { Graded, LatestFacts } from '../one-council/latest.js';
import {
  councilLabel,
  emptyAnswer,
  factsOnlyLines,
  furtherChoices,
  gradeSaid,
  sourceBrief,
} from './phrases.js';
import { pointOf } from './points.js';

/** The newest graded inspection, with every graded area, then the visits that came since. */
export function wordLatest(facts: LatestFacts): Answer {
  const { about, newest, newestGraded } = facts;
  const { authority, reach } = about;
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
  if (facts.earlier.length > 0)
    sections.push({
      heading: 'Earlier inspections',
      lines: facts.earlier.map(overallLine),
      points: [],
    });
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${newestLine(newest, facts)}`,
    notes: [freshnessLine(reach)],
    table: newestGraded ? gradesTable(newestGraded) : null,
    sections,
    closing: missingLines(facts),
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

function newestLine(newest: Visit, { newestGraded, since }: LatestFacts): string {
  const first = newestGraded?.judgements[0];
  if (!newestGraded || !first)
    return `newest visit in this record: ${visitTitle(newest)}. It gave no grade, and the record holds no graded inspection.`;
  const { visit, judgements } = newestGraded;
  const overall = overallOf(judgements);
  const grade = overall ? `overall ${overall.judgement.grade}` : 'no overall grade was given';
  const line = `newest ${visitName(visit)} in this record, ${visitDates(visit)}: ${grade} (${sourceBrief(first.source)}).`;
  return since.length > 0 ? `${line} Since then: ${since.map(sinceSaid).join('; ')}.` : line;
}

/** "monitoring visit, 13 February 2025: no document held" */
const sinceSaid = (visit: Visit): string =>
  isGraded(visit.kind)
    ? visitBrief(visit)
    : `${visitBrief(visit)}: ${visit.known ? 'no document held' : 'gave no grade'}`;

const gradesTable = ({ visit, judgements }: Graded): Table => ({
  caption: `Judgements of the ${visitTitle(visit)}`,
  columns: ['Area', 'Grade', 'Page'],
  rows: judgements.map(({ judgement }) => [
    areaName(judgement.area),
    gradeSaid(judgement),
    judgement.page === null ? 'not given' : String(judgement.page),
  ]),
});

/** "13–24 May 2019: overall good (Ofsted report, published 1 July 2019, by its file name)" */
export function overallLine({ visit, judgements }: Graded): string {
  const overall = overallOf(judgements);
  const source = judgements[0]?.source;
  const from = source ? ` (${sourceBrief(source)})` : '';
  return `${visitDates(visit)}: ${overall ? `overall ${overall.judgement.grade}` : 'no overall grade'}${from}`;
}

/** What the record lacks: visits without a document, and the text of reports. */
const missingLines = ({ about, unread }: LatestFacts): string[] => [
  ...(unread.length > 0
    ? [
        `Not in this record, though the visits are known: ${unread.map(visitBrief).join('; ')}. Sources says how.`,
      ]
    : []),
  ...factsOnlyLines(about),
];
