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
  leaning: null,
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

  it('is that sentence alone where the ones beside it answer nothing', () => {
    expect(snippet(LONG, [temps])).toBe(ON_IT);
  });

  it('is the whole of a short one', () => {
    expect(snippet(ON_IT, [])).toBe(ON_IT);
  });

  it('has the sentence that turns it, and the one that it points to', () => {
    const turned = 'However, most agency staff have had it since the spring of last year.';
    expect(snippet(`${LONG} ${LONG}`.replace('Gaps remain.', turned), [temps])).toContain(turned);
    const pointing = 'They rely on agency staff in each of the four teams of the town.';
    const whom = 'The two services in the north of the county have not been able to recruit.';
    expect(snippet(LONG.replace(ON_IT, `${whom} ${pointing}`), [temps])).toContain(whom);
  });

  it('is what inspectors write for a lay word', () => {
    const means = [{ text: 'elected members', stems: ['elect', 'member'], themes: [] }];
    const councillors = { ...temps, themes: [], layWord: { text: 'politicians', means } };
    expect(snippet(LONG, [councillors])).toContain('which elected members have seen');
  });

  it('is no sentence that says the opposite of what the question leans to', () => {
    const praise = 'Agency staff are supported very well by their managers in all of the teams.';
    const long = LONG.replace(BESIDE, praise);
    const from = long.indexOf(praise);
    const tones = [{ from, to: from + praise.length, tone: 'praise' as const }];
    expect(snippet(long, [temps], tones)).toContain(praise);
    const doubting = { ...temps, leaning: 'criticism' as const };
    expect(snippet(long, [doubting], tones)).toContain(ON_IT);
  });
});
