import type { Answer, Section } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import { emptyAnswer, listed } from './phrases.js';

import { latestChoices } from './scope.js';

const HEADLINE = 160;
/** What of each council's answer is quoted beside its first line. */
const QUOTED_EACH = 2;

/** The answers of several councils, one after another; no line is drawn between them. */
export function wordEachAlone(
  answers: Answer[],
  { question, authorities }: AskedOfSeveral,
): Answer {
  const sections = answers.map(
    ({ notes, sections: own }, i): Section => ({
      heading: authorities[i]?.name ?? '',
      lines: notes.slice(0, 1),
      points: own.flatMap(({ points }) => points).slice(0, QUOTED_EACH),
    }),
  );
  const heads = answers
    .map(({ headline }) => (headline.endsWith('.') ? headline.slice(0, -1) : headline))
    .join('; ');
  const names = listed(authorities.map(({ name }) => name));
  const isShort = heads.length < HEADLINE;
  return {
    ...emptyAnswer('passages', question.text),
    status: answers.some(({ status }) => status === 'found') ? 'found' : 'nothing_found',
    headline: isShort ? `${heads}.` : `${names}, each by itself:`,
    notes: isShort ? [] : answers.map(({ headline }) => headline),
    sections,
    choices: latestChoices(authorities),
    citations: answers.flatMap(({ citations }) => citations.slice(0, QUOTED_EACH)),
  };
}
