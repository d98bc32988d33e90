import { gradedSubjects } from '../../domain/areas.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { type Area, Grade } from '../../domain/judgement.js';
import { lastDayOf } from '../../domain/visit.js';
import { firstOf, isMeant, type Question, says, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import {
  countsOf,
  group,
  type InspectionRow,
  inspectionRows,
  newestOfEach,
} from '../operations/rows.js';
import { type GradesAsked, gradesAsked } from './asked.js';

/** What the rows of a table of grades are. */
export type Grouping = 'region' | 'council_type' | 'area' | 'year' | 'named';

/** A row of it: how many of `total` have each grade. */
export type TabulatedRow = { name: string; total: number; counts: number[] };

/**
 * How many grades of each kind were given: to councils, each by its newest full inspection that
 * graded the area; by year, at all full inspections of that year. `grades` are the columns.
 */
export type TabulatedFacts = {
  asked: GradesAsked;
  by: Grouping;
  areas: Area[];
  grades: Grade[];
  rows: TabulatedRow[];
  fewest: boolean;
  /** Whether shares, and not counts, put the rows in order. */
  byShare: boolean;
};

export function gradesTabulated(question: AskedOfAll): TabulatedFacts {
  const { question: read, scope, context } = question;
  const asked = withExtremeOfYears(gradesAsked(read), read);
  const named = groupsNamed(read, context);
  const by: Grouping =
    named.length > 1 && says(read, 'comparison')
      ? 'named'
      : says(read, 'grouping')
        ? groupingOf(read)
        : spansOf(read, 'councils').some(({ value }) => value === 'by_region')
          ? 'region'
          : spansOf(read, 'council_type').length > 1
            ? 'council_type'
            : 'year';
  const areas: Area[] = asked.areas ?? ['overall'];
  const rowsIn = (own: Area[]) =>
    inspectionRows(saysRest(read) ? context.covered : scope.authorities, own, context).filter(
      ({ visit }) => isMeant(visit, asked.filter),
    );
  const groups =
    by === 'named'
      ? byName(named, newestOfEach(rowsIn(areas)))
      : by === 'area'
        ? byArea(rowsIn)
        : grouped(rowsIn(areas), by);
  const all = groups.flatMap(([, own]) => own);
  const grades = Grade.options.filter((grade) => all.some((row) => row.grade === grade));
  return {
    asked,
    by,
    areas,
    grades,
    fewest: spansOf(read, 'order').some(({ value }) => value === 'fewest'),
    byShare: asked.extreme !== null && by === 'year',
    rows: groups.map(([name, own]) => ({
      name,
      total: own.length,
      counts: countsOf(own, grades),
    })),
  };
}

/** The best year has the largest share of good or outstanding, unless a grade is said. */
function withExtremeOfYears(asked: GradesAsked, question: Question): GradesAsked {
  const isOfYears = spansOf(question, 'grouping').some(({ value }) => value === 'year');
  if (!isOfYears || asked.extreme === null || asked.grades.length > 0) return asked;
  return { ...asked, grades: asked.extreme === 'best' ? ['outstanding', 'good'] : ['inadequate'] };
}

const saysRest = (question: Question): boolean =>
  spansOf(question, 'councils').some(({ value }) => value === 'rest');

/** A table by month is none of grades: it is made by year. */
const groupingOf = (question: Question): Grouping => {
  const said = firstOf(question, 'grouping');
  return said === null || said === 'month' ? 'year' : said;
};

type Groups = [name: string, rows: InspectionRow[]][];

function grouped(rows: InspectionRow[], by: Exclude<Grouping, 'area' | 'named'>): Groups {
  if (by === 'year') return inOrder(group(rows, ({ visit }) => lastDayOf(visit).slice(0, 4)));
  return inOrder(
    group(newestOfEach(rows), ({ authority }) =>
      by === 'region' ? authority.region : authority.type,
    ),
  );
}

type Named = { name: string; councils: LocalAuthority[] };

/** The places and types of council that a question names: "compare london and the north west". */
const groupsNamed = (question: Question, { covered }: AnswerContext): Named[] => {
  const values = question.spans.flatMap((span): Named[] =>
    (span.kind === 'place' && span.value.type !== 'everywhere') || span.kind === 'council_type'
      ? [span.value]
      : [],
  );
  const named = values.filter(
    ({ name }, i) => values.findIndex((other) => other.name === name) === i,
  );
  if (!saysRest(question) || named.length === 0) return named;
  const own = new Set(named.flatMap(({ councils }) => councils.map(({ urn }) => urn)));
  return [...named, { name: 'all others', councils: covered.filter(({ urn }) => !own.has(urn)) }];
};

const byName = (groups: Named[], rows: InspectionRow[]): Groups =>
  groups.map(({ name, councils }): Groups[number] => [
    name,
    rows.filter(({ authority }) => councils.some(({ urn }) => urn === authority.urn)),
  ]);

const byArea = (rowsIn: (areas: Area[]) => InspectionRow[]): Groups =>
  gradedSubjects()
    .filter(({ areas }) => !areas.includes('lscb'))
    .map(({ name, areas }): Groups[number] => [name, newestOfEach(rowsIn(areas))])
    .filter(([, own]) => own.length > 0);

const inOrder = (groups: Map<string, InspectionRow[]>): Groups =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
