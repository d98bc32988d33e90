import type { Remembered } from '../domain/remembered.js';
import type { Answer, Section } from './answer.js';
import { firstScreen, hasMore } from './first-screen.js';
import { leftOutNote, nothingMoreAnswer, restBelow } from './wording/conversation.js';

const MOST_TOLD = 200;

/** What was quoted of an answer so far, also by those to “show me more” before. */
export const toldBefore = ({ told = [], quoted }: Remembered): string[] =>
  [...new Set([...told, ...quoted])].slice(-MOST_TOLD);

/**
 * The answer again with the quotations alone that were not shown yet. Where all were, it is said,
 * or that rows and lines of it stand behind “Show more”.
 */
export function moreOf(answer: Answer, remembered: Remembered): Answer {
  const told = new Set(toldBefore(remembered));
  if (answer.status !== 'found') return nearestLeft(answer, told);
  const citations = answer.citations.filter(({ key }) => !told.has(key));
  if (citations.length === 0) {
    const { rows, lines } = firstScreen(answer).left;
    const isLeft = hasMore({ rows, lines, quotations: 0, choices: 0 });
    const unquoted = answer.sections.map((section) => ({ ...section, points: [] }));
    return isLeft
      ? restBelow({ ...answer, citations: [], sections: unquoted })
      : nothingMoreAnswer(answer);
  }
  return {
    ...answer,
    notes: [leftOutNote],
    table: null,
    citations,
    sections: untold(answer, told),
  };
}

/** What is only near, where nothing answers, without what was shown of it. */
function nearestLeft(answer: Answer, told: ReadonlySet<string>): Answer {
  const nearest = answer.nearest.filter(({ key }) => !told.has(key));
  if (nearest.length === answer.nearest.length) return answer;
  if (nearest.length === 0) return nothingMoreAnswer(answer);
  return { ...answer, notes: [leftOutNote], nearest, sections: untold(answer, told) };
}

const untold = ({ sections }: Answer, told: ReadonlySet<string>): Section[] =>
  sections
    .map((section) => ({
      ...section,
      points: section.points.filter(({ citation }) => !told.has(citation.key)),
    }))
    .filter(({ points }) => points.length > 0);
