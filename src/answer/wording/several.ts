import { areaPhrase, gradedSubjects } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { frameworkName, judgementSchema } from '../../domain/frameworks.js';
import { type Area, areaName, Grade } from '../../domain/judgement.js';
import { type Visit, visitDates, yearOf } from '../../domain/visit.js';
import type { Answer, Table } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import type { SideBySideFacts, SideRow } from '../several/grades.js';
import { MOST_SIDE_BY_SIDE as COLUMNS, eachQuoted, tooManyLine } from './each-of-several.js';
import { shortGrade } from './grade-grid.js';
import { documentOfJudgement } from './grade-list.js';
import { areaInBrackets, byThen, emptyAnswer, gradeSaid, HEADLINE, listed } from './phrases.js';
import { citationsOf } from './points.js';
import { latestChoices } from './scope.js';

/** What keeps the grades of inspections from standing on one line, where anything does. */
export function differenceLines(held: { visit: Visit | null }[]): string[] {
  const visits = held.flatMap(({ visit }) => (visit ? [visit] : []));
  if (new Set(visits.map(({ kind }) => frameworkName(kind))).size > 1)
    return ['The inspections are of different frameworks, whose grades are not one scale.'];
  return new Set(visits.map(judgementSchema)).size > 1
    ? ['One framework graded different sets of areas at different times: some are graded together.']
    : [];
}

/** "Leeds outstanding (February 2022), Bradford inadequate (…)": side by side, and no verdict. */
export function wordSideBySide(
  facts: SideBySideFacts,
  { question, authorities }: AskedOfSeveral,
): Answer {
  const { areas, rows, findings, until } = facts;
  const then = until ? ` ${byThen(until)}` : '';
  const held = rows.filter(({ judgements }) => judgements.length > 0);
  const without = rows.filter(({ judgements }) => judgements.length === 0);
  const sections = findings ? eachQuoted(findings) : [];
  const caption = `Newest grades ${areaPhrase(areas)}${then || ' held'}, side by side`;
  const isBeside = held.length > 0 && authorities.length <= COLUMNS;
  return {
    ...emptyAnswer('grades', question.text),
    ...(isBeside && { sideBySide: true as const }),
    status: held.length > 0 ? 'found' : 'nothing_found',
    reason: held.length > 0 ? null : 'report_silent',
    headline:
      held.length > 0
        ? headlineOf(facts, held)
        : `This record holds no grades ${areaPhrase(areas)} of these councils${then}.`,
    notes: [
      'Each grade is of that council’s own inspection: I set them side by side and draw no line between them.',
      ...(facts.group || held.length === 0 ? [] : tooManyLine(authorities)),
      ...differenceLines(held),
      ...(without.length > 0 && held.length > 0
        ? [
            `No such grade${then} is held of: ${without.map(({ authority }) => authority.name).join('; ')}.`,
          ]
        : []),
    ],
    table:
      held.length === 0
        ? null
        : held.length > COLUMNS
          ? rowEach(held, areas, caption)
          : columnEach(held, areas, caption),
    sections,
    choices: latestChoices(authorities),
    citations: [
      ...citationsOf(sections),
      ...held.flatMap(({ judgements }) => judgements.map(citeJudgement)),
    ],
  };
}

