import { describe, expect, it } from '@jest/globals';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { words } from '../../src/language/index.js';

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
      'independent-visitors',
      'child-in-need-visits',
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
