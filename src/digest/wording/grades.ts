import { formatDate } from '../../domain/dates.js';
import { areaName, type Judgement } from '../../domain/judgement.js';
import { type Source, sourceDate } from '../../domain/source.js';
import { visitDates, visitTitle } from '../../domain/visit.js';
import type { GradeComparison, StandingFacts, VisitGrades } from '../content/digest-value.js';

/** "Help and protection: good" */
export const gradeText = ({ area, grade }: Pick<Judgement, 'area' | 'grade'>): string =>
  `${areaName(area)}: ${grade}`;

/** The grades of a visit in one line, with their document. */
export const gradesText = ({ judgements, source }: VisitGrades): string =>
  `${judgements.map(gradeText).join(' · ')} (${documentOf(source)})`;

const documentOf = (source: Source): string =>
  `${source.publisher} ${source.kind}, ${sourceDate(source)}`;

/** "overall good, 13–24 May 2024 (Ofsted report, published 12 July 2024)" */
export function overallText({ visit, source, judgements }: VisitGrades): string {
  const overall = judgements.find(({ area }) => area === 'overall');
  const grade = overall ? `overall ${overall.grade}` : 'no overall grade was given';
  return `${grade}, ${visitDates(visit)} (${documentOf(source)})`;
}

/** The grades of the visit before and what changed since. Gives no verdict. */
export function comparisonLines({ before, frameworks, changes }: GradeComparison): string[] {
  const line = `The graded visit before, ${visitTitle(before.visit)}: ${gradesText(before)}.`;
  if (changes === null)
    return [
      line,
      `Graded in different sets of areas (${frameworks.now}; ${frameworks.before}), so the two are not lined up.`,
    ];
  const changed = changes.map(
    ({ area, now, before: was }) => `${gradeText({ area, grade: now })}, before ${was}`,
  );
  return [
    line,
    changed.length > 0
      ? `Changed in areas that both graded: ${changed.join('; ')}.`
      : 'The same grade in every area that both graded.',
  ];
}

/** "Newest grades in this record, inspection, 13–24 May 2024: …" */
export const newestGradesLine = ({ grades }: StandingFacts): string[] =>
  grades
    ? [`Newest grades in this record, ${visitTitle(grades.visit)}: ${gradesText(grades)}.`]
    : [];

/** "22 November 2026: 1,031 days since the last full inspection in this record ended, …" */
export function lastFullLine({ lastFull }: StandingFacts, date: string): string[] {
  const line = lastFullText(lastFull);
  return line === null ? [] : [lastFull?.days === null ? line : `${formatDate(date)}: ${line}`];
}

/** The same without the date on which the days were counted; null where there is none. */
export function lastFullText(lastFull: StandingFacts['lastFull']): string | null {
  if (!lastFull) return null;
  const { visit, days } = lastFull;
  if (days === null || visit.end === null)
    return `The last full inspection that this record knows of: ${visitTitle(visit)}.`;
  const count = days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
  return `${count} since the last full inspection in this record ended, ${formatDate(visit.end)}.`;
}
