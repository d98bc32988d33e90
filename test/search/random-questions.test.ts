import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerQuestion } from '../../src/answer/index.js';
import { contextOfTameside } from '../support/tameside.js';

// The long run: RANDOM_QUESTIONS=2000.
const QUESTIONS = Number(process.env.RANDOM_QUESTIONS || 300);

const context = await contextOfTameside();

const signs = fc.constantFrom(
  '(',
  '[',
  '{',
  '*',
  '+',
  '?',
  '\\',
  '|',
  '^',
  '$',
  '(a+)+$',
  '.*',
  '{1,9}',
);
const fieldWord = fc.constantFrom(
  ...'tameside ofsted children caseloads supervision placements care leavers missing 2019 latest inspectors say'.split(
    ' ',
  ),
);
const misspelt = fc
  .tuple(fieldWord, fc.nat(9), fc.string({ maxLength: 2 }))
  .map(([word, at, put]) => word.slice(0, at) + put + word.slice(at + 1));
const question = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 60 })
    .map((l) => l.join(' ')),
  fc.array(fc.oneof(signs, fieldWord, misspelt), { maxLength: 60 }).map((l) => l.join('')),
  fc.array(fc.oneof(fieldWord, misspelt), { maxLength: 60 }).map((l) => l.join(' ')),
  fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 7 }), misspelt, signs)
    .map((part) => (part || 'a').repeat(10_000).slice(0, 10_000)),
);

describe('Any text at all', () => {
  it(`is read and answered: ${QUESTIONS} random questions`, () => {
    fc.assert(
      fc.property(question, (text) => {
        const { tokens } = context.reader.read(text, '2026-11-01');
        expect(tokens.length).toBeLessThanOrEqual(500);
        expect(typeof answerQuestion(text, context).headline).toBe('string');
      }),
      { numRuns: QUESTIONS },
    );
  });
});
