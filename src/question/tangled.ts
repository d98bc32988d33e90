import { isDeniedOfArea } from './denied-of-area.js';
import { featuresOf } from './features.js';
import { gradeGroupsOf } from './grade-groups.js';
import type { Movement, Question } from './question.js';
import { says, spansOf } from './residue.js';

/**
 * What a list of councils by grades holds apart: `one` condition, one grade for each of two areas
 * (`two`), one area against another (`uneven`), or one way in which grades went (`moved`).
 */
export type ListOfGrades = 'one' | 'two' | 'uneven' | 'moved';

/** Conditions on visits of which most answers hold one alone. */
const OF_VISITS = ['period', 'framework', 'inspector', 'visit'] as const;
export type HeldApart = (typeof OF_VISITS)[number];

/**
 * Whether a question names several times, frameworks, inspectors or kinds of visit that an answer
 * does not hold apart: one that took the first of them alone would look like an answer to all.
 */
export function isCrowded(question: Question, heldApart: readonly HeldApart[]): boolean {
  const said = featuresOf(question);
  return OF_VISITS.filter((kind) => !heldApart.includes(kind)).some((kind) =>
    said.some(({ features }) => features.includes(`${kind}.several`)),
  );
}

/**
 * Whether a question about the grades of many councils has more conditions than such a list holds
 * apart: one that dropped some of them would look like an answer to all.
 */
export function isTangled(question: Question, list: ListOfGrades): boolean {
  const groups = gradeGroupsOf(question).length;
  const areas = spansOf(question, 'area');
  const periods = spansOf(question, 'period').length;
  const parts = areas.filter(({ value }) => !value.includes('overall'));
  switch (list) {
    case 'one': {
      // "Good but not outstanding" is good.
      const negations = spansOf(question, 'negation');
      const [only, ...others] = negations;
      const newest = spansOf(question, 'order').some(({ value }) => value === 'newest');
      const isTurned = only?.value === 'not' && others.length === 0 && groups === 2;
      const isContrast = !isTurned && says(question, 'contrast', 'negation');
      // "Good in 2018 but not now" has two times.
      const isThenNotNow = periods > 0 && newest && negations.some(({ value }) => value === 'not');
      return (
        isBetweenPlaces(question) ||
        isOfBestAndWorst(question) ||
        isOfPlacesApart(question) ||
        isThenNotNow ||
        isOfFrameworkAndNow(question) ||
        isSaidTwice(question) ||
        isDeniedOfArea(question) ||
        isStillSo(question) ||
        isMoreThan(question) ||
        periods > 1 ||
        (groups > 1 && (isContrast || periods > 0 || areas.length > 1))
      );
    }
    case 'two':
      return (
        (parts.length > 1 && areas.length > 2 && !hasOr(question)) ||
        (groups > 1 && says(question, 'every_area') && !says(question, 'negation')) ||
        (groups < 2 &&
          areas.length < 2 &&
          !says(question, 'every_area') &&
          !isDeniedOfArea(question))
      );
    case 'moved':
      // "Leadership went up but overall stayed the same" goes two ways.
      // "From good to inadequate and back to good" has three grades.
      return (
        groups > 2 ||
        says(question, 'framework') ||
        isOfHowMany(question) ||
        new Set(spansOf(question, 'movement').flatMap(wayOf)).size > 1
      );
    case 'uneven':
      return (
        parts.length > 1 &&
        spansOf(question, 'comparison').some(({ value }) => value.endsWith('_on'))
      );
  }
}

const WAYS: Partial<Record<Movement, 'up' | 'down' | 'same'>> = {
  improved: 'up',
  declined: 'down',
  fallen: 'down',
  unchanged: 'same',
};
const wayOf = ({ value }: { value: Movement }) => WAYS[value] ?? [];

/** "The best and the worst regions" asks for both ends of an order, and a list has one. */
function isOfBestAndWorst(question: Question): boolean {
  const orders = spansOf(question, 'order').map(({ value }) => value);
  return orders.includes('best') && orders.includes('worst');
}

/** "More in london or the south east?" asks which of two: one list of both would not say. */
function isBetweenPlaces({ spans, tokens }: Question): boolean {
  const places = spans.filter(({ kind }) => kind === 'place' || kind === 'council_type');
  const isCompared = tokens.some(({ word }) => COMPARING.has(word));
  return (
    places.length > 1 &&
    isCompared &&
    tokens.some(({ word, at }) => {
      const isBetween = places.some(({ to }) => to <= at) && places.some(({ from }) => from > at);
      return isBetween && BETWEEN.has(word);
    })
  );
}

