import { areaPhrase } from '../../domain/areas.js';
import { frameworkName, isWithoutOverall } from '../../domain/frameworks.js';
import { areaName, type Grade, isGrade } from '../../domain/judgement.js';
import { type Visit, visitBrief, visitDates } from '../../domain/visit.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { isNewest, isOverall } from '../grades/asked.js';
import type { CouncilGrades } from '../grades/council-grades.js';
import { councilJudgements } from '../grades/council-grades.js';
import type { GradeListFacts } from '../grades/list.js';
import { heldOf } from '../scope.js';
import { areaInBrackets } from './phrases.js';
import { newestVisitLine } from './scope.js';

/**
 * What a list of grades compares, and what it must not be taken for: what must be known to read it
 * (`notes`), and how it was counted.
 */
export function gradeListNotes(
  facts: GradeListFacts,
  { scope, context }: AskedOfAll,
): { notes: string[]; closing: string[] } {
  const { asked, councils } = facts;
  const { period, kind } = asked.filter;
  const inspectedSince = councils.filter(
    (c) => c.newestHeld !== c.inspections[0] && c.inspections.length > 0,
  ).length;
  const inspected = councils.filter(({ inspections }) => inspections.length > 0).length;
  return {
    notes: [
      ...(isNewest(asked) && inspectedSince > 0
        ? [
            `Newer inspections of ${inspectedSince} of them are in this record and did not grade this area.`,
          ]
        : []),
      ...extremeLine(facts),
      ...(asked.extreme || asked.grades.length === 0
        ? ['Councils with the same grade are not ranked among each other.']
        : []),
      ...togetherLine(facts),
      ...(asked.negated && !isNewest(asked)
        ? [
            'A record that may lack reports cannot show that a grade was never given, only that none is held.',
          ]
        : []),
      ...(period
        ? [
            `${inspected} of these councils ${inspected === 1 ? 'has' : 'have'} a full inspection ${period.label} in this record, counted by the days on which inspectors were there.`,
          ]
        : []),
      ...(kind && kind !== 'inspection'
        ? ['Focused and monitoring visits never give a grade.']
        : []),
      ...frameworksLine(councils),
      ...(isNewest(asked) && !context.record.freshness.gradesUntil
        ? [
            `The newest inspection held may not be the newest of all; ${newestVisitLine(scope, heldOf(scope, context))}.`,
          ]
        : []),
    ],
    closing: areasLine(councils),
  };
}

/** Which grade is the highest, where no grade was named. */
function extremeLine({ asked, wanted }: GradeListFacts): string[] {
  if (!asked.extreme || asked.grades.length > 0) return [];
  const which = asked.extreme === 'best' ? 'highest' : 'lowest';
  const grade = wanted.map((each) => `“${each}”`).join(' or ');
  return [`The ${which} grade given ${areaPhrase(asked.areas)} is ${grade}.`];
}

/** Care leavers and children in care were one area until 2022: a count of both kinds says so. */
function togetherLine({ rows, asked: { areas } }: GradeListFacts): string[] {
  const joint = rows.filter((row) => row.recorded.judgement.area === 'in_care_and_care_leavers');
  if (!areas || joint.length === 0) return [];
  const which = joint.length === rows.length ? 'All' : `${joint.length}`;
  return [
    `${which} of these grades ${joint.length === 1 ? 'is' : 'are'} for children in care and care leavers together.`,
  ];
}

/** Says so where the grades listed are of several frameworks. */
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

function areasLine(councils: CouncilGrades[]): string[] {
  const areas = new Set(
    councils.flatMap(({ graded }) =>
      graded.map(({ recorded }) => areaName(recorded.judgement.area)),
    ),
  );
  if (areas.size < 2) return [];
  return [
    `The area graded is not the same everywhere: ${[...areas].map((area) => `“${area}”`).join(', ')}.`,
  ];
}

/** Councils that a list of grades cannot have, each with the reason. */
export function notCounted(facts: GradeListFacts, context: AnswerContext): string[] {
  const { asked, councils, wanted } = facts;
  const newest = isNewest(asked);
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
    ...(newest && asked.areas === null && !asked.negated
      ? inOtherAreas(councils, wanted, context)
      : []),
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
  { judgementsOf }: AnswerContext,
): string[] {
  if (wanted.length === 0) return [];
  const found = councils.flatMap(({ authority, inspections, graded }) => {
    if (graded.some(({ grade }) => wanted.includes(grade))) return [];
    const areas = inspections
      .flatMap((visit) => councilJudgements(visit, { judgementsOf }))
      .filter(({ judgement: { grade } }) => isGrade(grade) && wanted.includes(grade))
      .map(({ judgement }) => areaInBrackets(judgement.area));
    return areas.length > 0 ? [`${authority.name} (${areas.join(', ')})`] : [];
  });
  const left = found.length - MOST_NAMED;
  return line(
    'The same grade in an area, though not overall',
    `${found.slice(0, MOST_NAMED).join('; ')}${left > 0 ? `; and ${left} more councils` : ''}`,
  );
}
