import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { collapseSpace, sentences, stem, words } from '../../src/language/index.js';

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

describe('The theme matcher', () => {
  const theme = (id: string, terms: string[], layWords: string[] = [], not: string[] = []) => ({
    id,
    name: id,
    terms,
    layWords,
    hints: [],
    not,
  });
  const { tag, read } = createThemeMatcher([
    theme('child-in-need-visits', ['child in need', 'visits to children']),
    theme('independent-visitors', ['independent visitor'], ['befriender']),
    theme('adoption', ['adoption', 'adoptive'], [], ['adoption of a model']),
    theme('missing-children', ['missing from home'], ['kids running away', 'runaways']),
  ]);

  it('tags a passage by inspectors’ terms, whatever their endings', () => {
    expect(tag('Independent visitors are rarely offered to children in need.')).toEqual([
      'child-in-need-visits',
      'independent-visitors',
    ]);
  });

  it('does not take a phrase for something it is not', () => {
    expect(tag('The adoption of a model of practice')).toEqual([]);
    expect(tag('Adoptive families wait')).toEqual(['adoption']);
  });

  it('never tags a passage by lay words', () => {
    expect(tag('runaways')).toEqual([]);
  });

  it('reads lay words in a question past its little words, and says where', () => {
    const [mention] = read(words('what about the kids running away in tameside'));
    expect(mention).toMatchObject({ theme: { id: 'missing-children' }, from: 3, to: 6 });
  });
});
