import { newestAreas } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import { themeInSentence } from '../../domain/theme.js';
import { spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked, AskedOfAll } from '../asked.js';
import type { Scope } from '../scope.js';
import { emptyAnswer, listed } from './phrases.js';

/**
 * Part of the question was not understood, so that nothing is listed. A name is not repeated: it
 * may be a person's.
 */
export function notUnderstoodAnswer(
  words: string[],
  known: string | null,
  { question }: Asked,
): Answer {
  const which = words.length > 0 ? words.map((word) => `“${word}”`).join(', ') : 'a name in it';
  return {
    ...emptyAnswer('passages', question.text),
    status: 'nothing_found',
    reason: 'not_understood',
    headline: `I did not understand ${which} in this question, so nothing is listed.`,
    notes: ['Say it in other words, or leave it out.'],
    choices: known ? [{ label: 'Ask without it', question: known }] : [],
    notUnderstood: words,
  };
}

/** A question with more conditions than one list can hold apart. */
export const tangledAnswer = ({ question }: Asked): Answer => ({
  ...emptyAnswer('grades', question.text),
  status: 'nothing_found',
  reason: 'not_understood',
  headline:
    'That asks for several things at once, which one list would mix up: ask for each by itself.',
});

/**
 * A word that is neither English nor in the record may be the name of a place that no register has:
 * then nothing is told of other councils as if it answered. It may be a person's name too, so that
 * it is not repeated.
 */
export function unknownWordAnswer(known: string, scope: Scope, { question }: Asked): Answer {
  return {
    ...emptyAnswer('across', question.text),
    status: 'nothing_found',
    reason: 'no_match',
    headline:
      'A word of this question is no council of the register and no word of this record: I can’t tell what is asked.',
    notes: ['If it is a council, try its full name; if it is a word, try another.'],
    choices: known
      ? [
          {
            label: 'Ask without that word',
            question: scope.places.length > 0 ? `${known} in ${scope.places.join(' and ')}` : known,
          },
        ]
      : [],
  };
}

/** Ofsted grades areas, not every theme: what is quoted instead says so. */
export function notGradedAnswer({ question }: Asked, answer: Answer): Answer {
  const graded = new Set(spansOf(question, 'area').flatMap(({ from, to }) => [from, to]));
  const themes = spansOf(question, 'theme').filter(
    ({ from, to }) => !graded.has(from) && !graded.has(to),
  );
  const names = [...new Set(themes.flatMap(({ value }) => value.map(themeInSentence)))];
  const areas = newestAreas().map((area) => areaName(area).toLowerCase());
  return {
    ...answer,
    notes: [
      `Ofsted gives no grade for ${listed(names)}: it grades ${listed(areas)}.${answer.status === 'found' ? ' What was said of it is quoted here.' : ''}`,
      ...answer.notes,
    ],
  };
}

/** No list can be made of grades that Ofsted does not give: what was said can be asked for. */
export function themeNotGradedAnswer(asked: AskedOfAll): Answer {
  const { question, context } = asked;
  const themes = [...new Set(spansOf(question, 'theme').flatMap(({ value }) => value))];
  const names = themes.map(themeInSentence);
  const areas = newestAreas().map((area) => areaName(area).toLowerCase());
  return {
    ...emptyAnswer('grades', question.text),
    status: 'nothing_found',
    reason: 'not_a_subject',
    headline: `Ofsted gives no grade for ${listed(names)}, so nothing is listed.`,
    notes: [`It grades ${listed(areas)}.`, 'What inspectors said of it can be asked for.'],
    choices:
      context.covered.length > 0
        ? [
            {
              label: `What was said on ${listed(names)}`,
              question: `What did inspectors say about ${listed(names)}?`,
            },
          ]
        : [],
  };
}
