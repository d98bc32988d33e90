import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  inspection,
  judgement,
  letter,
  OLDHAM,
  passage,
  report,
  visit,
} from '../support/record.js';
import { shippedThemes } from '../support/themes.js';

const themes = shippedThemes();
const ask = (question: string, ...documents: RecordedDocument[]) =>
  answerQuestion(
    question,
    createAnswerContext(assembleRecord(AUTHORITIES.authorities, themes, documents)),
  );

const finding = (id: string, quote: string, themeIds: string[], changes = {}) =>
  passage({ id, kind: 'finding', tone: 'unmarked', themes: themeIds, quote, ...changes });
const newer = { visit: inspection().id };

const EXPLOITED = 'Children at risk of criminal exploitation are identified promptly by the team.';
const VAPES = 'The council has run a campaign on vaping in all secondary schools.';
const SUPERVISED = 'Social workers have regular supervision that is recorded well.';
const ONCE_SUPERVISED = 'Social workers had regular supervision that was recorded fully.';
const POORLY_SUPERVISED = 'Supervision of social workers is irregular, weak and poorly recorded.';

/** A full inspection of 2024 and a focused visit of 2021. */
const both = (newest: string[], older: string[]) => [
  report({
    judgements: [judgement({ grade: 'good', printed: 'Good' })],
    passages: newest.map((quote, i) => finding(`n${i}`, quote, ['supervision'], newer)),
  }),
  letter({ passages: older.map((quote, i) => finding(`o${i}`, quote, ['supervision'])) }),
];

describe('Words that say how to answer, or what for', () => {
  it.each([
    'give me a quote about supervision in oldham i can use',
    'any quotes on supervision in oldham',
    'oldham supervision, for a story',
    'what did the last two reports say about supervision in oldham',
    'i need a quote for my article about supervision in oldham',
  ])('(%s) are nothing that is looked for', (question) => {
    const { status, headline, citations } = ask(question, ...both([SUPERVISED], [ONCE_SUPERVISED]));
    expect(status).toBe('found');
    expect(headline).not.toMatch(/nearest|quote|story|article|two/);
    expect(citations[0]?.quote).toBe(SUPERVISED);
  });
});

describe('A subject narrower than a theme that no page speaks of', () => {
  const held = letter({ passages: [finding('p1', EXPLOITED, ['criminal-exploitation'])] });

  it.each([
    ['knife crime in oldham', 'knife crime'],
    ['stabbings oldham', 'stabbings'],
    ['what did ofsted say about county lines in oldham', 'county lines'],
    ['oldham victims of modern slavery', 'modern slavery'],
    ['gypsy families in oldham', 'gypsy'],
    ['is there a problem with vaping in oldham', 'vaping'],
    ['eating disorders in oldham', 'eating disorders'],
    ['mother and baby placements oldham', 'mother and baby'],
    ['oldham children of prisoners', 'children of prisoners'],
  ])('(%s) is said first, with the asker’s word and no answer quoted', (question, word) => {
    const { status, headline, citations } = ask(question, held);
    expect({ status, citations }).toEqual({ status: 'nothing_found', citations: [] });
    expect(headline).toContain(`No report held on Oldham uses “${word}”`);
    expect(headline.length).toBeLessThan(160);
  });

  it('leads to what is nearest on its theme, set apart', () => {
    const { nearest, citations } = ask('knife crime in oldham', held);
    expect(nearest.map(({ quote }) => quote)).toEqual([EXPLOITED]);
    expect(citations).toEqual([]);
  });

  it('is a note where the question asks for more than that', () => {
    const answer = ask('oldham criminal exploitation and county lines', held);
    expect(answer.status).toBe('found');
    expect(answer.notes.join(' ')).toContain('uses “county lines”');
  });
});

describe('A subject narrower than a theme that a page speaks of', () => {
  const held = letter({
    passages: [
      finding('p1', EXPLOITED, ['substance-misuse', 'criminal-exploitation']),
      finding('p2', VAPES, ['substance-misuse']),
    ],
  });

  it.each(['vaping in oldham', 'vapes oldham', 'e-cigarettes in oldham'])(
    '(%s) is answered by what speaks of it, in whatever words for it',
    (question) => {
      expect(ask(question, held).citations.map(({ quote }) => quote)).toEqual([VAPES]);
    },
  );

  it('is not met in a word that only begins alike', () => {
    const board = letter({
      passages: [finding('p1', 'The improvement board meets monthly.', ['improvement-planning'])],
    });
    expect(ask('boarding schools in oldham', board).citations).toEqual([]);
  });
});

