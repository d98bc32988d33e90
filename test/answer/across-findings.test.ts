import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { markedSentences, toneOfMarked } from '../../src/domain/passage-tones.js';
import { assembleRecord } from '../../src/domain/record.js';
import { ThemeList } from '../../src/domain/theme.js';
import { type CouncilKey, REGISTER, reportOf } from '../support/councils.js';

const { themes: THEMES } = ThemeList.parse(
  JSON.parse(readFileSync(new URL('../../data/themes.json', import.meta.url), 'utf8')),
);
const POOR = 'Supervision is poor and infrequent.';
const GOOD = 'Supervision is regular, reflective and highly effective.';
const CIN = 'Plans for children in need are weak and lack timescales.';
const OTHER_PLANS = 'Child protection plans are weak and lack contingencies.';
const BESIDE = 'Foster carers are well supported by the fostering team.';

/** A report whose sentences are marked as an import marks them. */
function marked(council: CouncilKey, day: string, says: [string, string][]) {
  const report = reportOf(council, day, { says });
  const passages = report.passages.map((passage) => {
    const tones = markedSentences({ ...passage, section: passage.locator.section });
    return { ...passage, tones, tone: toneOfMarked(tones) };
  });
  return { ...report, passages };
}

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES, [
    marked('oldham', '2024-05-13', [[`${BESIDE} ${GOOD}`, 'supervision']]),
    marked('oldham', '2019-01-21', [[POOR, 'supervision']]),
    marked('rochdale', '2023-01-23', [[`${BESIDE} ${POOR}`, 'supervision']]),
    marked('leeds', '2022-02-21', [
      [BESIDE, 'fostering'],
      [OTHER_PLANS, 'plans-planning'],
    ]),
    marked('hackney', '2016-07-04', [
      [CIN, 'children-in-need'],
      ['No child is placed in bed and breakfast.', 'bed-and-breakfast'],
    ]),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);
const quotes = (question: string) =>
  ask(question).citations.map(({ urn, quote }) => [
    REGISTER.find((council) => council.urn === urn)?.name,
    quote,
  ]);

describe('Findings across councils', () => {
  it.each(['who was criticised for supervision', 'councils with poor supervision'])(
    '(%s) quote criticism alone, the sentence and not its paragraph',
    (question) => {
      expect(quotes(question)).toEqual([['Rochdale', POOR]]);
      expect(ask(question).headline).toContain('In at least 1 of the 4 newest reports held');
    },
  );

  it.each(['who was praised for supervision', 'councils with outstanding supervision'])(
    '(%s) quote praise alone',
    (question) => expect(quotes(question)).toEqual([['Oldham', GOOD]]),
  );

  it('are of the newest full inspection, and of an older one where its time is named', () => {
    expect(quotes('who was criticised for supervision in 2019')).toEqual([['Oldham', POOR]]);
  });

  it.each([
    'which councils have been criticised for supervision',
    'who has been criticised for supervision',
  ])('(%s) are no history because of a tense', (question) => {
    expect(quotes(question)).toEqual([['Rochdale', POOR]]);
    expect(ask(question).headline).toContain('of the 4 newest reports held');
  });

  it.each([
    'which councils have weak plans for children in need',
    'where is planning for children in need weak',
    'which councils have weak child in need plans',
  ])('(%s) are of the plans that are named, and of no others', (question) => {
    expect(quotes(question)).toEqual([['Hackney', CIN]]);
  });

  it.each([
    'which councils were criticised for how they deal with supervision',
    'who was criticised for how social workers respond to supervision',
    'where is supervision of casework poor',
  ])('(%s) ask for no word that only says how it is done', (question) => {
    expect(quotes(question)).toEqual([['Rochdale', POOR]]);
  });

  it('of which there are none of the tone asked for are said to be none', () => {
    const { status, headline, citations } = ask('who was criticised for fostering');
    expect([status, citations]).toEqual(['nothing_found', []]);
    expect(headline).toContain('none of the 4 newest reports held');
  });

  it('are no sentence that says there is none of it', () => {
    expect(quotes('where are children in bed and breakfast')).toEqual([]);
  });

  it('name nothing as found where a word of the question is in no sentence on its theme', () => {
    const { status, citations, nearest } = ask('supervision of lighthouse keepers');
    expect([status, citations]).toEqual(['nothing_found', []]);
    expect(nearest.length).toBeGreaterThan(0);
  });
});

