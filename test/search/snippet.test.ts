import { describe, expect, it } from '@jest/globals';
import { type SearchTerm, snippet } from '../../src/search/index.js';

const AGENCY = {
  id: 'agency-staff',
  name: 'Agency staff',
  terms: ['agency staff', 'agency social worker'],
  layWords: ['temp'],
  hints: [],
  not: [],
};
const temps: SearchTerm = {
  word: 'temps',
  repaired: null,
  stem: 'temp',
  themes: [AGENCY],
  phraseLength: 1,
  layWord: null,
  rarity: 1,
  isKnown: true,
  inDomain: true,
  inVocabulary: true,
  position: 0,
};

const ON_IT = 'Not all agency staff are aware that training is open to them.';
const BESIDE = 'Staff and social workers, and every social worker in training, value the offer.';
const LONG = [
  'Leaders have thought about the offer with care over the last two years, and it is written down in one place.',
  BESIDE,
  'There is a plan for the year ahead, which elected members have seen and which partners helped to write.',
  ON_IT,
  'Gaps remain.',
].join(' ');

describe('What is shown of a long passage', () => {
  it('is the sentence with a phrase of the theme, not one that shares single words with it', () => {
    expect(snippet(LONG, [temps])).toContain(ON_IT);
    expect(snippet(LONG, [temps])).not.toContain(BESIDE);
  });

  it('is a run of the passage, in whole sentences', () => {
    const shown = snippet(LONG, [temps]);
    expect(LONG).toContain(shown);
    expect(shown).toMatch(/^[A-Z].*\.$/);
  });

  it('is the whole of a short one', () => {
    expect(snippet(ON_IT, [])).toBe(ON_IT);
  });
});
