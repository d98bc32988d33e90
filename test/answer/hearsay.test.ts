import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    reportOf('oldham', '2024-05-13', { grades: { overall: 'good' } }),
  ]),
);
const headlineOf = (question: string) => answerQuestion(question, context).headline;

describe('A grade that somebody passes on', () => {
  it.each([
    'I heard oldham is good',
    'according to the guardian, oldham is good',
    'the bbc says oldham is good',
  ])('is held to the record, whoever said it (%s)', (question) => {
    expect(headlineOf(question)).toContain('Oldham: yes, good overall');
  });

  it('is denied where another was given', () => {
    expect(headlineOf('I heard that oldham is inadequate')).not.toContain('yes');
    expect(headlineOf('I heard that oldham is inadequate')).toContain('good');
  });
});
