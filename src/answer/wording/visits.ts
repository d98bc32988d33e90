import { capitalised, citeJudgement } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { ordinalName, visitBrief, visitTitle } from '../../domain/visit.js';
import type { VisitFilter } from '../../question/index.js';
import type { Answer, Section } from '../answer.js';
import type { NoSuchVisitFacts, VisitFound, VisitsFacts } from '../one-council/visits.js';
import { overallOf } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices, gradeLine, missingLine } from './phrases.js';
import { citationsOf, pointOf, wholePointOf } from './points.js';

/** What the visits a question names found: grades where they gave any, and what stands out. */
export function wordVisits({ about, visits }: VisitsFacts): Answer {
  const { authority, reach, question } = about;
  const sections = visits.map(sectionOf);
  const titles = visits.map(({ visit }) => visitTitle(visit)).join('; ');
  const [only, ...others] = visits;
  const count = visits.length === 1 ? '' : `${visits.length} visits: `;
  const grade = only && others.length === 0 ? gradeOf(only) : '.';
  return {
    ...emptyAnswer('visits', question),
    authority,
    headline: `${councilLabel(about)}: ${count}${titles}${grade}`,
    sections,
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'visits'),
    citations: visits.flatMap(({ judgements }, i) => [
      ...judgements.map(citeJudgement),
      ...citationsOf(sections.slice(i, i + 1)),
    ]),
  };
}

function sectionOf({ visit, judgements, notable }: VisitFound): Section {
  const grades = judgements.map(({ judgement }) => gradeLine(judgement));
  const lead = visit.leadInspector ? [`Lead inspector: ${visit.leadInspector}`] : [];
  return {
    heading: capitalised(visitTitle(visit)),
    lines: visit.known ? [missingLine(visit)] : [...grades, ...lead],
    points: notable.map((recorded) => pointOf(recorded)),
  };
}

function gradeOf({ judgements }: VisitFound): string {
  const overall = overallOf(judgements);
  if (overall) return `: overall ${overall.judgement.grade}.`;
  return judgements.length > 0 ? ', with no overall grade.' : ', which gave no grade.';
}

/** "A second monitoring visit in 2017", with its article in lower case. */
function nameOf({ kind, ordinal, period }: VisitFilter): string {
  const name = [ordinal === null ? null : ordinalName(ordinal), kind ?? 'visit', period?.label]
    .filter(Boolean)
    .join(' ');
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** The record holds no document of such a visit; what its documents mention of one. */
export function wordNoSuchVisit({
  about,
  filter,
  known,
  mentions,
  isCounted,
}: NoSuchVisitFacts): Answer {
  const { authority, reach, question } = about;
  const points = mentions.map(wholePointOf);
  const below = points.length > 0 ? ', but reports on other visits mention one.' : '.';
  return {
    ...emptyAnswer('visits', question),
    // How many there were may be told by a report on another visit: that is an answer.
    ...(isCounted && points.length > 0
      ? {}
      : { status: 'nothing_found' as const, reason: 'report_silent' as const }),
    authority,
    headline: `${councilLabel(about)}: this record holds no document of ${nameOf(filter)}.${below}`,
    notes: [`Visits it knows of: ${known.map(visitBrief).join('; ')}.`],
    sections: points.length > 0 ? [{ heading: 'Mentioned', lines: [], points }] : [],
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'visits'),
    citations: points.map((point) => point.citation),
  };
}
