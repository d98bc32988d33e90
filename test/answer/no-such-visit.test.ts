import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, letter, passage, THEMES } from '../support/record.js';

const FOCUSED = 'In February 2020, a focused visit found areas for priority action.';
const MONITORED = 'Leaders were slow to respond to several monitoring visits.';
const ask = (question: string) =>
  answerQuestion(
    question,
    createAnswerContext(
      assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
        letter({
          passages: [
            passage({ quote: `Social workers know their children well. ${FOCUSED}` }),
            passage({
              id: 'p2.1',
              locator: { section: null, page: 1, lastPage: null, paragraph: 2, bullet: null },
              quote: MONITORED,
            }),
          ],
        }),
      ]),
    ),
  );

describe('A visit that the record holds no document of', () => {
  it.each([
    ['oldham 2020', 'a visit in 2020', [FOCUSED]],
    ['oldham focused visit 2020', 'a focused visit in 2020', [FOCUSED]],
    ['oldham monitoring visits', 'a monitoring visit', [MONITORED]],
    ['oldham monitoring visit 2020', 'a monitoring visit in 2020', []],
    ['oldham second monitoring visit', 'a second monitoring visit', []],
    ['oldham inspection 2012', 'a visit in 2012', []],
  ])('(%s) is said so, with what other documents mention of it', (question, which, mentioned) => {
    const answer = ask(question);
    expect(answer.status).toBe('nothing_found');
    expect(answer.headline).toContain(`Oldham: this record holds no document of ${which}`);
    expect(answer.citations.map(({ quote }) => quote)).toEqual(mentioned);
    expect(answer.sections.flatMap(({ points }) => points)).toHaveLength(mentioned.length);
  });
});

describe('A council’s trust', () => {
  it('is asked of as a subject, while whether to trust it is asked of the whole council', () => {
    expect(ask('oldham childrens trust').kind).toBe('passages');
    expect(ask('can we trust oldham').kind).toBe('latest');
  });
});
