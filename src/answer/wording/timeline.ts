import { capitalised, citeJudgement } from '../../domain/citation.js';
import { isGraded } from '../../domain/frameworks.js';
import { visitDates, visitName } from '../../domain/visit.js';
import type { Answer, Section, Table } from '../answer.js';
import { gradeHistory } from '../one-council/grade-history.js';
import type { TimelineFacts, VisitRow } from '../one-council/timeline.js';
import { wordGradeGrid } from './grade-grid.js';
import { inspectedWhen, overallOf } from './latest.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  furtherChoices,
  gradeLine,
  sourceInTable,
} from './phrases.js';
import { citationsOf, pointOf } from './points.js';

/** Every visit known, newest first: its dates, its grades, and which documents tell of it. */
export function wordTimeline({ about, rows, conclusions }: TimelineFacts): Answer {
  const { authority } = about;
  const year = (row: VisitRow | undefined) => row?.visit.period.slice(0, 4) ?? '';
  const [first, last] = [year(rows.at(-1)), year(rows[0])];
  const known = `${counted(rows.length, 'visit', 'visits')} known, ${first === last ? first : `${first} to ${last}`}`;
  const points = conclusions.map((recorded) => pointOf(recorded));
  const sections: Section[] =
    points.length > 0
      ? [{ heading: 'What the visits without grades found', lines: [], points }]
      : [];
  const grid = wordGradeGrid(authority, gradeHistory(rows));
  return {
    ...emptyAnswer('timeline', `${authority.name} timeline`),
    ...(grid && { grid }),
    authority,
    headline: `${councilLabel(about)}: ${known}; ${gradedLine(rows)}.`,
    notes: [
      'Focused and monitoring visits give no grade. Areas graded under different frameworks are not one series.',
    ],
    table: visitsTable(`Ofsted visits to ${authority.name}, newest first`, rows),
    sections,
    choices: furtherChoices(authority, 'timeline'),
    citations: [
      ...rows.flatMap(({ judgements }) => judgements).map(citeJudgement),
      ...citationsOf(sections),
    ],
  };
}

/** A table of visits: their dates, their grades, and which documents tell of them. */
export const visitsTable = (caption: string, rows: VisitRow[]): Table => ({
  caption,
  columns: ['Visit', 'Dates', 'Grades', 'Documents'],
  rows: rows.map((row) => [
    capitalised(visitName(row.visit)),
    visitDates(row.visit),
    gradesCell(row),
    sourcesCell(row),
  ]),
});

function gradedLine(rows: VisitRow[]): string {
  for (const { visit, judgements } of rows) {
    const overall = overallOf(judgements);
    if (overall) return `newest overall grade ${overall.judgement.grade} (${inspectedWhen(visit)})`;
  }
  return 'no overall grades held';
}

function gradesCell({ visit, judgements }: VisitRow): string {
  if (judgements.length === 0) return isGraded(visit.kind) ? 'no document held' : 'gives no grade';
  return judgements.map(({ judgement }) => gradeLine(judgement)).join('; ');
}

function sourcesCell({ visit, sources }: VisitRow): string {
  if (visit.known) return `no document in this record. ${visit.known.says}`;
  return [...new Set(sources.map(sourceInTable))].join('; ');
}
