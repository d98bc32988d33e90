import type { LocalAuthority } from '../../domain/authority.js';
import { type Area, Grade, isGrade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isMeant, type Period, type Question, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from './asked.js';
import { gradeOf, inspectionsHeld } from './council-grades.js';

/** An area whose grade is held against that of another, of one inspection. */
export type Uneven = { areas: Area[]; than: Area[]; relation: 'higher' | 'lower' };

/** A council whose one inspection graded two areas so, with the two judgements. */
export type UnevenRow = {
  authority: LocalAuthority;
  visit: Visit;
  judgement: RecordedJudgement;
  than: RecordedJudgement;
};

/**
 * The councils whose newest full inspection (of a time, where one is asked for) graded an area
 * higher or lower than another; `grades` are those that the other one must have, where any are
 * named. `considered` councils have both grades of one inspection.
 */
export type UnevenFacts = {
  uneven: Uneven;
  grades: Grade[];
  /** Whether `grades` are of the area that is held against the other, not of the other. */
  gradesOfArea: boolean;
  period: Period | null;
  rows: UnevenRow[];
  considered: number;
};

export function gradesUneven({ question, scope, context }: AskedOfAll): UnevenFacts {
  const { grades, filter, period } = gradesAsked(question);
  const uneven = unevenAsked(question);
  const all = scope.authorities.flatMap((authority): UnevenRow[] => {
    const visit = inspectionsHeld(authority, context).find((each) => isMeant(each, filter));
    const given = visit && gradeOf(uneven.areas, visit, context);
    const other = visit && gradeOf(uneven.than, visit, context);
    return visit && given && other
      ? [{ authority, visit, judgement: given.recorded, than: other.recorded }]
      : [];
  });
  const gradesOfArea = isOfArea(question, uneven);
  const rows = all.filter(({ judgement, than }) => {
    const wanted = gradesOfArea ? judgement : than;
    return (
      isSo(rankOf(judgement) - rankOf(than), uneven) &&
      (grades.length === 0 || grades.some((grade) => grade === wanted.judgement.grade))
    );
  });
  return { uneven, grades, gradesOfArea, period, rows, considered: all.length };
}

const rankOf = ({ judgement: { grade } }: RecordedJudgement): number =>
  isGrade(grade) ? Grade.options.indexOf(grade) : -1;

const isSo = (below: number, { relation }: Uneven): boolean =>
  relation === 'lower' ? below > 0 : below < 0;

/**
 * Which area is held against which. "A is lower than B" stands between the two; what is "weaker on
 * A" or "let down by A" comes after its words, against what was named before; the overall grade is
 * the other one where none is named.
 */
function unevenAsked(question: Question): Uneven {
  const areas = spansOf(question, 'area');
  const [said] = spansOf(question, 'comparison').filter(({ value }) => isRelation(value));
  if (!said) throw new RangeError('nothing is compared');
  const relation = said.value === 'better' || said.value === 'better_on' ? 'higher' : 'lower';
  const before = areas.filter(({ from }) => from < said.to).map(({ value }) => value);
  const after = areas.filter(({ from }) => from >= said.to).map(({ value }) => value);
  const overall: Area[] = ['overall'];
  const isOn = said.value === 'better_on' || said.value === 'worse_on';
  if (isOn && after[0]) return { areas: after[0], than: before.at(-1) ?? overall, relation };
  // "A worse grade for A than for B"
  if (!before.length && after[0] && after[1]) return { areas: after[0], than: after[1], relation };
  if (after[0]) return { areas: before.at(-1) ?? overall, than: after[0], relation };
  return { areas: before.at(-1) ?? overall, than: before.at(-2) ?? overall, relation };
}

const isRelation = (value: string): boolean =>
  ['better', 'worse', 'better_on', 'worse_on'].includes(value);

/** Whether the grade named stands nearest to the area that is held against the other. */
function isOfArea(question: Question, { areas }: Uneven): boolean {
  const [grade] = spansOf(question, 'grade');
  const spans = spansOf(question, 'area');
  const own = spans.find(({ value }) => value === areas);
  const other = spans.find(({ value }) => value !== areas);
  if (!grade || !own) return false;
  const said = spansOf(question, 'comparison').find(({ value }) => isRelation(value));
  const isOnSameSide = (from: number) => said && from < said.from === grade.from < said.from;
  if (!isOnSameSide(own.from)) return false;
  const apart = (from: number) => Math.abs(from - grade.from);
  return !other || !isOnSameSide(other.from) || apart(own.from) < apart(other.from);
}
