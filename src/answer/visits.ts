import { capitalised, citeJudgement } from '../domain/citation.js';
import { type Visit, visitTitle } from '../domain/visit.js';
import type { Answer, Section } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf } from './context.js';
import { notablePoints } from './notable.js';
import {
  checkedLine,
  councilLabel,
  emptyAnswer,
  furtherChoices,
  gradeLine,
  missingLine,
} from './said.js';

/** What the visits a question names found ("the 2021 focused visit", "2018"): grades where they gave any, and what stands out. */
export function visitsNamed(asked: Asked, meant: Visit[]): Answer {
  const { authority, query, context } = asked;
  const sections = meant.map((visit) => sectionOf(visit, context));
  const titles = meant.map(visitTitle).join('; ');
  return {
    ...emptyAnswer('visits', query.text),
    authority,
    headline: `${councilLabel(asked)}: ${meant.length === 1 ? '' : `${meant.length} visits: `}${titles}${meant.length === 1 ? gradeOf(meant, context) : '.'}`,
    sections,
    closing: [checkedLine(context, authority)],
    choices: furtherChoices(authority, 'visits'),
    citations: meant.flatMap((visit, i) => [
      ...judgementsOf(context, visit).map(citeJudgement),
      ...(sections[i]?.points ?? []).map((point) => point.citation),
    ]),
  };
}

function sectionOf(visit: Visit, context: AnswerContext): Section {
  const grades = judgementsOf(context, visit).map(({ judgement }) => gradeLine(judgement));
  const lead = visit.leadInspector ? [`Lead inspector: ${visit.leadInspector}`] : [];
  const lines = visit.known ? [missingLine(visit)] : [...grades, ...lead];
  return { heading: capitalised(visitTitle(visit)), lines, points: notablePoints(visit, context) };
}

function gradeOf(meant: Visit[], context: AnswerContext): string {
  const overall = meant
    .flatMap((visit) => judgementsOf(context, visit))
    .find((j) => j.judgement.area === 'overall');
  return overall ? `: overall ${overall.judgement.grade}.` : ', which gave no grade.';
}
