import { describe, expect, it } from '@jest/globals';
import { INTENTS } from '../../src/answer/intents/index.js';
import { runQuestion } from '../../src/answer/run.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

const context = await contextOfManyCouncils();
const intentOf = (text: string) => runQuestion(text, context).intent;

describe('What can be asked', () => {
  it('has one row for each intent', () => {
    const ids = INTENTS.map(({ id, scope }) => `${id} of ${scope}`);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('never has a question twice among the examples', () => {
    const examples = INTENTS.flatMap((row) => row.examples);
    expect(examples).toEqual([...new Set(examples)]);
  });

  describe.each(INTENTS)('“$id” ($scope)', ({ id, examples, counterExamples }) => {
    it('has at least eight examples and four questions that look alike', () => {
      expect(examples.length).toBeGreaterThanOrEqual(8);
      expect(counterExamples.length).toBeGreaterThanOrEqual(4);
    });

    it.each(examples)('takes “%s”', (question) => {
      expect(intentOf(question)).toBe(id);
    });

    it.each(counterExamples)('leaves “%s” to others', (question) => {
      expect(intentOf(question)).not.toBe(id);
    });
  });
});
