import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  collapseSpace,
  createPhraseMatcher,
  sentences,
  stem,
  words,
} from '../../src/language/index.js';

describe('Words', () => {
  it('are read as a reader reads them', () => {
    expect(words('Children’s return-home interviews at the B&B')).toEqual([
      'children',
      'return',
      'home',
      'interviews',
      'at',
      'the',
      'b&b',
    ]);
  });

  it('of one family share a stem', () => {
    expect(new Set(['supervision', 'supervised', 'supervise'].map(stem)).size).toBe(1);
    expect(stem('children')).toBe(stem('child'));
  });

  it('and sentences of any text never throw, and sentences lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        words(text).forEach(stem);
        expect(sentences(text).join('').replace(/\s/gu, '')).toBe(
          collapseSpace(text).replace(/\s/gu, ''),
        );
      }),
    );
  });
});

describe('Stems', () => {
  it.each([
    ['government', 'governance'],
    ['extremism', 'extremely'],
    ['elective', 'elected'],
    ['careful', 'care'],
    ['severity', 'several'],
    ['international', 'internal'],
  ])('of %s and of %s, which are two things, differ', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it.each([
    ['children', 'child'],
    ['governments', 'government'],
    ['initiatives', 'initiative'],
  ])('of %s and of %s, which are one, are the same', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});

describe('Phrases', () => {
  const phrases = createPhraseMatcher<string>();
  phrases.add(['care', 'leaver'], 'care leavers');
  phrases.add(['care'], 'care');
  phrases.add(['care', 'bear']);
  const met = (text: string) =>
    phrases.scan(words(text)).map(({ value, from, to }) => [value, from, to]);

  it('are met in any form of their words, the longest one only', () => {
    expect(met('what care leavers say of care')).toEqual([
      ['care leavers', 1, 3],
      ['care', 5, 6],
    ]);
  });

  it('hide the shorter ones in them where they stand for nothing', () => {
    expect(met('a care bear')).toEqual([]);
  });
});
