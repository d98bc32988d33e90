import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  letter,
  OLDHAM,
  passage,
  ROCHDALE,
  source,
  THEMES,
  visit,
} from '../support/record.js';

const NO_FIGURE = 'no figure for that was found';
/** A figure is quoted, of something else as far as the bot can tell. */
const PERHAPS_OTHER = 'may not be the one asked for';

const told = (urn: string, quotes: string[]) => {
  const own = visit({ id: `${urn}-focused-visit-2021-03-09`, urn });
  return letter({
    urn,
    source: source({ id: `${urn}-letter`, sha256: urn.padEnd(64, '0') }),
    visits: [own],
    passages: quotes.map((quote, i) =>
      passage({
        id: `p${i + 1}`,
        visit: own.id,
        tone: 'unmarked',
        locator: { section: null, page: 1, lastPage: null, paragraph: i + 1, bullet: null },
        themes: [/caseload/i.test(quote) ? 'caseloads' : 'care-leavers'],
        quote,
      }),
    ),
  });
};
const answer = (question: string, ...quotes: string[]) =>
  answerQuestion(
    question,
    createAnswerContext(
      assembleRecord(AUTHORITIES.authorities, THEMES.themes, [told(OLDHAM, quotes)]),
    ),
  );
const quoted = (question: string, ...quotes: string[]) =>
  answer(question, ...quotes).citations.map(({ quote }) => quote);

const HIGH = 'Caseloads are too high in some teams.';

describe('“Too many”', () => {
  it.each(['too many caseloads', 'do many have high caseloads', 'a large number of caseloads'])(
    'and the like (%s) ask for no figure',
    (words) => {
      expect(answer(`oldham ${words}`, HIGH).headline).not.toContain(NO_FIGURE);
    },
  );

  it.each([
    'how many caseloads',
    'what percentage of caseloads',
    'proportion of caseloads',
    'average caseload',
    'number of caseloads',
  ])('is not “%s”, which does', (words) => {
    expect(answer(`oldham ${words}`, HIGH).headline).toContain(NO_FIGURE);
  });
});

describe('Who asks for a figure', () => {
  it('gets only passages that give one for what was asked', () => {
    const figure = 'Caseloads average 17 children in most teams.';
    expect(quoted('oldham average caseload', HIGH, figure)).toEqual([figure]);
  });

  it.each([
    'Care leavers under 21 and those aged 16 to 18 are helped by 2 years of support.',
    'Caseloads were read in March 2014 under section 47.',
    'Caseloads in the 16+ service are manageable for those 18- to 25-year-olds.',
  ])('is not given a number that counts nothing: “%s”', (quote) => {
    expect(
      answer(`oldham average ${/care/i.test(quote) ? 'care leavers' : 'caseload'}`, quote).headline,
    ).toContain(NO_FIGURE);
  });

  it('is not given the figure of another subject that stands in the same passage', () => {
    const other = `${HIGH} Records show that 86% of children had a dental check in the year.`;
    expect(answer('oldham percentage of caseloads', other).headline).toContain(PERHAPS_OTHER);
  });

  it('for how many there are is not given a share of them', () => {
    const share = 'The council is in touch with 58% of care leavers.';
    const count = 'In the spring the service helped 82 care leavers.';
    expect(answer('oldham how many care leavers', share).headline).toContain(PERHAPS_OTHER);
    expect(quoted('oldham how many care leavers', share, count)).toEqual([count]);
  });

  it('for how many there are is not given how many of them do something', () => {
    const most =
      'Most care leavers live in suitable homes, and two care leavers went to university.';
    expect(answer('oldham how many care leavers', most).headline).toMatch(/figure/);
  });

  it('for how many there are gets the count of a day before any other', () => {
    const some = 'In the spring the service helped 82 care leavers.';
    const all = 'At 31 March 2021, 240 care leavers were supported by the council.';
    expect(quoted('oldham how many care leavers', some, all)).toEqual([all]);
    const then = 'Numbers rose, with 245 care leavers supported at the point of inspection.';
    expect(quoted('oldham how many care leavers', some, then)).toEqual([then]);
  });

  it('is shown the sentence of a long passage that has it', () => {
    const figure = 'Social workers each have caseloads of 19 children.';
    const long = `Leaders know that caseloads and the average caseload of newly qualified staff are their first concern, and they have told the council so. ${'Managers read every plan with care. '.repeat(8)}${figure}`;
    expect(quoted('oldham average caseload', long)).toEqual([figure]);
  });

  it('of all councils is not told that only those have findings which give a figure', () => {
    const record = assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
      told(OLDHAM, [HIGH]),
      told(ROCHDALE, ['Caseloads average 17 children in most teams.']),
    ]);
    const { headline, notes } = answerQuestion('average caseload', createAnswerContext(record));
    expect(headline).toContain('One council’s report');
    expect(notes).toContain('Only passages with a figure are shown.');
  });
});

describe('A percent sign', () => {
  it('stands for the word: “what % of”', () => {
    const share = 'Care leavers who are not in education or employment (52%) are monitored.';
    const other = 'Care leavers are supported to pursue education or employment.';
    expect(quoted('oldham what % of care leavers arent in education', other, share)[0]).toBe(share);
  });
});
