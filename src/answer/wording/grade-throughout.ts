import { visitDates } from '../../domain/visit.js';
import type { GradesFacts } from '../one-council/grades.js';
import { areaOf, headOf, yearsOf } from './grade-head.js';

/**
 * "no, inadequate overall at 2 of 3 inspections held (2016 and 2023)": what is asked of all grades
 * is answered by all, and only by yes or no where each was so or one was not.
 */
export function throughoutLine(facts: GradesFacts, when: string): string {
  const { inAreas, matching, grades, negated, throughout } = facts;
  const asked = headOf(inAreas);
  const so = asked.filter((each) => matching.includes(each));
  const isYes = (so.length === asked.length) === (throughout === 'each');
  // What was asked the other way round is answered by the grades alone.
  const verdict = negated ? '' : isYes ? 'yes, ' : 'no, ';
  const grade = `${grades.join(' or ')}${areaOf(asked)}`;
  if (so.length === 0) return `${verdict}not ${grade} at any of ${heldOf(asked)}${when}.`;
  const every = so.length === asked.length;
  const where =
    every && asked.length > 1
      ? asked.length === 2
        ? 'both inspections held'
        : `all ${heldOf(asked)}`
      : `${so.length} of ${heldOf(asked)}`;
  return `${verdict}${grade} at ${asked.length === 1 ? 'the one inspection held' : where}${when} (${yearsOf(so)}).`;
}

const heldOf = (asked: GradesFacts['inAreas']): string =>
  asked.length === 1 ? '1 inspection held' : `${asked.length} inspections held`;

/** All grades that the answer rests on, newest first. */
export function throughoutNotes({ inAreas }: GradesFacts): string[] {
  const asked = headOf(inAreas);
  const said = asked.map(({ judgement, visit }) => `${judgement.grade} (${visitDates(visit)})`);
  return [`Grades held${areaOf(asked)}, newest first: ${said.join('; ')}.`];
}