function headlineOf(facts: SideBySideFacts, held: SideRow[]): string {
  const { overall, areas, until, group } = facts;
  const forArea = areaPhrase(areas);
  const then = until ? ` ${byThen(until)}` : '';
  const own = group && held.find(({ authority }) => authority === group.authority);
  if (!group || !own)
    return eachSaid(
      `${capitalised(`${verdictOf(facts, held)}newest grades`)} ${forArea}${then}`,
      held,
      overall,
    );
  const others = held.filter((row) => row !== own);
  const given = others.flatMap((row) => gradeShown(row, overall)?.judgement.grade ?? []);
  const counts = Grade.options
    .map((grade) => ({ grade, count: given.filter((each) => each === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count} ${grade.replace(' to be good', '')}`);
  return `${own.authority.name}: ${gradeOfRow(own, overall, ` ${forArea}`)}; ${others.length} ${group.name}: ${counts.join(', ')}.`;
}

/** "Yes, both; ", "Not both, only Kent; ": where all are said to have a grade, else nothing. */
function verdictOf(facts: SideBySideFacts, held: SideRow[]): string {
  const { claimed, overall, rows, asks, denied } = facts;
  const gradeOf = (row: SideRow) => gradeShown(row, overall)?.judgement.grade;
  if (claimed.length === 0 || held.length < rows.length || held.length < 2) return '';
  const so = held.filter((row) => claimed.some((grade) => grade === gradeOf(row)));
  if (asks === 'which') return whichSaid(facts, denied ? held.filter((r) => !so.includes(r)) : so);
  const others = held.filter((row) => !so.includes(row));
  const all = held.length === 2 ? 'both' : `all ${held.length}`;
  // Who asks for good, of a council that is better, is told so and not "no".
  const better =
    claimed.join() === 'good' ? others.filter((r) => gradeOf(r) === 'outstanding') : [];
  if (better.length > 0)
    return better.length < others.length
      ? `Not ${all} good or better; `
      : `${capitalised(all)} good or better; `;
  if (others.length === 0) return `Yes, ${all}; `;
  if (so.length === 0) return `No, ${held.length === 2 ? 'neither' : 'none'}; `;
  return `Not ${all}, only ${namesOf(so)}; `;
}

/** "Good: Kirklees; ", "Not good: Leeds and Bradford; ", "None inadequate; ". */
function whichSaid({ claimed, denied, rows }: SideBySideFacts, which: SideRow[]): string {
  const grade = `${denied ? 'not ' : ''}${claimed.map(shortGrade).join(' or ')}`;
  if (which.length === 0) return `${rows.length === 2 ? 'Neither' : 'None'} ${grade}; `;
  return `${capitalised(grade)}: ${which.length === rows.length && rows.length > 2 ? 'all' : namesOf(which)}; `;
}

const namesOf = (rows: SideRow[]): string => listed(rows.map(({ authority }) => authority.name));

/** As many of the councils, with what each was graded and when, as a first line holds. */
function eachSaid(lead: string, held: SideRow[], overall: boolean): string {
  const line = (said: string[], count: number) => {
    const isLeft = count < said.length;
    return `${lead}: ${said.slice(0, count).join('; ')}${isLeft ? '; the others are in the table' : ''}.`;
  };
  const most = Math.min(held.length, COLUMNS);
  const graded = (when: (visit: Visit) => string) =>
    held.map((row) => `${row.authority.name} ${gradeOfRow(row, overall, '', when)}`);
  const inFull = graded(monthOf);
  const short = graded(yearOf).map(shortGrade);
  const lines = [
    line(inFull, most),
    line(inFull.map(shortGrade), most),
    ...held.map((_, i) => line(short, Math.max(1, most - i))),
  ];
  return lines.find(({ length }) => length <= HEADLINE) ?? line(short, 1);
}

const monthOf = ({ period }: Visit): string => formatMonth(period);

/** The judgement that stands for a council in the first line. */
const gradeShown = ({ judgements }: SideRow, overall: boolean) =>
  overall ? judgements.find(({ judgement }) => judgement.area === 'overall') : judgements[0];

function gradeOfRow(row: SideRow, overall: boolean, forArea = '', when = monthOf): string {
  const shown = gradeShown(row, overall);
  const inspected = row.visit ? ` (${when(row.visit)})` : '';
  return `${shown ? shown.judgement.grade : 'without an overall grade'}${forArea}${inspected}`;
}

/** "Leeds (ILACS, 21 February–4 March 2022)" */
const headOf = ({ authority, visit }: SideRow): string =>
  visit ? `${authority.name} (${frameworkName(visit.kind)}, ${visitDates(visit)})` : authority.name;

/** The subjects asked about that any of the inspections graded, with the areas that grade each. */
function subjectsGraded(held: SideRow[], asked: Area[] | null): Subject[] {
  const graded = gradedSubjects().filter(({ areas }) =>
    held.some(({ judgements }) => judgements.some(({ judgement: j }) => areas.includes(j.area))),
  );
  const own = graded.filter(({ areas }) => areas.every((area) => asked?.includes(area)));
  return own.length > 0 ? own : graded;
}

type Subject = ReturnType<typeof gradedSubjects>[number];

/** The grade of a subject, with the area's name where the inspection cut the subject otherwise. */
function cellOf({ judgements }: SideRow, { name, areas }: Subject): string {
  const given = judgements.filter(({ judgement }) => areas.includes(judgement.area));
  const [alone] = given.filter(({ judgement }) => areaName(judgement.area) === name);
  const recorded = alone ?? given[0];
  if (!recorded) return 'not graded';
  const { judgement } = recorded;
  const area = areaName(judgement.area);
  return area === name
    ? gradeSaid(judgement)
    : `${gradeSaid(judgement)} (${areaInBrackets(judgement.area)})`;
}

/** A column each, an area to a row: who compares reads across. */
export const columnEach = (held: SideRow[], areas: Area[] | null, caption: string): Table => ({
  caption,
  columns: ['Area', ...held.map(headOf)],
  rows: [
    ...subjectsGraded(held, areas).map((subject) => [
      subject.name,
      ...held.map((row) => cellOf(row, subject)),
    ]),
    ['Document', ...held.map(documentOf)],
  ],
});

function rowEach(held: SideRow[], areas: Area[] | null, caption: string): Table {
  const subjects = subjectsGraded(held, areas);
  return {
    caption,
    columns: ['Council', 'Inspection', ...subjects.map(({ name }) => name), 'Document'],
    rows: held.map((row) => [
      row.authority.name,
      row.visit ? `${frameworkName(row.visit.kind)}, ${visitDates(row.visit)}` : '',
      ...subjects.map((subject) => cellOf(row, subject)),
      documentOf(row),
    ]),
  };
}

const documentOf = ({ judgements: [first] }: SideRow): string =>
  first ? documentOfJudgement(first) : 'none held';
