import { capitalised } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import { visitDates, visitTitle } from '../../domain/visit.js';
import type { SearchTerm } from '../../search/index.js';
import type { Answer, Section } from '../answer.js';
import type { ThemeAtVisit, ThemeFacts } from '../one-council/theme-through-time.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  factsOnlyLines,
  furtherChoices,
  sourceBrief,
  spokenLine,
  whenSaid,
} from './phrases.js';
import { citationsOf, pointOf } from './points.js';

/** What was said of a theme at each visit, newest first, with its grade where it had one. */
export function wordThemeThroughTime(facts: ThemeFacts): Answer {
  const { about, themes, quotedFrom, grade, silent, isTrend } = facts;
  const { authority, reach, period, question } = about;
  const name = themesSaid(themes);
  const sections = facts.visits.map((visit) => sectionOf(visit, facts.terms));
  const citations = citationsOf(sections);
  const [first] = citations;
  const quoted =
    quotedFrom === 0
      ? 'nothing quoted'
      : `quoted from ${quotedFrom === 1 ? 'one visit' : `${quotedFrom} visits`}`;
  const then = grade
    ? newestGradeLine(grade, period === null)
    : first && !isTrend
      ? spokenLine(first)
      : '';
  return {
    ...emptyAnswer('theme', question),
    authority,
    headline: `${councilLabel(about)}, ${name}${whenSaid(period)}: ${quoted}. ${then}`,
    sections,
    closing: [
      ...(silent.length > 0
        ? [`The record quotes nothing on ${name} from: ${silent.map(visitTitle).join('; ')}.`]
        : []),
      ...factsOnlyLines(about),
      freshnessLine(reach),
    ],
    choices: furtherChoices(authority, 'theme'),
    citations,
  };
}

/** "care leavers and caseloads" */
export const themesSaid = (themes: Theme[]): string =>
  themes.map((theme) => theme.name.toLowerCase()).join(' and ');

function sectionOf({ visit, grades, shown, more }: ThemeAtVisit, terms: SearchTerm[]): Section {
  const moreLine = `${counted(more, 'more quotation', 'more quotations')} on this from this visit: ask about this visit by its name and year.`;
  return {
    heading: capitalised(visitTitle(visit)),
    lines: [...grades.map(gradeLine), ...(more > 0 ? [moreLine] : [])],
    points: shown.map((recorded) => pointOf(recorded, terms)),
  };
}

/** "Grade: care leavers, good (Ofsted report, page 1)." */
function gradeLine({ judgement: { area, grade, page }, source }: RecordedJudgement): string {
  const where = page === null ? '' : `, page ${page}`;
  return `Grade: ${areaName(area).toLowerCase()}, ${grade} (${source.publisher} ${source.kind}${where}).`;
}

/** "Latest grade (care leavers): good, 4–15 December 2023 (Ofsted report, …)." */
function newestGradeLine(
  { judgement, visit, source }: RecordedJudgement,
  isLatest: boolean,
): string {
  const area = areaName(judgement.area).toLowerCase();
  return `${isLatest ? 'Latest grade' : 'Grade'} (${area}): ${judgement.grade}, ${visitDates(visit)} (${sourceBrief(source)}).`;
}
