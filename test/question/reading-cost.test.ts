import { describe, expect, it } from '@jest/globals';
import { createInspectorAnnotator } from '../../src/question/annotators/inspector.js';
import { orderAnnotator } from '../../src/question/annotators/order.js';
import { createPeriodAnnotator } from '../../src/question/annotators/period.js';
import { timeAskedAnnotators } from '../../src/question/annotators/time-asked.js';
import { visitAnnotators } from '../../src/question/annotators/visits.js';
import { readingOf } from '../support/reading.js';

const annotators = [
  createPeriodAnnotator({ today: '2026-11-27' }),
  orderAnnotator,
  ...timeAskedAnnotators,
  ...visitAnnotators,
  createInspectorAnnotator({ names: ['Neil Penswick', 'Paula Thomson-Jones'] }),
];
const LENGTH = 500;
const TRIES = 20;

describe('Words of time, visits and order', () => {
  it.each([
    'in ',
    'since the about the week of ',
    'march,',
    'march and ',
    '1-1-',
    '2018-',
    '20/',
    'last ',
    'a ',
    'end of the ',
    'when when was ',
    'how long since ',
    'monitoring visit first ',
    'most more than any ',
    'who inspected by ',
    '\u2019',
    'x',
  ])('cost no more where “%s” is typed over and over', (piece) => {
    const reading = readingOf(piece.repeat(LENGTH).slice(0, LENGTH));
    const taken = Array.from({ length: TRIES }, () => {
      const start = performance.now();
      for (const annotator of annotators) annotator.annotate(reading);
      return performance.now() - start;
    });
    expect(Math.min(...taken)).toBeLessThan(10);
  });
});
