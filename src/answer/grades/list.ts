import { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { says, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { type GradesAsked, gradesAsked, isNewest, isOverall } from './asked.js';
import {
  type CouncilGrades,
  councilGrades,
  councilsOf,
  type GradeRow,
  partialGrades,
} from './council-grades.js';

/**
 * The councils with a grade: `all` the grades held that count, `rows` those to list, for the grades
 * `wanted` (none: every grade). `notGraded` are councils with grades that count and none of those
 * wanted; `listed` says which of the two the question asks for. `share`: as a part of all,
 * which are inspections and not councils where it is `ofInspections`.
 */
export type GradeListFacts = {
  asked: GradesAsked;
  councils: CouncilGrades[];
  all: GradeRow[];
  rows: GradeRow[];
  wanted: Grade[];
  notGraded: CouncilGrades[];
  listed: 'graded so' | 'not graded so';
  partial: RecordedJudgement[];
  share: boolean;
  ofInspections: boolean;
};

/** Which councils of the scope have a grade, from the judgements alone. */
export function gradeList({ question, scope, context }: AskedOfAll): GradeListFacts {
  const asked = gradesAsked(question);
  const newest = isNewest(asked);
  const councils = scope.authorities.map((a) => councilGrades(a, asked, context));
  const all = councils.flatMap((council) =>
    council.graded.map((graded): GradeRow => ({ council, ...graded })),
  );
  const wanted = wantedGrades(asked, all);
  const complement = asked.negated && newest && wanted.length > 0;
  const rows = all
    .filter(({ grade }) => wanted.length === 0 || wanted.includes(grade) !== complement)
    .sort((a, b) => byGrade(a, b, asked) || newestFirst(a.recorded.visit, b.recorded.visit));
  const graded = new Set(councilsOf(rows));
  return {
    asked,
    councils,
    all,
    rows,
    wanted,
    notGraded: councilsOf(all).filter((council) => !graded.has(council)),
    listed: asked.negated && !newest ? 'not graded so' : 'graded so',
    partial:
      newest || !isOverall(asked) || asked.negated
        ? []
        : scope.authorities.flatMap((a) => partialGrades(a, wanted, asked, context)),
    share: spansOf(question, 'quantity').some(({ value }) => value === 'share'),
    ofInspections: !newest && says(question, 'visit') && !says(question, 'councils'),
  };
}

const rankOf = ({ grade }: GradeRow): number => Grade.options.indexOf(grade);

/**
 * The grades to list; none means all. "Worst" and "best" mean the lowest and highest grade given.
 */
function wantedGrades({ grades, extreme }: GradesAsked, all: GradeRow[]): Grade[] {
  if (grades.length > 0 || !extreme) return grades;
  const best = [...all].sort((a, b) => rankOf(a) - rankOf(b));
  const row = extreme === 'best' ? best[0] : best.at(-1);
  return row ? [row.grade] : [];
}

const byGrade = (a: GradeRow, b: GradeRow, { extreme }: GradesAsked): number =>
  (rankOf(a) - rankOf(b)) * (extreme === 'worst' ? -1 : 1);
