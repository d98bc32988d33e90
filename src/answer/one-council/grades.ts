import type { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import {
  isPlainOfGrades,
  says,
  spansOf,
  type Throughout,
  throughoutOf,
} from '../../question/index.js';
import { tellsOfGrade } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type GradesAsked, gradesAsked } from '../grades/asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { type About, aboutOf, allVisits, isHeld, visitsMeant } from './about.js';

/**
 * The judgements of one council that a question asks for, newest first: those in the areas asked
 * about (`inAreas`) and those of them with a grade asked for (`matching`); `negated` where asked is
 * whether it was not given. `newestOverall` is set
 * where the question asks how things stand now. `visited`: the record knows of visits then.
 * `mentioned` are visits without a document of which a later report tells such a grade.
 */
export type GradesFacts = {
  about: About;
  grades: Grade[];
  negated: boolean;
  areas: GradesAsked['areas'];
  inAreas: RecordedJudgement[];
  matching: RecordedJudgement[];
  newestOverall: RecordedJudgement | null;
  visited: boolean;
  /** The newest judgement before the time asked about, where none was given in it. */
  before: RecordedJudgement | null;
  mentioned: Visit[];
  /** What is asked of all grades together ("always", "ever anything but"). */
  throughout: Throughout | null;
  /** Whether yes or no would answer it. */
  isPlain: boolean;
};

/** The grades that were given, from the judgements alone. */
export function grades(asked: AskedOfOne): GradesFacts {
  const { grades: wanted, areas, negated } = gradesAsked(asked.question);
  const visits = visitsMeant(asked);
  const inAreas = visits
    .flatMap((visit) => asked.context.judgementsOf(visit))
    .filter(({ judgement }) => !areas || areas.includes(judgement.area));
  return {
    about: aboutOf(asked),
    grades: wanted,
    negated,
    areas,
    inAreas,
    matching: inAreas.filter(
      ({ judgement }) => wanted.length === 0 || wanted.some((grade) => grade === judgement.grade),
    ),
    newestOverall: asksOfNow(asked)
      ? (inAreas.find(({ judgement }) => judgement.area === 'overall') ?? null)
      : null,
    visited: visits.length > 0,
    throughout: throughoutOf(asked.question),
    isPlain: isPlainOfGrades(asked.question),
    before: inAreas.length > 0 ? null : newestBefore(asked),
    mentioned: allVisits(asked).filter(
      (visit) => !isHeld(visit) && tellsOfGrade(visit.known?.says ?? '', wanted),
    ),
  };
}

/** The grade that stood at the time asked about: the newest one given before it. */
function newestBefore({ question, authority, context }: AskedOfOne): RecordedJudgement | null {
  const { period, areas, filter } = gradesAsked(question);
  if (!period || filter.framework || filter.kind) return null;
  const [newest] = inspectionsHeld(authority, context)
    .filter(({ end, period: month }) => (end ?? month).slice(0, 7) < period.from)
    .flatMap((visit) => gradeOf(areas ?? ['overall'], visit, context) ?? []);
  return newest?.recorded ?? null;
}

/**
 * Whether a question about a grade asks how things stand: the record knows the newest inspection it
 * holds, not the present.
 */
function asksOfNow({ question }: AskedOfOne): boolean {
  const { grades: wanted, period, ever } = gradesAsked(question);
  if (
    period !== null ||
    ever ||
    throughoutOf(question) ||
    says(question, 'movement', 'command', 'when', 'quantity')
  )
    return false;
  const isNewest = spansOf(question, 'order').some(({ value }) => value === 'newest');
  return isNewest || wanted.length > 0;
}