describe('Mentions over time', () => {
  it('are the reports of each year that treat a theme, of those held', () => {
    const { table, notes } = ask('how often is supervision mentioned over the years');
    expect(table?.rows).toEqual([
      ['2016', '1', '0', '0 %'],
      ['2019', '1', '1', '100 %'],
      ['2022', '1', '0', '0 %'],
      ['2023', '1', '1', '100 %'],
      ['2024', '1', '1', '100 %'],
    ]);
    expect(notes.join(' ')).toContain('of the reports held alone');
  });
});

describe('First lines of answers on many councils', () => {
  it.each([
    'who was criticised for supervision',
    'which councils were inspected in 2023',
    'grades by region',
    'how often is supervision mentioned over the years',
    'compare oldham and rochdale',
    'average time between inspections',
  ])('(%s) are one sentence under 160 characters', (question) => {
    const { headline } = ask(question);
    expect(headline.length).toBeLessThan(160);
    expect(headline.match(/[.!?](?:\s|$)/g)).toHaveLength(1);
  });
});

describe('Everyday words across councils', () => {
  const HIGH = 'Caseloads are too high in most teams.';
  const LATE =
    'There are significant delays in completing health assessments, and too many are late.';
  const PROMPT = 'Initial health assessments are completed promptly and to a high standard.';
  const held = createAnswerContext(
    assembleRecord(REGISTER, THEMES, [
      marked('oldham', '2024-05-13', [
        [HIGH, 'caseloads'],
        [PROMPT, 'health-assessments'],
      ]),
      marked('rochdale', '2023-01-23', [[LATE, 'health-assessments']]),
      marked('leeds', '2022-02-21', [['Caseloads are manageable.', 'caseloads']]),
    ]),
  );
  const quoted = (question: string) =>
    answerQuestion(question, held).citations.map(({ quote }) => quote);

  it('are met by what inspectors write for them, with the polarity that they have', () => {
    expect(quoted('where are social workers run off their feet')).toEqual([HIGH]);
  });

  it.each(['where are health checks late', 'councils told off about overdue health checks'])(
    '(%s) ask of a criticism a word for delay, whichever',
    (question) => expect(quoted(question)).toEqual([LATE]),
  );

  it('find nothing where a thing that they name is on no page', () => {
    expect(quoted('where are caseloads of dragons too high')).toEqual([]);
  });
});

describe('Of the sentences on a theme', () => {
  const CHURN = 'Staff turnover in the senior leadership team is too high.';
  const LEAVING = 'High turnover of social workers means that children have to retell their story.';
  const READY = 'Young people are well prepared for independence by skilled personal advisers.';
  const held = createAnswerContext(
    assembleRecord(REGISTER, THEMES, [
      marked('oldham', '2024-05-13', [[CHURN, 'recruitment-retention']]),
      marked('rochdale', '2023-01-23', [[LEAVING, 'recruitment-retention']]),
      marked('leeds', '2022-02-21', [[READY, 'independence-skills']]),
    ]),
  );
  const quoted = (question: string) =>
    answerQuestion(question, held).citations.map(({ quote }) => quote);

  it.each([
    'where do they fail to hang on to social workers',
    'which councils keep losing their social workers',
  ])('(%s) the one with the asker’s own words comes first, and not the newest', (question) =>
    expect(quoted(question)[0]).toBe(LEAVING),
  );

  it.each([
    'who is praised for preparing teenagers for independence',
    'who prepares their teenagers for independence',
  ])('(%s) those of a theme whose name the question has in pieces are found', (question) =>
    expect(quoted(question)).toEqual([READY]),
  );

  it('what is asked next leaves out that many councils were asked about', () => {
    const { choices } = answerQuestion('which councils are criticised for staff turnover', held);
    expect(choices.map(({ question }) => question)).toContain('Oldham: concerns: staff turnover');
  });
});
