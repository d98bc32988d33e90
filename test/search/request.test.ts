import { describe, expect, it } from '@jest/globals';
import { assembleRecord } from '../../src/domain/record.js';
import { stem } from '../../src/language/index.js';
import { createSearch, type SearchRequest, type SearchTerm } from '../../src/search/index.js';
import { AUTHORITIES, inspection, letter, passage, THEMES, visit } from '../support/record.js';

const caseloads = THEMES.themes.filter(({ id }) => id === 'caseloads');
const later = inspection();
const record = assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
  letter({
    visits: [visit(), later],
    passages: [
      passage({ id: 'before', tone: 'criticism', quote: 'Caseloads are too high in some teams.' }),
      passage({ id: 'after', visit: later.id, quote: 'Caseloads are now low in all teams.' }),
      passage({ id: 'other', quote: 'Leaders know what needs to be done, and by when.' }),
    ],
  }),
]);
const search = createSearch(record, { stopWords: new Set() });

const term = (word: string, changes: Partial<SearchTerm> = {}): SearchTerm => ({
  word,
  repaired: null,
  stem: stem(word),
  themes: [],
  phraseLength: 1,
  layWord: null,
  leaning: null,
  rarity: 1,
  isKnown: true,
  inDomain: true,
  inVocabulary: true,
  position: 0,
  ...changes,
});
const onCaseloads: SearchRequest = {
  terms: [term('caseloads', { themes: caseloads })],
  themes: [],
  themePhrases: 1,
  associations: [],
  outOfScope: [],
  literalPhrase: null,
  urns: [],
  visitIds: null,
  preferredVisitIds: null,
  kind: { speaker: null, tone: null, recommendations: false },
};
const find = (changes: Partial<SearchRequest> = {}) => {
  const { hits, ...rest } = search.find({ ...onCaseloads, ...changes });
  return { ...rest, found: hits.map(({ passage: { passage: found } }) => found.id) };
};
const [first = visit()] = record.visits.filter(({ id }) => id === visit().id);

describe('A search request', () => {
  it('finds the passages that cover it, in all councils or in those it names', () => {
    expect(find().found.toSorted()).toEqual(['after', 'before']);
    expect(find({ urns: [first.urn] }).found.toSorted()).toEqual(['after', 'before']);
    expect(find({ urns: ['80542'] })).toMatchObject({ verdict: 'no_match', found: [] });
  });

  it('is answered from the visits it is about, with what others would give counted', () => {
    expect(find({ visitIds: new Set([first.id]) }).found).toEqual(['before']);
    expect(find({ visitIds: new Set() })).toMatchObject({ found: [], elsewhere: 2 });
  });

  it('prefers the kind of point it asks for', () => {
    const kind = { speaker: null, tone: 'praise' as const, recommendations: false };
    expect(find({ kind }).found).toEqual(['after']);
  });

  it('is not answered where its topic is out of scope', () => {
    const potholes = {
      id: 'streets',
      name: 'streets',
      from: 0,
      to: 1,
      isNeverTreated: false,
      isForYoung: false,
    };
    expect(find({ outOfScope: [potholes] })).toMatchObject({
      verdict: 'not_a_subject',
      found: [],
      outOfScope: potholes,
    });
  });

  it('of words that no passage has is not answered', () => {
    const terms = [term('xylophone', { inDomain: false, inVocabulary: false })];
    expect(find({ terms })).toMatchObject({ verdict: 'no_match', found: [] });
  });

  it('finds by what inspectors write for a lay word', () => {
    const means = [{ text: 'leaders', stems: ['leader'], themes: [] }];
    const bosses = term('bosses', { layWord: { text: 'bosses', means }, inVocabulary: false });
    expect(find({ terms: [bosses] })).toMatchObject({ verdict: 'found', found: ['other'] });
  });
});

describe('A rare word of the asker’s own', () => {
  it('is among the passages read first, whatever themes are named beside it', () => {
    const onTheme = Array.from({ length: 150 }, (_, i) =>
      passage({ id: `theme-${i}`, quote: `Caseloads are high and caseloads rise in team ${i}.` }),
    );
    const rare = passage({ id: 'rare', quote: 'An airport lies within the boundary of the town.' });
    const large = assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
      letter({ visits: [visit()], passages: [...onTheme, rare] }),
    ]);
    const own = createSearch(large, { stopWords: new Set() });
    const rarity = own.vocabulary.rarity('airport');
    const terms = [...onCaseloads.terms, term('airport', { rarity, inDomain: false, position: 1 })];
    const { hits } = own.find({ ...onCaseloads, terms, urns: [visit().urn] });
    expect(hits.slice(0, 3).map(({ passage: { passage: found } }) => found.id)).toContain('rare');
  });
});
