import { citeJudgement } from '../domain/citation.js';
import { areaName } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { type Visit, visitBrief, visitDates, visitName, visitTitle } from '../domain/visit.js';
import type { Answer, Section, Table } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf, visitsOf } from './context.js';
import { notablePoints } from './notable.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, gradeSaid } from './said.js';

/** The newest visit and the newest graded judgements, with every graded area; says so where those are two different visits. */
export function latest(asked: Asked): Answer {
  const { authority, context } = asked;
  const visits = visitsOf(context, authority.urn);
  const told = visits.filter((visit) => visit.known === null);
  const graded = visits.filter((visit) => judgementsOf(context, visit).length > 0);
  const newest = told[0];
  const newestGraded = graded[0];
  const answer = { ...emptyAnswer('latest', `${authority.name} latest`), authority };
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'no_match',
      headline: `${authority.name}: the record holds no visit with a document.`,
    };
  const judgements = newestGraded ? judgementsOf(context, newestGraded) : [];
  const points = notablePoints(newest, context);
  const sections: Section[] = [];
  if (points.length > 0)
    sections.push({ heading: `What was said: ${visitTitle(newest)}`, lines: [], points });
  const earlier = graded.slice(1).map((visit) => overallLine(visit, context));
  if (earlier.length > 0)
    sections.push({ heading: 'Earlier inspections', lines: earlier, points: [] });
  return {
    ...answer,
    headline: `${councilLabel(asked)}: ${headline(newest, newestGraded, judgements)}`,
    notes: [checkedLine(context, authority)],
    table: newestGraded && judgements.length > 0 ? gradesTable(newestGraded, judgements) : null,
    sections,
    closing: missing(newest, visits, context),
    choices: furtherChoices(authority, 'latest'),
    citations: [...judgements.map(citeJudgement), ...points.map((point) => point.citation)],
  };
}

function headline(
  newest: Visit,
  graded: Visit | undefined,
  judgements: RecordedJudgement[],
): string {
  const first = judgements[0];
  if (!graded || !first)
    return `newest visit in this record: ${visitTitle(newest)}. It gave no grade, and the record holds no graded inspection.`;
  const overall = judgements.find((j) => j.judgement.area === 'overall');
  const grade = overall ? `overall ${overall.judgement.grade}` : 'no overall grade was given';
  const source = `${first.source.publisher} ${first.source.kind}, ${sourceDate(first.source)}`;
  if (newest.id === graded.id)
    return `newest ${visitName(graded)} in this record, ${visitDates(graded)}: ${grade} (${source}).`;
  return `newest visit in this record: ${visitTitle(newest)}, which gave no grade. Newest grades: ${visitTitle(graded)}: ${grade} (${source}).`;
}

function gradesTable(visit: Visit, judgements: RecordedJudgement[]): Table {
  return {
    caption: `Judgements of the ${visitTitle(visit)}`,
    columns: ['Area', 'Grade', 'Page'],
    rows: judgements.map(({ judgement }) => [
      areaName(judgement.area),
      gradeSaid(judgement),
      judgement.page === null ? 'not given' : String(judgement.page),
    ]),
  };
}

/** "13–24 May 2019: overall requires improvement to be good (Ofsted report, published 1 July 2019, by its file name)" */
function overallLine(visit: Visit, context: AnswerContext): string {
  const judgements = judgementsOf(context, visit);
  const overall = judgements.find((j) => j.judgement.area === 'overall');
  const source = judgements[0]?.source;
  const from = source ? ` (${source.publisher} ${source.kind}, ${sourceDate(source)})` : '';
  return `${visitDates(visit)}: ${overall ? `overall ${overall.judgement.grade}` : 'no overall grade'}${from}`;
}

/** What the record lacks: visits known without a document, and reports of which only dates and grades were taken. */
function missing(newest: Visit, visits: Visit[], context: AnswerContext): string[] {
  const unread = visits.filter((visit) => visit.known !== null).map(visitBrief);
  const facts = context.record.documents.find(
    (d) =>
      d.source.holds === 'facts' && d.visits.some((v) => v.id === newest.id && v.known === null),
  );
  return [
    ...(unread.length > 0
      ? [`Not in this record, though the visits are known: ${unread.join('; ')}. Sources says how.`]
      : []),
    ...(facts
      ? [
          `Of Ofsted’s own report of ${visitDates(newest)} only dates and grades are in this record, not its text.`,
        ]
      : []),
  ];
}
