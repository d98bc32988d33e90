import { areaPhrase } from '../../domain/areas.js';
import { formatMonth } from '../../domain/dates.js';
import type { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { GradesFacts, Standing } from '../one-council/grades.js';
import { areaOf, headOf, isOverall, yearsOf } from './grade-head.js';
import { inspectedWhen } from './latest.js';
import { counted, listed } from './phrases.js';

/** "yes, inadequate overall in 2014, at 1 of 3 inspections; then good (November 2017)." */
export function verdictLine(facts: GradesFacts, when: string): string {
  const { inAreas, matching, grades, standing } = facts;
  // Of anything at all every area counts, and not the overall grade alone.
  const asked = facts.some && !facts.areas ? inAreas : headOf(inAreas);
  const hits = (asked === inAreas ? matching : headOf(matching)).filter((each) =>
    asked.includes(each),
  );
  const [newest] = asked;
  if (!newest) return '';
  if (standing && facts.every && !facts.areas) return everyAreaLine(standing, facts);
  if (standing && facts.some && !facts.areas) return anyAreaLine(standing, facts);
  const [hit] = hits;
  if (!hit) {
    const count = new Set(asked.map(({ visit }) => visit)).size;
    const held = count === 1 ? 'the one inspection' : `any of ${count} inspections`;
    const isBetter = facts.grades.join() === 'good' && newest.judgement.grade === 'outstanding';
    // Who asks for good, of an area that is better, is told so and not "no".
    if (facts.areas && isBetter && when === '' && !facts.negated)
      return `outstanding ${areaAsked(facts)} (${inspectedWhen(newest.visit)}); “good” at none of ${counted(count, 'inspection', 'inspections')} held.`;
    // Of a time that was asked about, the newest is not the newest of all.
    const was = when === '' ? 'newest' : count === 1 ? 'it was' : 'the last then was';
    const judged = standing?.judged ?? asked.filter(({ visit }) => visit === newest.visit);
    return `${answered('no', facts)}not ${grades.join(' or ')} ${areaAsked(facts)} at ${held} held${when}; ${was}: ${gradesOf(headOf(judged))} (${inspectedWhen(newest.visit)}).`;
  }
  if (facts.times !== null) return timesLine(hits, asked, { times: facts.times, grades });
  return standing ? nowLine(standing, hits, facts) : thenLine(hits, asked, facts);
}

/** "no, inadequate overall at 1 of 4 inspections held (2015)": against how often was asked. */
function timesLine(
  hits: RecordedJudgement[],
  asked: RecordedJudgement[],
  { times, grades }: { times: number; grades: GradesFacts['grades'] },
): string {
  const count = new Set(hits.map(({ visit }) => visit)).size;
  const held = new Set(asked.map(({ visit }) => visit)).size;
  const where = areaOf(asked) || ' in some area';
  const word = count >= times ? 'yes' : 'no';
  const of = counted(held, 'inspection', 'inspections');
  return `${word}, ${grades.join(' or ')}${where} at ${count} of ${of} held (${yearsOf(hits)}).`;
}

/** What was asked the other way round is answered by the grade alone. */
const answered = (word: 'yes' | 'no' | 'in part', { negated }: GradesFacts): string =>
  negated ? '' : `${word}, `;

/** "for care leavers", as the question names it; never more than it asks about. */
function areaAsked({ areas, inAreas, some }: GradesFacts): string {
  if (areas) return areaPhrase(areas);
  if (some) return 'in any area';
  return inAreas.some(isOverall) ? areaPhrase(null) : 'in any area';
}

/** How things stand now, which decides, with the other years in which it was graded so. */
function nowLine(standing: Standing, hits: RecordedJudgement[], facts: GradesFacts): string {
  const { judged, isNewest } = standing;
  const [newest] = judged;
  if (!newest) return '';
  const now = judged.filter((each) => hits.includes(each));
  const older = hits.filter(({ visit }) => visit !== newest.visit);
  const last = isNewest ? '' : ' when last graded';
  const when = `${last} (${inspectedWhen(newest.visit)})`;
  if (now.length === 0)
    return `${isNewest ? 'now ' : ''}${gradesWithAreas(judged)}${when}; ${facts.grades.join(' or ')} in ${yearsOf(older)}.`;
  const before = older.length > 0 ? `, and in ${yearsOf(older)}` : '';
  const word = now.length === judged.length ? 'yes' : 'in part';
  return `${answered(word, facts)}${gradesWithAreas(judged)}${when}${before}.`;
}

/** Whether the newest inspection graded all its areas so; those that it did not are named. */
function everyAreaLine({ judged: [newest] }: Standing, facts: GradesFacts): string {
  if (!newest) return '';
  const own = facts.inAreas.filter(({ visit }) => visit === newest.visit);
  const others = own.filter((each) => !facts.matching.includes(each));
  const grade = facts.grades.join(' or ');
  const where = inspectedWhen(newest.visit);
  return others.length === 0
    ? `${answered('yes', facts)}${grade} in every area graded (${where}).`
    : `${answered('no', facts)}not ${grade} in every area: ${gradesWithAreas(others)} (${where}).`;
}

/** Which areas the newest inspection graded so, and what it gave overall. */
function anyAreaLine({ judged }: Standing, facts: GradesFacts): string {
  const [newest] = judged;
  if (!newest) return '';
  const own = facts.inAreas.filter(({ visit }) => visit === newest.visit);
  const so = own.filter((each) => facts.matching.includes(each));
  const overall = own.filter((each) => isOverall(each) && !so.includes(each));
  const where = inspectedWhen(newest.visit);
  const rest = overall.length > 0 ? `; ${gradesWithAreas(overall)}` : '';
  return so.length > 0
    ? `${answered('yes', facts)}${gradesWithAreas(so)} (${where})${rest}.`
    : `${answered('no', facts)}not ${facts.grades.join(' or ')} in any area graded (${where})${rest}.`;
}

/** What was given at a time, or at any: in which years, and what came after. */
function thenLine(
  hits: RecordedJudgement[],
  asked: RecordedJudgement[],
  facts: GradesFacts,
): string {
  const [hit] = hits;
  if (!hit) return '';
  const { grades } = facts;
  const isOne = facts.areas !== null || areaOf(asked) !== '';
  const newer = isOne ? asked.slice(0, asked.indexOf(hit)).reverse() : [];
  const after = newer.find(({ visit }) => visit !== hit.visit);
  const then = after ? `; then ${after.judgement.grade} (${formatMonth(after.visit.period)})` : '';
  const yes = answered('yes', facts);
  if (new Set(hits.map(({ visit }) => visit)).size > 1) {
    const where = areaOf(asked) || (facts.areas ? ` ${areaPhrase(facts.areas)}` : ' in some areas');
    return `${yes}${grades.join(' or ')}${where} in ${yearsOf(hits)}${outOf(hits, asked)}${then}.`;
  }
  const given = grades.length > 1 ? hit.judgement.grade : grades.join('');
  return `${yes}${given}${areaOf([hit])} (${inspectedWhen(hit.visit)})${outOf(hits, asked)}${then}.`;
}

/** "good for help and protection and outstanding overall and for leadership": each grade once. */
function gradesWithAreas(judged: RecordedJudgement[]): string {
  const grades = [...new Set(judged.map(({ judgement }) => judgement.grade))];
  const areasOf = (grade: string) =>
    judged
      .filter(({ judgement }) => judgement.grade === grade)
      .map((each) => areaOf([each]).trim());
  return listed(grades.map((grade) => `${grade} ${listed([...new Set(areasOf(grade))])}`));
}

/** The grade alone, where there is one. */
const gradesOf = (judged: RecordedJudgement[]): string => {
  const [only, ...others] = new Set<string>(
    judged.map(({ judgement }): Grade | string => judgement.grade),
  );
  return only !== undefined && others.length === 0 ? only : gradesWithAreas(judged);
};

const outOf = (hits: RecordedJudgement[], asked: RecordedJudgement[]): string =>
  asked.length > 1 && asked.every(isOverall)
    ? `, at ${hits.length} of ${asked.length} inspections`
    : '';
