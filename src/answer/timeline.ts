import { capitalised, citeJudgement } from '../domain/citation.js';
import { isGraded } from '../domain/frameworks.js';
import type { RecordedPassage } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { type Visit, visitDates, visitName } from '../domain/visit.js';
import type { Answer } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf, visitsOf } from './context.js';
import { pointOf, weight } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, gradeLine } from './said.js';

/** Every visit the record knows of, newest first: its dates, its grades, and which documents tell of it. */
export function timeline(asked: Asked): Answer {
  const { authority, context } = asked;
  const visits = visitsOf(context, authority.urn);
  const [newest, oldest] = [visits[0], visits.at(-1)];
  const ungraded = visits.filter((visit) => visit.known === null && !isGraded(visit.kind));
  const points = ungraded
    .flatMap((visit) => conclusionOf(visit, context))
    .map((recorded) => pointOf(recorded));
  return {
    ...emptyAnswer('timeline', `${authority.name} timeline`),
    authority,
    headline: `${councilLabel(asked)}: ${visits.length} visits known, ${oldest ? oldest.period.slice(0, 4) : ''} to ${newest ? newest.period.slice(0, 4) : ''}; ${gradedLine(visits, context)}.`,
    notes: [
      checkedLine(context, authority),
      'Focused and monitoring visits give no grade. Areas graded under different frameworks are not one series.',
    ],
    table: {
      caption: `Ofsted visits to ${authority.name}, newest first`,
      columns: ['Visit', 'Dates', 'Grades', 'Told by'],
      rows: visits.map((visit) => [
        capitalised(visitName(visit)),
        visitDates(visit),
        gradesCell(visit, context),
        toldBy(visit, context),
      ]),
    },
    sections:
      points.length > 0
        ? [
            {
              heading: 'What the visits without grades found',
              lines: [],
              points,
            },
          ]
        : [],
    choices: furtherChoices(authority, 'timeline'),
    citations: [
      ...visits.flatMap((visit) => judgementsOf(context, visit)).map(citeJudgement),
      ...points.map((point) => point.citation),
    ],
  };
}

function gradedLine(visits: Visit[], context: AnswerContext): string {
  const overall = visits.flatMap((visit) =>
    judgementsOf(context, visit)
      .filter((j) => j.judgement.area === 'overall')
      .map((j) => `${j.judgement.grade} (${visitDates(visit)})`),
  );
  return overall.length > 0
    ? `overall grades, newest first: ${overall.join(', ')}`
    : 'no grades held';
}

function gradesCell(visit: Visit, context: AnswerContext): string {
  const judgements = judgementsOf(context, visit);
  if (judgements.length === 0) return isGraded(visit.kind) ? 'no document held' : 'gives no grade';
  return judgements.map(({ judgement }) => gradeLine(judgement)).join('; ');
}

function toldBy(visit: Visit, context: AnswerContext): string {
  if (visit.known) return `no document in this record. ${visit.known.says}`;
  const sources = context.record.documents
    .filter(
      (d) =>
        d.visits.some((v) => v.id === visit.id && v.known === null) ||
        d.passages.some((p) => p.visit === visit.id),
    )
    .map(({ source }) => `${source.publisher} (${sourceDate(source)})`);
  return [...new Set(sources)].join('; ');
}

/** The weightiest quotation of a visit that has no grade to show: its first concern, else its first finding. */
function conclusionOf(visit: Visit, { record }: AnswerContext): RecordedPassage[] {
  const said = record.passages
    .filter((p) => p.visit.id === visit.id && p.passage.kind === 'finding')
    .sort((a, b) => weight(a) - weight(b));
  const chosen = said.find(({ passage }) => passage.tone === 'criticism') ?? said[0];
  return chosen ? [chosen] : [];
}
