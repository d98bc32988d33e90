import { capitalised, citeJudgement } from '../../domain/citation.js';
import { areaName } from '../../domain/judgement.js';
import { ordinalName, visitBrief, visitTitle, yearOf } from '../../domain/visit.js';
import type { VisitFilter } from '../../question/index.js';
import type { Answer, Section, Table } from '../answer.js';
import type { NoSuchVisitFacts, VisitFound, VisitsFacts } from '../one-council/visits.js';
import { gradesTable, overallOf } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices, gradeSaid, missingLine } from './phrases.js';
import { citationsOf, pointOf, wholePointOf } from './points.js';

/** What the visits a question names found: grades where they gave any, and what stands out. */
export function wordVisits({ about, visits, isOldest }: VisitsFacts): Answer {
  const { authority, question } = about;
  const sections = visits.map(sectionOf);
  const graded = visits.filter(({ judgements }) => judgements.length > 0);
  return {
    ...emptyAnswer('visits', question),
    authority,
    headline: `${councilLabel(about)}: ${visitsLine(visits)}`,
    notes: isOldest
      ? ['That is the oldest in this record: there may have been others before it.']
      : [],
    table: tableOf(graded),
    sections,
    choices: furtherChoices(authority, 'visits'),
    citations: visits.flatMap(({ judgements }, i) => [
      ...judgements.map(citeJudgement),
      ...citationsOf(sections.slice(i, i + 1)),
    ]),
  };
}

function sectionOf({ visit, notable }: VisitFound): Section {
  const lead = visit.leadInspector ? [`Lead inspector: ${visit.leadInspector}`] : [];
  return {
    heading: capitalised(visitTitle(visit)),
    lines: visit.known ? [missingLine(visit)] : lead,
    points: notable.map((recorded) => pointOf(recorded)),
  };
}

/** "3 visits, 2016 to 2021; newest: focused visit, 12–13 May 2021, which gave no grade." */
function visitsLine(visits: VisitFound[]): string {
  const [newest] = visits;
  if (!newest) return 'no visit.';
  const said = `${visitTitle(newest.visit)}${gradeOf(newest)}`;
  if (visits.length === 1) return said;
  const years = [...new Set(visits.map(({ visit }) => yearOf(visit)))].sort();
  const span = years.length === 1 ? years[0] : `${years[0]} to ${years.at(-1)}`;
  return `${visits.length} visits, ${span}; newest: ${said}`;
}

/** What each area was graded; where several visits gave grades, at which. */
function tableOf(graded: VisitFound[]): Table | null {
  const [first, ...others] = graded;
  if (!first) return null;
  if (others.length === 0) return gradesTable(first);
  return {
    caption: 'Judgements of these visits',
    columns: ['Visit', 'Area', 'Grade'],
    rows: graded.flatMap(({ visit, judgements }) =>
      judgements.map(({ judgement }) => [
        visitBrief(visit),
        areaName(judgement.area),
        gradeSaid(judgement),
      ]),
    ),
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
  const { authority, question } = about;
  const points = mentions.map(wholePointOf);
  const below = points.length > 0 ? ', but reports on other visits mention one.' : '.';
  return {
    ...emptyAnswer('visits', question),
    // How many there were may be told by a report on another visit: that is an answer.
    ...(isCounted && points.length > 0
      ? {}
      : { status: 'nothing_found' as const, reason: 'report_silent' as const }),
    authority,
    headline: `${councilLabel(about)}: this record holds no document of ${nameOf(filter)}${below}`,
    notes: [`Visits it knows of: ${known.map(visitBrief).join('; ')}.`],
    sections: points.length > 0 ? [{ heading: 'Mentioned', lines: [], points }] : [],
    choices: furtherChoices(authority, 'visits'),
    citations: points.map((point) => point.citation),
  };
}
