import { gradedSubjects } from '../../domain/areas.js';
import { newestAreas } from '../../domain/frameworks.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { type GradesAsked, gradesAsked } from './asked.js';
import { councilGrades } from './council-grades.js';
import { type Grouped, type GroupRow, groupedBy, groupOf, inOrder } from './grouped.js';

/** How many councils of each group have a grade. */
export type GroupFacts = Grouped & { asked: GradesAsked };

export function gradesByGroup({ question, scope, context }: AskedOfAll): GroupFacts {
  const asked = gradesAsked(question);
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const quantities = spansOf(question, 'quantity').map(({ value }) => value);
  const by = groupedBy(question);
  const isExtreme = orders.includes('best') || orders.includes('worst');
  const grades: Grade[] =
    asked.grades.length > 0
      ? asked.grades
      : [orders.includes('worst') ? 'inadequate' : 'outstanding'];
  // The worst for a high grade has the lowest share of it, as the best has for a low one.
  const isHigh = grades.every((grade) => HIGH.has(grade));
  const isTurned = orders.includes('worst') ? isHigh : orders.includes('best') && !isHigh;
  const fewest = orders.includes('fewest') || (isTurned && asked.grades.length > 0);
  const measure = quantities.includes('share') || (isExtreme && by !== 'area') ? 'share' : 'count';
  const rows = by === 'area' ? byArea() : byCouncil(by);
  const isWithout = asked.negated || spansOf(question, 'every_area').length > 0;
  return {
    ...inOrder(question, { by, measure, rows, fewest }),
    asked: { ...asked, grades },
    wanted: isWithout ? 'none' : fewest || isExtreme || orders.includes('most') ? 'first' : 'all',
  };

  function rowOf(group: string, councils: ReturnType<typeof councilGrades>[]): GroupRow {
    const own = councils.filter(({ graded }) => graded.length > 0);
    const so = own.filter((c) => c.graded.some(({ grade }) => grades.includes(grade)));
    return { group, names: so.map(({ authority }) => authority.name), graded: own.length };
  }

  function byCouncil(key: 'region' | 'council_type'): GroupRow[] {
    const councils = scope.authorities.map((a) => councilGrades(a, asked, context));
    return [...new Set(scope.authorities.map((each) => groupOf(each, key)))].map((group) =>
      rowOf(
        group,
        councils.filter(({ authority }) => groupOf(authority, key) === group),
      ),
    );
  }

  function byArea(): GroupRow[] {
    return gradedSubjects()
      .filter(({ areas }) => !areas.includes('overall') && isAmong(areas, newestAreas()))
      .filter(({ areas }) => isAmong(areas, asked.areas))
      .map(({ name, areas }) =>
        rowOf(
          name,
          scope.authorities.map((a) => councilGrades(a, { ...asked, areas }, context)),
        ),
      )
      .filter(({ graded }) => graded > 0);
  }
}

const HIGH: ReadonlySet<Grade> = new Set<Grade>(['outstanding', 'good']);

const isAmong = (areas: Area[], asked: Area[] | null): boolean =>
  asked === null || areas.some((area) => asked.includes(area));
