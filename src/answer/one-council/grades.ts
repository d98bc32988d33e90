import type { Grade } from '../../domain/judgement.js';
import { isUngraded, type NamedKind } from '../../domain/named-kinds.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { lastDayOf, newestFirst, type Visit } from '../../domain/visit.js';
import {
  isOver,
  isPlainOfGrades,
  type Period,
  type Question,
  says,
  spansOf,
  type Throughout,
  throughoutOf,
  timesGraded,
} from '../../question/index.js';
import { tellsOfGrade } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type GradesAsked, gradesAsked, isNewest } from '../grades/asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { type About, aboutOf, allVisits, isHeld, visitsMeant } from './about.js';

/**
 * The judgements of one council that a question asks for, newest first: those in the areas asked
 * about (`inAreas`) and those of them with a grade asked for (`matching`); `negated` where asked is
 * whether it was not given; `every`, whether it was in every area. `standing` is set where the
 * question asks how things stand now. `visited`: the record knows of visits then. `mentioned` are
 * visits without a document of which a later report tells such a grade.
 */
export type GradesFacts = {
  about: About;
  grades: Grade[];
  negated: boolean;
  areas: GradesAsked['areas'];
  inAreas: RecordedJudgement[];
  matching: RecordedJudgement[];
  every: boolean;
  /** Whether it is asked of any area at all. */
  some: boolean;
  standing: Standing | null;
  visited: boolean;
  /** The newest judgement (before the time asked about), where none was given then or there. */
  before: RecordedJudgement | null;
  /** The kind of visit asked about, where such visits give no grade. */
  ungraded: NamedKind | null;
  /** The time of which the state is asked for, not what was given in it. */
  state: Period | null;
  mentioned: Visit[];
  /** What is asked of all grades together ("always", "ever anything but"). */
  throughout: Throughout | null;
  /** How many times over the grade is asked to have been given. */
  times: number | null;
  /** Whether yes or no would answer it. */
  isPlain: boolean;
};

/**
 * The newest judgements in the areas asked about (overall, where none is named), all of one
 * inspection; `isNewest`: no newer full inspection, which did not grade them, is held.
 */
export type Standing = { judged: RecordedJudgement[]; isNewest: boolean };

/** The grades that were given, from the judgements alone. */
export function grades(asked: AskedOfOne): GradesFacts {
  const { grades: wanted, areas, negated } = gradesAsked(asked.question);
  const state = stateAsked(asked);
  const visits = state ? [] : withNewestSetBeside(visitsMeant(asked), asked);
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
    every: spansOf(asked.question, 'every_area').some(({ value }) => value === 'every'),
    some: spansOf(asked.question, 'every_area').some(({ value }) => value === 'some'),
    standing: asksOfNow(asked) ? standingOf(inAreas, asked) : null,
    visited: visits.length > 0,
    throughout: throughoutOf(asked.question),
    times: timesGraded(asked.question),
    isPlain: isPlainOfGrades(asked.question) || timesGraded(asked.question) !== null,
    before: inAreas.length > 0 ? null : newestBefore(asked, state),
    ungraded: ungradedKind(asked),
    state,
    mentioned: allVisits(asked).filter(
      (visit) => !isHeld(visit) && tellsOfGrade(visit.known?.says ?? '', wanted),
    ),
  };
}

/** "Was inadequate in 2017 but is now good": the newest inspection is meant beside that year's. */
function withNewestSetBeside(visits: Visit[], asked: AskedOfOne): Visit[] {
  const { grades: wanted, period } = gradesAsked(asked.question);
  const [newest] = inspectionsHeld(asked.authority, asked.context);
  const isBeside =
    period !== null &&
    wanted.length > 1 &&
    spansOf(asked.question, 'order').some(({ value }) => value === 'newest');
  return isBeside && newest && !visits.includes(newest) ? [newest, ...visits] : visits;
}

/** How things stand in the areas asked about, an older inspection's where no newer one says. */
function standingOf(inAreas: RecordedJudgement[], asked: AskedOfOne): Standing | null {
  const { areas } = gradesAsked(asked.question);
  const wanted = areas ? inAreas : inAreas.filter(({ judgement }) => judgement.area === 'overall');
  const [newest] = wanted;
  if (!newest) return null;
  const [held] = inspectionsHeld(asked.authority, asked.context);
  return {
    judged: wanted.filter(({ visit }) => visit === newest.visit),
    isNewest: !held || newestFirst(newest.visit, held) <= 0,
  };
}

/**
 * The time of which the state is asked for ("at the start of 2020", "on 1 may 2019"); a day on
 * which inspectors were there is that of a visit.
 */
function stateAsked({ question, authority, context }: AskedOfOne): Period | null {
  const { period, filter } = gradesAsked(question);
  if (!period || filter.kind || says(question, 'release')) return null;
  if (period.asOf) return period;
  const { day } = period;
  const isDuring = ({ start, end }: Visit) => day && start && start <= day && day <= (end ?? start);
  const isFree = day && !context.visitsOf(authority.urn).some(isDuring);
  return isFree && !says(question, 'visit') ? period : null;
}

function ungradedKind({ question }: Pick<AskedOfOne, 'question'>): NamedKind | null {
  const { kind } = gradesAsked(question).filter;
  return kind && isUngraded(kind) ? kind : null;
}

/**
 * The grade that stood at the time asked about: the newest one given before it. A monitoring or
 * focused visit gives none, so that what stands beside it is the newest inspection's.
 */
function newestBefore(
  { question, authority, context }: AskedOfOne,
  state: Period | null,
): RecordedJudgement | null {
  const { period, areas, filter } = gradesAsked(question);
  const isOfUngraded = ungradedKind({ question }) !== null;
  if (filter.framework || (!isOfUngraded && (filter.kind || !period))) return null;
  const [newest] = inspectionsHeld(authority, context)
    .filter((visit) => {
      if (state) return isOver(visit, state);
      return !period || lastDayOf(visit).slice(0, 7) < period.from;
    })
    .flatMap((visit) => gradeOf(areas ?? ['overall'], visit, context) ?? []);
  return newest?.recorded ?? null;
}

/** "When was it good" asks for the time; "was it good when last inspected" says of which. */
function asksWhen(question: Question): boolean {
  const [grade] = spansOf(question, 'grade');
  return spansOf(question, 'when').some(({ from }) => !grade || from < grade.from);
}

/**
 * Whether a question about a grade asks how things stand: the record knows the newest inspection it
 * holds, not the present.
 */
function asksOfNow({ question }: AskedOfOne): boolean {
  const of = gradesAsked(question);
  if (
    !isNewest(of) ||
    throughoutOf(question) ||
    says(question, 'movement', 'quantity') ||
    asksWhen(question) ||
    spansOf(question, 'command').some(({ value }) => value !== 'greeting')
  )
    return false;
  return of.grades.length > 0 || spansOf(question, 'order').some(({ value }) => value === 'newest');
}
