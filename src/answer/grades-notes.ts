import { frameworkName, isFullInspection, isWithoutOverall } from '../domain/frameworks.js';
import { areaName, type Grade, isGrade } from '../domain/judgement.js';
import { type Visit, visitBrief, visitDates } from '../domain/visit.js';
import { isMeant } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import { type AnswerContext, judgementsOf } from './context.js';
import { type CouncilGrades, isNewest, isOverall } from './council-grades.js';
import type { CouncilsQuestion } from './grade-question.js';
import { documentsLine, type Scope } from './scope.js';

type Told = {
  asked: CouncilsQuestion;
  query: Query;
  councils: CouncilGrades[];
  context: AnswerContext;
};

/** "ILACS inspection", "SIF re-inspection": the framework of an inspection, which its grades belong to. */
export const inspectionName = ({ kind }: Visit): string =>
  isFullInspection(kind) && frameworkName(kind) === kind ? `${kind} inspection` : kind;

/** What a list of grades compares, and what it must not be taken for. */
export function gradesNotes({
  asked,
  query,
  councils,
  scope,
  context,
}: Told & { scope: Scope }): string[] {
  const inspections = councils.flatMap((council) => council.inspections);
  const areas = new Set(
    councils.flatMap(({ graded }) =>
      graded.map(({ recorded }) => areaName(recorded.judgement.area)),
    ),
  );
  const { period, kinds } = query.visits;
  const inspectedSince = councils.filter(
    (c) => c.newestHeld !== c.inspections[0] && c.inspections.length > 0,
  ).length;
  const elsewhen = period ? inspections.filter((visit) => !isMeant(visit, query.visits)) : [];
  return [
    ...(isNewest(asked, query)
      ? [
          'Each council stands here with the newest inspection in this record, which may not be its newest of all.',
          ...(inspectedSince > 0
            ? [
                `Newer inspections of ${inspectedSince} of them are in this record and did not grade this area.`,
              ]
            : []),
        ]
      : []),
    ...(asked.extreme || asked.grades.length === 0
      ? ['Councils with the same grade are not ranked among each other.']
      : []),
    ...(asked.negated ? [negatedNote(isNewest(asked, query))] : []),
    ...(period
      ? [
          `${councils.filter((council) => council.inspections.length > 0).length} of these councils have a full inspection ${elsewhen.length > 0 ? 'made or reported ' : ''}${period.label} in this record${elsewhen.length > 0 ? ': one counts by its days or, where none fell then, by when its report came out' : ''}.`,
        ]
      : []),
    ...(kinds && kinds !== 'inspection'
      ? ['Focused and monitoring visits never give a grade.']
      : []),
    ...frameworksLine(councils),
    ...(areas.size > 1
      ? [
          `The area graded is not the same everywhere: ${[...areas].map((area) => `“${area}”`).join(', ')}.`,
        ]
      : []),
    documentsLine(scope, context),
  ];
}

const negatedNote = (newest: boolean): string =>
  newest
    ? 'The question asks for what councils were not graded: every newest grade is listed, so that both can be read from it.'
    : 'The question asks who was not graded so, which a record that may lack reports cannot show: those who were are in the table.';

/** Says so where the grades listed are of several frameworks; a re-inspection is of the framework it repeats. */
function frameworksLine(councils: CouncilGrades[]): string[] {
  const visits = new Set(councils.flatMap(({ graded }) => graded.map((g) => g.recorded.visit)));
  const names = [...visits].map(({ kind }) => frameworkName(kind));
  const frameworks = [...new Set(names)];
  if (frameworks.length < 2) return [];
  const counted = frameworks.map((name) => `${names.filter((n) => n === name).length} ${name}`);
  return [
    `Grades of different frameworks stand side by side here and are not one scale: ${counted.join(', ')}.`,
  ];
}

/** Councils that a list of grades cannot have, each with the reason, and areas that share the grade where overall was asked. */
export function notCounted({
  asked,
  query,
  councils,
  wanted,
  context,
}: Told & { wanted: Grade[] }): string[] {
  const newest = isNewest(asked, query);
  const without = councils.filter(({ graded }) => graded.length === 0);
  const named = (list: CouncilGrades[], describe: (council: CouncilGrades) => string) =>
    list.map((council) => `${council.authority.name}${describe(council)}`).join('; ');
  const notHeld = without.filter(({ inspections }) => inspections.length === 0);
  const notJudged = without.filter(({ ungraded }) => ungraded.length > 0);
  const notGiven = without.filter((c) => c.inspections.length > 0 && c.ungraded.length === 0);
  const unread = councils.filter(({ newerUnread }) => newerUnread.length > 0);
  return [
    ...line(
      isOverall(asked)
        ? 'No inspection report in this record'
        : 'Not graded at any inspection in this record',
      newest ? named(notHeld, () => '') : '',
    ),
    ...line(
      'No grade given',
      named(
        notJudged,
        ({ ungraded }) =>
          ` (${ungraded.map(({ judgement, visit }) => `${judgement.grade}, ${visitDates(visit)}`).join('; ')})`,
      ),
    ),
    ...(isOverall(asked)
      ? line(
          'No overall grade',
          named(notGiven, ({ inspections }) => ` (${inspections.map(withoutOverall).join('; ')})`),
        )
      : line(
          'Not graded at the inspections in this record',
          named(notGiven, () => ''),
        )),
    ...line(
      'Newer inspections are known whose grades are not in this record',
      named(unread, ({ newerUnread }) => ` (${newerUnread.map(visitBrief).join('; ')})`),
    ),
    ...(newest && asked.areas === null ? inOtherAreas(councils, wanted, context) : []),
  ];
}

const line = (lead: string, names: string): string[] => (names ? [`${lead}: ${names}.`] : []);

const withoutOverall = (visit: Visit): string =>
  isWithoutOverall(visit)
    ? `${visitDates(visit)}: Ofsted gives none since April 2026`
    : visitDates(visit);

const MOST_NAMED = 12;

/** Councils that have the grade at the same inspection in an area, though not overall. */
function inOtherAreas(
  councils: CouncilGrades[],
  wanted: Grade[],
  context: AnswerContext,
): string[] {
  if (wanted.length === 0) return [];
  const found = councils.flatMap(({ authority, inspections, graded }) => {
    if (graded.some(({ grade }) => wanted.includes(grade))) return [];
    const areas = inspections
      .flatMap((visit) => judgementsOf(context, visit))
      .filter(
        ({ judgement: { area, grade } }) =>
          area !== 'lscb' && isGrade(grade) && wanted.includes(grade),
      )
      .map(({ judgement }) => areaName(judgement.area).toLowerCase());
    return areas.length > 0 ? [`${authority.name} (${areas.join(', ')})`] : [];
  });
  const left = found.length - MOST_NAMED;
  return line(
    'The same grade in an area, though not overall',
    `${found.slice(0, MOST_NAMED).join('; ')}${left > 0 ? `; and ${left} more councils` : ''}`,
  );
}