describe('What a quotation has only a part of', () => {
  const INVESTED = 'Leaders have secured money for early help and for family hubs.';
  const SAVED = 'Children in care have savings and pocket money, and know what they are due.';
  const about = (quote: string) =>
    ask(
      'do kids in oldham get pocket money',
      report({ passages: [finding('n1', quote, ['investment-resources'], newer)] }),
    );

  it('is told as nearest to what was asked, never as praise or criticism of it', () => {
    const { headline } = about(INVESTED);
    expect(headline).toContain('nearest');
    expect(headline).not.toMatch(/praised|criticised|spoken of/);
  });

  it('is told as what was asked where a sentence has all of it', () => {
    const { headline, citations } = about(SAVED);
    expect(headline).not.toContain('nearest');
    expect(citations[0]?.quote).toBe(SAVED);
  });
});

describe('A question that names no time', () => {
  it('is answered by the newest visit before an older one that says as much', () => {
    const answer = ask('regular supervision oldham', ...both([SUPERVISED], [ONCE_SUPERVISED]));
    expect(answer.citations[0]?.quote).toBe(SUPERVISED);
    expect(answer.headline).toContain('15–26 January 2024');
  });

  it('is told where only an older visit answers', () => {
    const [newest, older] = both(['Care leavers live in homes of their own.'], [POORLY_SUPERVISED]);
    const answer = ask('irregular supervision oldham', ...[newest, older].flatMap((d) => d ?? []));
    expect(answer.citations[0]?.quote).toBe(POORLY_SUPERVISED);
    expect(answer.headline).toContain('9–10 March 2021');
  });

  it('is answered from the time that it names, where it names one', () => {
    const answer = ask('supervision in oldham 2021', ...both([SUPERVISED], [POORLY_SUPERVISED]));
    expect(answer.citations.map(({ quote }) => quote)).toEqual([POORLY_SUPERVISED]);
  });
});

describe('Whether something was said', () => {
  const praised = letter({
    passages: [finding('p1', SUPERVISED, ['supervision'], { tone: 'praise' })],
  });
  const criticised = letter({
    passages: [finding('p1', POORLY_SUPERVISED, ['supervision'], { tone: 'criticism' })],
  });

  it.each([
    'did ofsted say supervision in oldham is terrible',
    'is it true that supervision in oldham is poor',
    'ofsted said oldham has no supervision, is that right?',
  ])('(%s) is answered with what was said instead, and that it is the other way', (question) => {
    const { claim, citations } = ask(question, praised);
    expect(citations[0]?.quote).toBe(SUPERVISED);
    expect(claim).toBe('opposed');
  });

  it('is not answered with yes for words that only lean the same way', () => {
    const { headline } = ask('did ofsted say supervision in oldham is terrible', criticised);
    expect(headline).not.toContain('yes');
    expect(headline).toContain('not in these words');
  });

  it('is answered with yes for the very words', () => {
    const { headline, citations } = ask(
      'did ofsted say supervision of social workers is irregular in oldham',
      criticised,
    );
    expect(headline).toContain('yes');
    expect(citations[0]?.quote).toBe(POORLY_SUPERVISED);
  });

  it('is refused where nothing is near', () => {
    const { status, headline, citations } = ask(
      'did ofsted say oldham is full of aliens',
      criticised,
    );
    expect({ status, citations }).toEqual({ status: 'nothing_found', citations: [] });
    expect(headline.length).toBeLessThan(160);
  });
});

describe('When a grade was left', () => {
  const failing = visit({ id: `${OLDHAM}-ilacs-2019-05-13`, kind: 'ILACS', period: '2019-05-13' });
  const earlier = report({
    source: { ...report().source, id: 'oldham-2019-report' },
    visits: [{ ...inspection(), ...failing, windows: [], start: null, end: null }],
    judgements: [judgement({ visit: failing.id, grade: 'inadequate', printed: 'Inadequate' })],
    passages: [],
  });

  it.each(['when did oldham get out of inadequate', 'when did oldham stop being inadequate'])(
    '(%s) is told by the first inspection that gave another',
    (question) => {
      const now = report({ judgements: [judgement({ grade: 'good', printed: 'Good' })] });
      const { headline, citations } = ask(question, earlier, now);
      expect(headline).toContain('no longer inadequate');
      expect(headline).toContain('15–26 January 2024');
      expect(citations.map(({ quote }) => quote.toLowerCase())).toEqual(['good', 'inadequate']);
    },
  );
});
