import { Grade } from '../domain/judgement.js';
import type { LayGrade, Negation, Question, Span } from './question.js';
import { spansOf } from './residue.js';

/**
 * Grades that a question names as one alternative ("good or outstanding", "good or better", "top"),
 * in the order of their places, and whether a word before them says that they were or came.
 */
export type GradeGroup = { grades: Grade[]; from: number; to: number; role: 'from' | 'to' | null };

/** The grades of the framework in use, best first: "adequate" was given before it. */
const SCALE: Grade[] = Grade.options.filter((grade) => grade !== 'adequate');

/** The grades that an everyday word may mean. */
const LAY_GRADES: Record<LayGrade, Grade[]> = {
  strong: ['outstanding', 'good'],
  weak: ['requires improvement to be good', 'inadequate'],
  top: ['outstanding'],
  failing: ['inadequate'],
};

/** A grade with those that "or better" or "or worse" adds, or those above or below it instead. */
export function widened(grade: Grade, negation: Negation | null): Grade[] {
  const at = SCALE.indexOf(grade);
  switch (negation) {
    case 'above':
      return SCALE.slice(0, at);
    case 'below':
      return SCALE.slice(at + 1);
    case 'at_least':
      return SCALE.slice(0, at + 1);
    case 'at_most':
      return SCALE.slice(at);
    default:
      return [grade];
  }
}

const JOINS = /^(?:or|and|a|an|n)$/;

/** The groups of grades that a question names. */
export function gradeGroupsOf(question: Question): GradeGroup[] {
  const roles = spansOf(question, 'from_to');
  const groups: GradeGroup[] = [];
  for (const span of gradeLike(question)) {
    const last = groups.at(-1);
    const lead = roles.find(
      ({ from, words }) =>
        (words?.length === 0 ? from === span.from : from < span.from) && from >= (last?.to ?? 0),
    );
    const isNear = lead !== undefined && span.from - lead.to <= 1;
    const role = isNear ? lead.value : null;
    const between = last ? question.tokens.slice(last.to, span.from) : [];
    if (last && !role && between.length > 0 && between.every(({ word }) => JOINS.test(word))) {
      last.grades = [...new Set([...last.grades, ...span.grades])];
      last.to = span.to;
    } else groups.push({ grades: span.grades, from: span.from, to: span.to, role });
  }
  return groups;
}

/** Every grade named, and "the best" and "the worst" of them, with what widens it. */
function gradeLike(question: Question): Omit<GradeGroup, 'role'>[] {
  const named = spansOf(question, 'grade').map((span) => {
    const beside = spansOf(question, 'negation').find(
      (other) => isBefore(other, span) || (other.from >= span.to && other.from <= span.to + 1),
    );
    return { grades: widened(span.value, beside?.value ?? null), from: span.from, to: span.to };
  });
  const extremes = spansOf(question, 'order').flatMap(({ value, from, to }) => {
    const grade: Grade | null =
      value === 'best' ? 'outstanding' : value === 'worst' ? 'inadequate' : null;
    return grade ? [{ grades: [grade], from, to }] : [];
  });
  const lay = spansOf(question, 'lay_grade').map(({ value, from, to }) => ({
    grades: LAY_GRADES[value],
    from,
    to,
  }));
  return [...named, ...lay, ...extremes].toSorted((a, b) => a.from - b.from);
}

/** "Below good": right before the grade, where "or better" comes after it. */
const isBefore = (negation: Span, grade: Span): boolean =>
  (negation.value === 'above' || negation.value === 'below') &&
  negation.to <= grade.from &&
  negation.to >= grade.from - 1;
