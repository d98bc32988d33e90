import { capitalised } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Theme, themeInSentence } from '../../domain/theme.js';
import { newestFirst, type Visit, visitTitle, yearOf } from '../../domain/visit.js';
import type { SearchTerm, Told } from '../../search/index.js';
import type { Answer, Point, Section } from '../answer.js';
import type { ThemeAtVisit, ThemeFacts } from '../one-council/theme-through-time.js';
import {
  areaInBrackets,
  councilLabel,
  counted,
  emptyAnswer,
  factsOnlyLines,
  furtherChoices,
  whenSaid,
} from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { notReadNote, silenceSaid } from './silence.js';
import { bothTones, pointsOfBothTones, toldSaid } from './tone-said.js';
import { visitOf } from './visit-of.js';

/** What was said of a theme at each visit, newest first, with its grade where it had one. */
export function wordThemeThroughTime(facts: ThemeFacts): Answer {
  const { about, themes, silent } = facts;
  const { authority, reach, question } = about;
  const name = themesSaid(themes);
  const newestQuoted = facts.visits.find(({ shown }) => shown.length > 0);
  const sections = facts.visits.map((visit) =>
    sectionOf(visit, facts.terms, visit === newestQuoted ? facts.told : null),
  );
  const citations = citationsOf(sections);
  const newer = newerSilent(facts.visits, silent);
  return {
    ...emptyAnswer('theme', question),
    authority,
    headline: headlineOf(facts, name, sections),
    ...bothTones(facts.told, pointsOfFirst(sections)),
    notes: newer && !facts.grade ? notReadNote(newer, about) : [],
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

/**
 * The newest grade of what the theme is about; else how the newest visit that speaks of it does,
 * and whether a newer one is silent. Who asks for a trend is told how many visits speak of it.
 */
function headlineOf(facts: ThemeFacts, name: string, sections: Section[]): string {
  const { about, grade, visits, silent, unlike, isTrend } = facts;
  const council = `${councilLabel(about)}, ${name}`;
  const when = whenSaid(about.period);
  if (grade)
    return `${council}${when}: ${grade.judgement.grade}${areaSaid(grade, name)}, by the ${visitOf(grade.visit)}.`;
  const speaking = visits.filter(({ shown }) => shown.length > 0);
  const [newest] = speaking;
  if (!newest) return `${council}${when}: nothing quoted.`;
  const many = `${speaking.length} visits speak of it, the newest in ${yearOf(newest.visit)}`;
  const said = `${toldSaid(facts.told, pointsOfFirst(sections))} at the ${visitOf(newest.visit)}`;
  if (isTrend && speaking.length > 1) return `${council}${when}: ${said}; ${many}.`;
  if (unlike && newestFirst(unlike, newest.visit) < 0)
    return `${council}: ${said}; what the ${visitOf(unlike)} says of it is not marked so.`;
  const newer = newerSilent(visits, silent);
  return newer
    ? `${council}: last ${said}; ${silenceSaid(newer, about, 'is silent on it')}.`
    : `${council}${when}: ${said}.`;
}

const pointsOfFirst = (sections: Section[]): Point[] =>
  sections.find(({ points }) => points.length > 0)?.points ?? [];

/** The newest visit quoted, where it is newer than all that speak of a theme. */
function newerSilent(visits: ThemeAtVisit[], silent: Visit[]): Visit | null {
  const newest = visits.find(({ shown }) => shown.length > 0)?.visit;
  return silent.find((visit) => newest && newestFirst(visit, newest) < 0) ?? null;
}

/** "Children in care" graded together with care leavers is not care leavers alone. */
const areaSaid = ({ judgement: { area } }: RecordedJudgement, name: string): string =>
  areaName(area).toLowerCase() === name ? '' : ` (${areaInBrackets(area)})`;

/** "care leavers and caseloads" */
export const themesSaid = (themes: Theme[]): string => themes.map(themeInSentence).join(' and ');

function sectionOf(
  { visit, grades, shown, more }: ThemeAtVisit,
  terms: SearchTerm[],
  told: Told | null,
): Section {
  const moreLine = `${counted(more, 'more quotation', 'more quotations')} from this visit: ask about it by its kind and year.`;
  return {
    heading: capitalised(visitTitle(visit)),
    lines: [...grades.map(gradeLine), ...(more > 0 ? [moreLine] : [])],
    points: told
      ? pointsOfBothTones(shown, told, terms)
      : shown.map((recorded) => pointOf(recorded, terms)),
  };
}

/** "Grade: care leavers, good (Ofsted report, page 1)." */
function gradeLine({ judgement: { area, grade, page }, source }: RecordedJudgement): string {
  const where = page === null ? '' : `, page ${page}`;
  return `Grade: ${areaName(area).toLowerCase()}, ${grade} (${source.publisher} ${source.kind}${where}).`;
}
