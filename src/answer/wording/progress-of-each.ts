import { areaPhrase } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import { type Area, Grade } from '../../domain/judgement.js';
import { visitTitle, yearOf } from '../../domain/visit.js';
import type { Answer, Section } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import type { Graded } from '../grades/history.js';
import type { ProgressOfEach, ProgressRow } from '../several/progress.js';
import { documentOfJudgement } from './grade-list.js';
import { emptyAnswer, HEADLINE } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { latestChoices } from './scope.js';
import { differenceLines } from './several.js';

/**
 * "Grades overall: Oldham up to good (2024); Tameside down to inadequate (2023).": what each
 * council's newest grade is beside the one before it, and what inspectors said of its progress.
 */
export function wordProgressOfEach(
  { areas, rows }: ProgressOfEach,
  { question, authorities }: AskedOfSeveral,
): Answer {
  const given = rows.flatMap(({ newest, before }) =>
    [newest, before].filter((one) => one !== null),
  );
  const sections = rows.flatMap(sectionsOf);
  return {
    ...emptyAnswer('grades', question.text),
    status: given.length > 0 || sections.length > 0 ? 'found' : 'nothing_found',
    reason: given.length > 0 || sections.length > 0 ? null : 'report_silent',
    headline:
      given.length > 0
        ? headlineOf(areas, rows)
        : `This record holds no grades ${areaPhrase(areas)} of these councils.`,
    notes: [
      'Up and down are from one inspection of a council to its next; no line is drawn between councils.',
      ...differenceLines(given.map(({ recorded }) => recorded)),
    ],
    table:
      given.length > 0
        ? {
            caption: `Newest grades ${areaPhrase(areas)} and those before`,
            columns: ['Council', 'Newest', 'Before', 'Documents'],
            rows: rows.map(({ authority, newest, before }) => [
              authority.name,
              cell(newest),
              cell(before),
              [newest, before]
                .flatMap((one) => (one ? [documentOfJudgement(one.recorded)] : []))
                .join('; '),
            ]),
          }
        : null,
    sections,
    choices: latestChoices(authorities),
    citations: [...citationsOf(sections), ...given.map(({ recorded }) => citeJudgement(recorded))],
  };
}

function headlineOf(areas: Area[] | null, rows: ProgressRow[]): string {
  const whole = `${capitalised(`grades ${areaPhrase(areas)}`)}: ${rows.map(courseOf).join('; ')}.`;
  return whole.length > HEADLINE ? whole.replaceAll(' to be good', '') : whole;
}

/** "Tameside down to inadequate (2023)" */
function courseOf({ authority, newest, before }: ProgressRow): string {
  if (!newest) return `${authority.name} none held`;
  const year = yearOf(newest.recorded.visit);
  if (!before) return `${authority.name} ${newest.grade} (${year}), none before held`;
  const steps = Grade.options.indexOf(before.grade) - Grade.options.indexOf(newest.grade);
  if (steps === 0)
    return `${authority.name} ${newest.grade} as before (${yearOf(before.recorded.visit)}, ${year})`;
  return `${authority.name} ${steps > 0 ? 'up' : 'down'} to ${newest.grade} (${year})`;
}

const cell = (graded: Graded | null): string =>
  graded ? `${graded.grade} (${visitTitle(graded.recorded.visit)})` : 'none held';

/** What the newest visit that tells of it says of a council's progress. */
function sectionsOf({ authority, said: { said, terms } }: ProgressRow): Section[] {
  const [newest] = said;
  if (!newest) return [];
  return [
    {
      heading: `${authority.name}: ${visitTitle(newest.visit)}`,
      lines: [],
      points: newest.passages.map((recorded) => pointOf(recorded, terms)),
    },
  ];
}
