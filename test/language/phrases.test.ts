import { describe, expect, it } from '@jest/globals';
import { createPhraseFinder, stem } from '../../src/language/index.js';

const found = (phrases: string[], text: string, sets: Record<string, string[]> = {}) =>
  createPhraseFinder(
    phrases.map((phrase) => [phrase, phrase] as const),
    sets,
  )
    .find(text.split(' '))
    .map(({ value, words }) => ({ value, words }));

describe('Phrases of a vocabulary file', () => {
  it.each([
    ['how many', 'how many councils', [0, 1]],
    ['(say|said) so', 'they said so', [1, 2]],
    ['what (to do|is done) now', 'what is done now', [0, 1, 2, 3]],
    ['the? last visit', 'last visit', [0, 1]],
    ['the? last visit', 'the last visit', [0, 1, 2]],
    ['needs .. to improve', 'needs very much to improve', [0, 3, 4]],
    ['needs .. to improve', 'needs to improve', [0, 1, 2]],
    ['<visit> of .. year', 'monitoring visit of that year', [0, 1, 2, 4]],
  ])('“%s” is met in “%s”', (phrase, text, words) => {
    const sets = { visit: ['inspection', 'monitoring? visit'] };
    expect(found([phrase], text, sets)).toContainEqual({ value: phrase, words });
  });

  it('do not reach over more than two words', () => {
    expect(found(['needs .. to improve'], 'needs one two three to improve')).toEqual([]);
  });

  it('are met in the order of their file, whatever was asked before', () => {
    const finder = createPhraseFinder([
      ['(a|b) c', 1],
      ['a c', 2],
      ['.. c', 3],
    ]);
    finder.find(['c']);
    const values = finder.find(['a', 'c']).flatMap(({ value, from }) => (from === 0 ? value : []));
    expect(values).toEqual([1, 2, 3]);
  });

  it('are met by their stems where these are what is held against each other', () => {
    const finder = createPhraseFinder([['road repair', true]], {}, stem);
    expect(finder.find(['roads', 'repaired'])).toHaveLength(1);
  });

  it('name all their words, those of their sets too', () => {
    const { words } = createPhraseFinder([['the? (last|next) <visit>', 1]], {
      visit: ['full one'],
    });
    expect([...words].sort()).toEqual(['full', 'last', 'next', 'one', 'the']);
  });

  it.each([
    ['a set that is not given', ['the <visit>'], {}],
    ['a set that names itself', ['<a>'], { a: ['one <b>'], b: ['two <a>'] }],
  ])('are refused where they name %s', (_, phrases, sets) => {
    expect(() => found(phrases, '', sets)).toThrow(RangeError);
  });

  it('cost no more where thousands of ways are written in one', () => {
    const many = Array.from({ length: 12 }, (_, i) => `(a${i}|b${i}|c${i})?`).join(' ');
    expect(found([`${many} end`], 'a0 b3 c11 end')).toContainEqual({
      value: `${many} end`,
      words: [0, 1, 2, 3],
    });
  });
});
