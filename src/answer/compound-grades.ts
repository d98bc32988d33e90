import { areaPhrase } from '../domain/areas.js';
import { newestAreas } from '../domain/frameworks.js';
import type { Area } from '../domain/judgement.js';
import type { Query } from '../question/legacy/query.js';
import type { Answer } from './answer.js';
import { areasNamed, gradesNamed, isOnlyAboutGrades } from './grade-question.js';
import { emptyAnswer } from './said.js';

const TURNS = /\b(but|yet|though|although|while|whilst|whereas|despite)\b/g;
const EVERY_AREA =
  /\b(all|every|each|any|both|most|several|some) (of )?(the )?(areas?|judge?ments?|grades?|categor(y|ies)|aspects?)\b|\bacross the board\b|\bstraight\b|\bthroughout\b|\bin everything\b/g;
/**
 * The answer to a question that sets one grade against another ("good overall but inadequate for care leavers", "outstanding in all areas"):
 * the grades of two areas may be of different inspections and frameworks, so none is given, and each grade is offered by itself. `null` where one grade or
 * area is asked for.
 */
export function compoundGrades(query: Query): Answer | null {
  const text = query.words.join(' ');
  const everyArea = text.search(EVERY_AREA) >= 0;
  const turns = text.search(TURNS) >= 0;
  const grades = gradesNamed(text);
  const left = text.replace(TURNS, ' ').replace(EVERY_AREA, ' ');
  if (grades.length === 0 || !isOnlyAboutGrades(left, query)) return null;
  if (!everyArea && !turns && areasNamed(text).length < 2) return null;
  const when = query.visits.period ? ` ${query.visits.period.label}` : '';
  const asked = everyArea
    ? newestAreas().flatMap((area) => grades.map((grade) => ({ grade, areas: [area] })))
    : clausesOf(text);
  const simple = asked.map(({ grade, areas }) => ({
    label: `${grade.charAt(0).toUpperCase()}${grade.slice(1)} ${areaPhrase(areas)}`,
    question: `Which councils were graded ${grade} ${areaPhrase(areas)}${when}?`,
  }));
  return {
    ...emptyAnswer('grades', query.text),
    status: 'ambiguous',
    headline:
      'I answer for one area at a time: a council’s grades for two areas can come from different inspections, so I don’t put them together into one count.',
    notes: ['Ask for each by itself, and compare the lists.'],
    choices: simple.filter(
      ({ question }, i) => simple.findIndex((each) => each.question === question) === i,
    ),
  };
}

/** Each grade with the area of its clause; a clause that names only one of them takes the other from the one before, or "overall". */
function clausesOf(text: string) {
  let last = gradesNamed(text).slice(0, 1);
  return text
    .replace(TURNS, ' and ')
    .split(/\band\b/)
    .flatMap((clause) => {
      const grades = gradesNamed(clause);
      const named = areasNamed(clause);
      if (grades.length === 0 && named.length === 0) return [];
      if (grades.length > 0) last = grades;
      const each: Area[][] = named.length > 0 ? named : [['overall']];
      return each.flatMap((areas) => last.map((grade) => ({ grade, areas })));
    });
}