/** "Good in london or inadequate in the north west": each place has a grade of its own. */
function isOfPlacesApart({ spans }: Question): boolean {
  const grades = spans.filter(({ kind }) => kind === 'grade');
  const places = spans.filter(({ kind }) => kind === 'place' || kind === 'council_type');
  return grades.some(
    (grade, i) =>
      i > 0 &&
      places.some(({ from }) => from < grade.from) &&
      places.some(({ from }) => from > grade.from),
  );
}

/** "Has the number of inadequate councils gone up": their number moves, and no grade. */
function isOfHowMany(question: Question): boolean {
  const { tokens } = question;
  const number = tokens.find(({ word }) => NUMBERS.has(word));
  const [grade] = spansOf(question, 'grade');
  const moved = spansOf(question, 'movement').at(-1);
  if (!number || !grade || !moved) return false;
  const isOrdered = number.at < grade.from && grade.from < moved.from;
  return isOrdered && !tokens.slice(grade.to, moved.from).some(({ word }) => RELATING.has(word));
}

const NUMBERS = new Set(['number', 'numbers', 'count', 'total', 'share', 'proportion']);
const RELATING = new Set(['that', 'which', 'who', 'whose', 'to']);

/** "Inadequate in 2015 and still are" is of that time, and of now. */
const isStillSo = (question: Question): boolean =>
  question.tokens.some(
    ({ word, at }) =>
      word === 'still' &&
      spansOf(question, 'period').some(({ value, to }) => !value.asOf && to <= at),
  );

/** "More outstanding than inadequate councils" sets one grade against another. */
function isMoreThan(question: Question): boolean {
  const [first, second] = gradeGroupsOf(question);
  if (!first || !second) return false;
  return question.tokens.slice(first.to, second.from).some(({ word }) => word === 'than');
}

/**
 * "Outstanding councils that were outstanding last time too": one grade at two times; but "the
 * i-word, inadequate I mean" explains itself.
 */
function isSaidTwice(question: Question): boolean {
  if (question.tokens.some(({ word }) => word === 'mean')) return false;
  const orders = new Set(spansOf(question, 'order').map(({ from }) => from));
  // "Top" is no second grade in "the top regions for outstanding".
  const named = gradeGroupsOf(question).filter(({ from }) => !orders.has(from));
  const groups = named.map(({ grades }) => grades.join());
  return groups.length > 1 && new Set(groups).size < groups.length && !says(question, 'area');
}

/** "Outstanding under sif and still outstanding" is of one framework, and of now. */
function isOfFrameworkAndNow(question: Question): boolean {
  const grades = spansOf(question, 'grade');
  const [framework] = spansOf(question, 'framework');
  if (!framework) return false;
  const isBetween =
    grades.some(({ from }) => from < framework.from) &&
    grades.some(({ from }) => from > framework.from);
  const isNow = spansOf(question, 'order').some(({ value }) => value === 'newest');
  return isBetween || (isNow && says(question, 'negation'));
}

const COMPARING = new Set(['more', 'fewer', 'most', 'fewest', 'better', 'worse', 'less']);
const BETWEEN = new Set(['or', 'than', 'versus', 'vs', 'v']);

const hasOr = ({ tokens }: Question): boolean => tokens.some(({ word }) => word === 'or');

/**
 * Whether a question about the grades of one council can be answered with yes or no: it has one
 * grade, or several of which any will do, at one time or at any, and says nothing of how often or
 * how they went.
 */
export const isPlainOfGrades = (question: Question): boolean =>
  isOfOneGrade(question) && !says(question, 'times');

/**
 * How many times over a council is asked to have had one grade ("inadequate three times"); `null`
 * where that is not asked, or more than that.
 */
export function timesGraded(question: Question): number | null {
  const [times, ...others] = spansOf(question, 'times');
  const isPlain = isOfOneGrade(question) && !says(question, 'negation', 'every_area');
  return isPlain && times && others.length === 0 && says(question, 'grade') ? times.value : null;
}

const isOfOneGrade = (question: Question): boolean =>
  gradeGroupsOf(question).length <= 1 &&
  spansOf(question, 'period').length <= 1 &&
  spansOf(question, 'negation').length <= 1 &&
  !spansOf(question, 'negation').some(({ value }) => value === 'without') &&
  !spansOf(question, 'movement').some(
    ({ value }) => value !== 'ever' && value !== 'always' && value !== 'otherwise',
  ) &&
  !says(question, 'from_to', 'grades_apart', 'streak', 'tally', 'contrast');
