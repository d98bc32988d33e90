import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { runQuestion } from '../../src/answer/run.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, inspection, judgement, letter, passage, report } from '../support/record.js';
import { shippedThemes } from '../support/themes.js';

const themes = shippedThemes();
const contextOf = (...documents: RecordedDocument[]) =>
  createAnswerContext(assembleRecord(AUTHORITIES.authorities, themes, documents));
const finding = (id: string, quote: string, themeIds: string[], changes = {}) =>
  passage({ id, kind: 'finding', tone: 'unmarked', themes: themeIds, quote, ...changes });

const HELD = 'Some children are held in a police station overnight because no home is found.';
const TRAVEL = 'Young people miss support because of poor transport links to the hub.';
const TEETH = 'Dental checks of children in care are completed within the time expected.';
const WORSHIP = 'Personal advisers help young people to attend places of worship.';
const LEADER = 'The director of children’s services is approachable and visible to staff.';
const PERSON = 'A named person keeps the register of visits to each residential unit.';
const HEALTH = 'Children in care have their health needs assessed in a timely way.';

const context = contextOf(
  letter({
    passages: [
      finding('held', HELD, ['emergency-duty']),
      finding('travel', TRAVEL, ['care-leavers']),
      finding('teeth', TEETH, ['health-assessments']),
      finding('worship', WORSHIP, ['diversity-identity']),
      finding('leader', LEADER, ['leadership']),
      finding('person', PERSON, ['children-in-care']),
      finding('health', HEALTH, ['health-assessments']),
    ],
  }),
);
const ask = (question: string) => answerQuestion(question, context);
const first = (question: string) => ask(question).citations[0]?.quote;

describe('A thing of everyday life within a longer everyday phrase', () => {
  it.each([
    ['oldham kids left at the cop shop all night', HELD],
    ['oldham youngsters cant get the bus to the hub', TRAVEL],
  ])('(%s) is answered by what inspectors write for the phrase', (question, quote) => {
    expect(first(question)).toBe(quote);
  });

  it.each(['shops in oldham', 'oldham bus times', 'gcse results oldham this year'])(
    'is no subject of reports where nothing else is asked (%s)',
    (question) => {
      expect(ask(question)).toMatchObject({ status: 'nothing_found', reason: 'not_a_subject' });
    },
  );
});

describe('An everyday subject that reports call otherwise', () => {
  it.each([
    ['do kids in care see a dentist in oldham', TEETH],
    ['dentists for children in care oldham', TEETH],
    ['oldham helping young people find a mosque or a temple', WORSHIP],
  ])('(%s) is answered by their words', (question, quote) => {
    const { status, citations } = ask(question);
    expect(status).toBe('found');
    expect(citations.map((each) => each.quote)).toContain(quote);
  });

  it.each(['childhood obesity in oldham', 'what did ofsted find on teenage obesity in oldham'])(
    'is said to be absent with the word that tells which (%s)',
    (question) => {
      const { status, headline } = ask(question);
      expect(status).toBe('nothing_found');
      expect(headline).toContain('obesity');
    },
  );
});

describe('A word that everybody says and reports seldom have', () => {
  it.each([
    'what is the boss in oldham like as a person',
    'is the person in charge at oldham nice',
  ])('does not rule what is found (%s)', (question) => {
    expect(first(question)).toBe(LEADER);
  });
});

describe('A number of children that no report gives', () => {
  it.each(['population of children in oldham', 'child population oldham'])(
    'is answered by nothing else on the area (%s)',
    (question) => {
      expect(ask(question).status).toBe('nothing_found');
    },
  );
});

describe('A time that is set aside', () => {
  const two = contextOf(
    report({
      judgements: [judgement({ grade: 'good', printed: 'Good' })],
      passages: [finding('new', TEETH, ['health-assessments'], { visit: inspection().id })],
    }),
    letter({ passages: [finding('old', HEALTH, ['health-assessments'])] }),
  );

  it.each([
    'health assessments in oldham, the last report not the 2021 one',
    'oldham health assessments ignoring 2021',
    'oldham health assessments, forget the one from 2021',
    'health assessments oldham other than the 2021 visit',
  ])('(%s) is none that is quoted', (question) => {
    const { citations } = answerQuestion(question, two);
    expect(citations.map(({ quote }) => quote)).toEqual([TEETH]);
  });

  it('is another than the time in which something was not done', () => {
    const { question } = runQuestion('oldham was not inspected in 2021', two);
    expect(question?.spans.map(({ kind }) => kind)).toContain('period');
  });
});

describe('What is asked for in few words', () => {
  it.each([
    ['3 things oldham was told to fix', 'points'],
    ['top three concerns at oldham', 'points'],
    ['what’s up with children’s services in oldham', 'points'],
    ['oldham help & protection judgement', 'ratings'],
    ['name of the lead inspector, oldham, last inspection', 'inspectors'],
  ])('(%s) is understood', (question, intent) => {
    expect(runQuestion(question, context).intent).toBe(intent);
  });

  it('(the days that inspectors were there) is the date of a visit', () => {
    const { status } = ask('oldham - dates inspectors were on site for the focused visit');
    expect(status).toBe('found');
  });
});
