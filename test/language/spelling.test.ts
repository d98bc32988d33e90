import { describe, expect, it } from '@jest/globals';
import { createSpeller } from '../../src/language/index.js';

const speller = createSpeller(
  new Map(
    Object.entries({
      supervision: 9,
      caseloads: 5,
      accommodation: 4,
      neglect: 8,
      covered: 3,
      agency: 6,
      pathway: 5,
    }),
  ),
);

describe('Spelling', () => {
  it.each([
    ['supervison', 'supervision'],
    ['caselods', 'caseloads'],
    ['acommodation', 'accommodation'],
    ['negelct', 'neglect'],
    ['agancy', 'agency'],
  ])('“%s” is repaired to “%s”', (typed, meant) => {
    expect(speller.repair(typed)).toBe(meant);
  });

  it.each(['coerced', 'agency', 'temps', 'pathways', 'xyzzyq', 'agé', '2018'])(
    '“%s” is left alone',
    (typed) => {
      expect(speller.repair(typed)).toBeNull();
    },
  );
});
