import { areaPhrase } from '../../domain/areas.js';
import { capitalised } from '../../domain/citation.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { GradesOverTimeFacts, StateOfGrades } from '../grades/over-time.js';
import { statesChart } from './charts.js';
import { gradeAnswer, quotedGrades } from './grade-history.js';
import { allOf } from './scope.js';

/** "Newest grades overall, end of 2018 and now: 9, 33 outstanding; …". */
export function wordGradesOverTime(facts: GradesOverTimeFacts, asked: AskedOfAll): Answer {
  const { areas, grades, states, asked: gradesAsked } = facts;
  const now = states.at(-1);
  // Of the first years too few councils had a grade yet to stand for all.
  const first = states.find(({ total }) => now && total * 2 >= now.total);
  const forArea = areaPhrase(areas);
  const wanted = gradesAsked.grades.length > 0 ? gradesAsked.grades : grades;
  const counts = wanted.map((grade) => {
    const at = grades.indexOf(grade);
    const of = (state: StateOfGrades | undefined) => state?.counts[at] ?? 0;
    return `${grade.replace(' to be good', '')} ${of(first)}, ${of(now)}`;
  });
  const what = gradesAsked.grades.length > 0 ? quotedGrades(gradesAsked.grades) : 'each grade';
  const answer = gradeAnswer(
    asked,
    [],
    first && now
      ? `Newest grades ${forArea}, end of ${first.year} (${first.total} councils) and now (${now.total}): ${counts.join('; ')}.`
      : `This record holds no grades ${forArea} of ${allOf(asked.scope)}.`,
    [
      'How this was counted: each council with the newest grade that it had by then, whatever its framework; who had none by then is not counted.',
      'The record draws no trend: the framework changed in 2018, and each year only some councils are inspected.',
    ],
    {
      caption: `Councils with ${what} ${forArea} as their newest, at the end of each year`,
      columns: ['At the end of', 'Councils graded by then', ...grades.map(capitalised)],
      rows: states.map(({ year, total, counts: own }) => [
        year === null ? 'now' : String(year),
        String(total),
        ...own.map((count) => `${count} (${percent(count, total)})`),
      ]),
    },
  );
  if (states.length === 0) return { ...answer, status: 'nothing_found', reason: 'report_silent' };
  const chart = statesChart(facts, asked);
  return chart ? { ...answer, chart } : answer;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`;
