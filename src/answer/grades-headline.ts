import { capitalised } from '../domain/citation.js';
import { Grade } from '../domain/judgement.js';
import { type CouncilGrades, councilsOf, type Row } from './council-grades.js';
import type { CouncilsQuestion } from './grade-question.js';
import { allOf, namesWithMonths, outOf, type Scope } from './scope.js';

const COUNCILS_IN_HEADLINE = 6;

const listed = (grades: Grade[]): string => grades.map((grade) => `“${grade}”`).join(' or ');

/** `all` the grades held that count, `rows` those to list, for the grades `wanted` (none: every grade). */
type Said = {
  asked: CouncilsQuestion;
  all: Row[];
  rows: Row[];
  wanted: Grade[];
  scope: Scope;
  forArea: string;
  when: string;
  newest: boolean;
};

/** "7 of 28 councils in this record were graded “inadequate” overall, …: names"; without a grade asked for, how many have which. */
export function gradesHeadline(said: Said): string {
  const { asked, rows, wanted, scope, forArea, when } = said;
  const count = councilsOf(rows).length;
  const were = count > 1 ? 'were' : 'was';
  if (wanted.length === 0) return overview(said, count);
  if (asked.negated) return withoutGrade(said, count);
  const first = councilsOf(rows).flatMap((council) => {
    const visit = rows.find((row) => row.council === council)?.recorded.visit;
    return visit ? [{ authority: council.authority, visit }] : [];
  });
  const names = count > 0 ? `: ${namesWithMonths(first, COUNCILS_IN_HEADLINE)}` : '';
  const lead =
    asked.extreme && asked.grades.length === 0
      ? `The ${asked.extreme === 'best' ? 'highest' : 'lowest'} grade given ${forArea} is ${listed(wanted)}. `
      : '';
  return `${lead}${outOf(count, scope)} ${were} graded ${listed(wanted)} ${forArea} ${when}${names}${together(rows, asked)}.`;
}

/** Who was not graded so in this record; what it may lack it does not show. */
function withoutGrade({ all, rows, wanted, scope, forArea, when }: Said, count: number): string {
  const spared = sparedOf(all, rows);
  const names = spared.slice(0, COUNCILS_IN_HEADLINE).map(({ authority }) => authority.name);
  const left = spared.length - names.length;
  const given =
    spared.length > 0 ? `: ${names.join('; ')}${left > 0 ? ` and ${left} more` : ''}` : '';
  return `${outOf(spared.length, scope)} ${spared.length > 1 ? 'have' : 'has'} grades ${forArea} ${when} and none of them is ${listed(wanted)}${given}. ${outOf(count, scope)} ${count > 1 ? 'were' : 'was'} graded so.`;
}

/** The councils with grades that count, none of them among those of `rows`. */
export const sparedOf = (all: Row[], rows: Row[]): CouncilGrades[] => {
  const graded = new Set(councilsOf(rows));
  return councilsOf(all).filter((council) => !graded.has(council));
};

/** How many councils have which grade. */
function overview({ all, scope, forArea, when, newest }: Said, count: number): string {
  const counts = Grade.options
    .map((grade) => ({
      grade,
      count: councilsOf(all.filter((row) => row.grade === grade)).length,
    }))
    .filter((each) => each.count > 0)
    .map((each) => `${each.count} ${each.grade}`);
  const without = scope.authorities.length - count;
  const given = counts.length > 0 ? `: ${counts.join(', ')}` : '';
  return newest
    ? `${capitalised(allOf(scope))}, graded ${forArea} ${when}${given}${without > 0 ? `; ${without} without such a grade` : ''}.`
    : `${outOf(count, scope)} ${count > 1 ? 'were' : 'was'} graded ${forArea} ${when}${given}.`;
}

/** Care leavers and children in care were one area until 2022: a count of both kinds says so. */
function together(rows: Row[], { areas }: CouncilsQuestion): string {
  const joint = rows.filter((row) => row.recorded.judgement.area === 'in_care_and_care_leavers');
  return areas && joint.length > 0
    ? `; ${joint.length === rows.length ? 'all' : joint.length} of these grades for children in care and care leavers together`
    : '';
}
