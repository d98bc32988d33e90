import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { judgementSchema } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import { visitDates } from '../../domain/visit.js';
import { textWithout } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import type { SideBySideFacts, SideRow } from '../several/grades.js';
import { documentOfJudgement, inspectionName } from './grade-list.js';
import { emptyAnswer, gradeSaid } from './phrases.js';
import { latestChoices } from './scope.js';

/** "Leeds outstanding (…), Bradford inadequate (…)": side by side, and no verdict between them. */
export function wordSideBySide(
  { overall, areas, rows }: SideBySideFacts,
  { question, authorities }: AskedOfSeveral,
): Answer {
  const held = rows.filter(({ judgements }) => judgements.length > 0);
  const without = rows.filter(({ judgements }) => judgements.length === 0);
  const forArea = areaPhrase(areas);
  const shown = held.flatMap((row) => gradeShown(row, overall) ?? []);
  const names = new Set(shown.map(({ judgement }) => areaName(judgement.area)));
  // What the area is called is said once where it is the same, else with each grade.
  const [name] = names.size === 1 && !overall ? names : [];
  const schemas = new Set(held.map(({ visit }) => visit && judgementSchema(visit)));
  return {
    ...emptyAnswer('grades', question.text),
    status: held.length > 0 ? 'found' : 'nothing_found',
    reason: held.length > 0 ? null : 'report_silent',
    headline:
      held.length > 0
        ? `Newest grades ${forArea} held${name ? `, in the area “${name}”` : ''}, side by side: ${held.map((row) => `${row.authority.name} ${gradeOfRow(row, overall, name !== undefined)}`).join('; ')}.`
        : `This record holds no grades ${forArea} of these councils.`,
    notes: [
      'Each grade is of that council’s own inspection: I set them side by side and draw no line between them.',
      ...(schemas.size > 1
        ? ['The inspections are of different frameworks, whose grades are not one scale.']
        : []),
      ...(without.length > 0 && held.length > 0
        ? [
            `No such grade is held of: ${without.map(({ authority }) => authority.name).join('; ')}.`,
          ]
        : []),
    ],
    table:
      held.length > 0
        ? {
            caption: `Newest grades ${forArea}, side by side`,
            columns: ['Council', 'Area', 'Grade', 'Inspection', 'Document'],
            rows: held.flatMap(({ authority, visit, judgements }) =>
              judgements.map((recorded) => [
                authority.name,
                areaName(recorded.judgement.area),
                gradeSaid(recorded.judgement),
                visit ? `${inspectionName(visit)}, ${visitDates(visit)}` : '',
                documentOfJudgement(recorded),
              ]),
            ),
          }
        : null,
    choices: latestChoices(authorities),
    citations: held.flatMap(({ judgements }) => judgements.map(citeJudgement)),
  };
}

/** The judgement that stands for a council in the first line. */
const gradeShown = ({ judgements }: SideRow, overall: boolean) =>
  overall ? judgements.find(({ judgement }) => judgement.area === 'overall') : judgements[0];

function gradeOfRow(row: SideRow, overall: boolean, isNamed: boolean): string {
  const { visit } = row;
  const shown = gradeShown(row, overall);
  const grade = shown
    ? `${shown.judgement.grade}${overall || isNamed ? '' : ` (${areaName(shown.judgement.area).toLowerCase()})`}`
    : 'without an overall grade';
  return `${grade}${visit ? `, ${visitDates(visit)}` : ''}`;
}

/** What several councils' reports say of a thing is asked of one at a time. */
export function eachByItselfAnswer({ question, authorities }: AskedOfSeveral): Answer {
  const rest = textWithout(question, ['council', 'comparison']);
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline: `The question names several councils, and I can’t compare what their reports say: ask for each by itself.`,
    notes: ['Their newest grades stand side by side when only the councils are named.'],
    choices: authorities.map(({ name }) => ({ label: name, question: `${name} ${rest}`.trim() })),
  };
}
