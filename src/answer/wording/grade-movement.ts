import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { MovementFacts } from '../grades/movement.js';
import type { Direction, Step } from '../grades/steps.js';
import { countOf, gradeAnswer, gradedAt, namesOf, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { headlineWith } from './phrases.js';
import { countedOf } from './scope.js';

/** How a grade went. */
export const WAYS: Record<Direction, string> = {
  up: 'went up',
  down: 'went down',
  same: 'stayed the same',
  'not up': 'did not go up',
  'not down': 'did not go down',
  any: 'changed',
};

const MOST_NAMED = 8;

/** "The overall grade of 9 of 153 councils … changed from “good” to “inadequate” between …". */
export function wordMovement(facts: MovementFacts, asked: AskedOfAll): Answer {
  const { areas, steps, compared } = facts;
  const whose = areas ? `The grade ${areaPhrase(areas)}` : 'The overall grade';
  const what = movementSaid(facts);
  const count = countOf(steps);
  const answer = gradeAnswer(
    asked,
    steps,
    facts.visitsBetween?.known === 0
      ? `This record cannot tell: it holds no ${facts.visitsBetween.kind}.`
      : headlineWith(
          `${whose} of ${countedOf(count, asked.scope)} ${what} ${whenSaid(facts)}`,
          namesOf(steps),
        ),
    [
      ...earlierLine(facts),
      ...(facts.returned
        ? [
            'Counted: who had been graded so at an inspection held before, and otherwise in between.',
          ]
        : []),
      'Each pair of grades stands with its dates and frameworks: a change of framework lies between some of them, and the record draws no trend.',
      `${compared.length} of these councils have two full inspections or more with ${areas ? `grades ${areaPhrase(areas)}` : 'overall grades'} in this record.`,
    ],
    {
      caption: `${areas ? `Grades ${areaPhrase(areas)}` : 'Overall grades'} that ${what} ${whenSaid(facts)}`,
      columns: ['Council', 'Before', 'After', 'Document'],
      rows: steps.map(({ authority, before, after }: Step) => [
        authority.name,
        gradedAt(before),
        gradedAt(after),
        documentOfJudgement(after.recorded),
      ]),
    },
  );
  return {
    ...answer,
    citations: steps.flatMap(({ before, after }) =>
      [after, before].map(({ recorded }) => citeJudgement(recorded)),
    ),
  };
}

/** How councils' grades went, of many: "went up at the newest full inspection". */
export const movedSaid = (facts: MovementFacts): string =>
  `${movementSaid(facts)} ${facts.latestOnly && !facts.visitsBetween && !facts.period ? 'at the newest full inspection' : whenSaid(facts)}`;

/** "went up by one grade from “good”" */
function movementSaid(facts: MovementFacts): string {
  const { from, to, direction, apart, furthest, returned } = facts;
  if (direction === 'same' && from.length > 0) return `was ${quotedGrades(from)} twice`;
  return [
    WAYS[direction],
    ...(apart === null
      ? []
      : apart === 1
        ? ['by one grade']
        : [furthest ? `by ${apart} grades, the most of any,` : `by ${apart} grades or more`]),
    ...(from.length > 0 ? [`from ${quotedGrades(from)}`] : []),
    ...(to.length > 0 ? [`${returned ? 'back ' : ''}to ${quotedGrades(to)}`] : []),
  ].join(' ');
}

/** Between which inspections. */
function whenSaid({ latestOnly, period, direction, from, visitsBetween }: MovementFacts): string {
  const later = [
    ...(visitsBetween ? [` with a ${visitsBetween.kind} between`] : []),
    ...(period ? [`, the later one ${period.label}`] : []),
  ].join('');
  if (!latestOnly) return `between two consecutive full inspections${later}`;
  return direction === 'same' && from.length > 0
    ? `at its two newest full inspections${later}`
    : `from the full inspection before to its newest full inspection${later}`;
}

/** Who is left out because the step was an earlier one: people may mean it. */
function earlierLine({ earlier }: MovementFacts): string[] {
  if (earlier.length === 0) return [];
  const named = earlier.slice(0, MOST_NAMED).map(({ name }) => name);
  const left = earlier.length - named.length;
  return [
    `Counted: the newest full inspection of each council against the one before it. Not counted, because it was between earlier ones: ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`,
  ];
}
