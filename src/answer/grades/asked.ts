import { type Area, Grade } from '../../domain/judgement.js';
import {
  asksOfNewestOfEach,
  firstOf,
  gradeGroupsOf,
  isDeniedOfArea,
  type Period,
  type Question,
  spansOf,
  type VisitFilter,
  visitFilterOf,
} from '../../question/index.js';

/**
 * One of some grades in an area (overall, where it names none), as one part of a question on
 * several; `denied` where another grade than those is asked for ("but not overall").
 */
export type Condition = { grades: Grade[]; areas: Area[]; denied: boolean };

/**
 * What a question about grades asks for: any of `grades` (all, where it names none) in `areas`
 * (overall, where it names none); several `conditions` at once; `extreme`, the best or worst grade
 * given; `ever`, at any inspection and not the newest; `negated`, who has not; `stillNewest`, those
 * of a time alone that no newer grade has followed.
 */
export type GradesAsked = {
  grades: Grade[];
  areas: Area[] | null;
  conditions: Condition[];
  extreme: 'best' | 'worst' | null;
  ever: boolean;
  negated: boolean;
  filter: VisitFilter;
  period: Period | null;
  stillNewest: boolean;
};

export function gradesAsked(question: Question): GradesAsked {
  const negations = spansOf(question, 'negation').map(({ value }) => value);
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const areas = [...new Set(spansOf(question, 'area').flatMap(({ value }) => value))];
  const filter = visitFilterOf(question);
  const ever =
    spansOf(question, 'movement').some(({ value }) => value === 'ever') ||
    negations.includes('never');
  return {
    grades: gradesMeant(question),
    areas: areas.length > 0 ? areas : null,
    conditions: conditionsOf(question),
    extreme: orders.includes('best') ? 'best' : orders.includes('worst') ? 'worst' : null,
    ever,
    negated: negations.includes('never') || isNegated(question),
    filter,
    period: filter.period,
    stillNewest: filter.period !== null && !ever && asksOfNewestOfEach(question),
  };
}

/** Whether each council's newest grades are asked for, not those of a time or of all time. */
export const isNewest = ({ ever, period, filter }: GradesAsked): boolean =>
  period === null && !ever && !filter.framework && filter.kind !== 're-inspection';

/** Whether the overall grade is asked for: the question names no area, or that one. */
export const isOverall = ({ areas }: Pick<GradesAsked, 'areas'>): boolean =>
  areas === null || areas.every((area) => area === 'overall');

const DENYING: ReadonlySet<string> = new Set(['not', 'without']);

/** What denies what follows it ("not", "except"). */
const denialsIn = (question: Question) =>
  spansOf(question, 'negation').filter(({ value }) => DENYING.has(value));

/** Whether all that is asked is denied: the "not" stands before every grade. */
function isNegated(question: Question): boolean {
  const [grade] = spansOf(question, 'grade');
  return denialsIn(question).some(({ from }) => !grade || from < grade.from);
}

/** The grades of the framework in use, best first: "adequate" was given before it. */
const SCALE: Grade[] = Grade.options.filter((grade) => grade !== 'adequate');

/**
 * "Good or better", "below good", "less than outstanding": the grades of the scale that are meant.
 */
function gradesMeant(question: Question): Grade[] {
  const spans = spansOf(question, 'grade');
  const [not] = denialsIn(question);
  // "Good but not outstanding": what is denied after a grade is no grade asked for.
  const denied = not && !isNegated(question) ? not.from : Number.POSITIVE_INFINITY;
  const named = [...new Set(spans.filter(({ from }) => from < denied).map(({ value }) => value))];
  const [first] = named;
  if (!first || named.length > 1) return named;
  const at = SCALE.indexOf(first);
  const negation = spansOf(question, 'negation').find(
    ({ value }) => !DENYING.has(value) && value !== 'never' && value !== 'outside',
  )?.value;
  switch (negation) {
    case 'above':
      return at > 0 ? SCALE.slice(0, at) : named;
    case 'below':
      return at + 1 < SCALE.length ? SCALE.slice(at + 1) : named;
    case 'at_least':
      return SCALE.slice(0, at + 1);
    case 'at_most':
      return SCALE.slice(at);
    default:
      return named;
  }
}

/**
 * The grades with the areas that they are asked of, in the order in which they are said. Where as
 * many areas are named as grades, each has its own ("leaders outstanding but overall good"). Two
 * grades with one area, or one with none, are alternatives ("good or outstanding for care
 * leavers"), unless one is set against the other ("good but inadequate for care leavers").
 */
function conditionsOf(question: Question): Condition[] {
  const orders = spansOf(question, 'order');
  const groups = gradeGroupsOf(question).filter(
    (group) => !orders.some(({ from }) => from === group.from),
  );
  const areas = spansOf(question, 'area');
  const contrast = firstOf(question, 'contrast') !== null;
  const [group] = groups;
  const nots = denialsIn(question);
  const isDenied = (after: number, before: number) =>
    nots.some(({ from }) => after <= from && from < before);
  const last = areas.length - 1;
  if (group && groups.length === 1 && areas.length > 1)
    return areas.map(({ value, from }, i) => ({
      grades: group.grades,
      areas: value,
      denied:
        isDenied(0, group.from) ||
        isDenied(areas[i - 1]?.from ?? group.from, from) ||
        // "Leadership is outstanding but the council as a whole isn't"
        (i === last && group.from < from && isDenied(from, Number.POSITIVE_INFINITY)),
    }));
  const [area] = areas;
  // "Good but not for care leavers" is good overall, and another grade there.
  if (group && area && areas.length === 1 && isDeniedOfArea(question))
    return [
      { grades: group.grades, areas: ['overall'], denied: false },
      { grades: group.grades, areas: area.value, denied: true },
    ];
  if (groups.length < 2 || (areas.length < 2 && !contrast) || areas.length === 0) return [];
  const free = [...areas];
  return groups.map(({ grades, from }, i) => {
    const next = groups[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const before = groups[i - 1]?.from ?? -1;
    const own =
      areas.length === groups.length
        ? areas[i]
        : (free.find((each) => from < each.from && each.from < next) ??
          free.find((each) => before < each.from && each.from < from));
    if (own && free.includes(own)) free.splice(free.indexOf(own), 1);
    return {
      grades,
      areas: own?.value ?? ['overall'],
      denied: isDenied(groups[i - 1]?.from ?? 0, from),
    };
  });
}
