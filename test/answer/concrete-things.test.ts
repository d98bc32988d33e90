import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { runQuestion } from '../../src/answer/run.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, letter, passage } from '../support/record.js';
import { shippedThemes } from '../support/themes.js';

const BICYCLE = 'All children in care are given a bicycle.';
const TOILETRIES = 'Young people in custody do not receive funds for toiletries and phone calls.';
const MAYOR = 'Children enjoy afternoon tea and cake with the mayor.';
const CAMPING = 'Children take part in camping and creative writing.';
const SOFTWARE = 'A pilot uses artificial intelligence to record supervision.';
const FORCES = 'The lack of a voice from the armed forces leaves military families unseen.';
const CHURN = 'There is a lack of stable and effective leadership across the service.';
const SHORTFALL = 'There is a shortfall in foster carers for local children.';
const HALF = 'Only half of children in care have had an up-to-date dental check.';

const context = createAnswerContext(
  assembleRecord(AUTHORITIES.authorities, shippedThemes(), [
    letter({
      passages: [
        [BICYCLE, 'leisure-activities'],
        [TOILETRIES, 'youth-justice'],
        [MAYOR, 'participation'],
        [CAMPING, 'leisure-activities'],
        [SOFTWARE, 'supervision'],
        [FORCES, 'partnership-working', 'criticism' as const],
        [CHURN, 'leadership', 'criticism' as const],
        [SHORTFALL, 'fostering', 'criticism' as const],
        [HALF, 'health-assessments', 'criticism' as const],
      ].map(([quote = '', theme = '', tone], i) =>
        passage({
          id: `p${i}`,
          kind: 'finding',
          quote,
          themes: [theme],
          tone: tone === 'criticism' ? tone : 'unmarked',
        }),
      ),
    }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);

describe('A concrete thing', () => {
  it.each([
    ['free push bikes oldham', BICYCLE],
    ['oldham lads inside cant buy shampoo', TOILETRIES],
    ['money for calls from prison oldham', TOILETRIES],
    ['chatbots in oldham', SOFTWARE],
  ])('(%s) is found by the word that reports have for it', (question, quote) => {
    expect(ask(question).citations[0]?.quote).toBe(quote);
  });

  it.each([
    ['tea with the mayor oldham', MAYOR],
    ['camping oldham', CAMPING],
  ])('(%s) is told where a report tells of it in passing', (question, quote) => {
    expect(ask(question).citations[0]?.quote).toBe(quote);
  });

  it.each(['the mayor of oldham', 'oldham library opening times', 'next mayor oldham'])(
    '(%s) is no subject where no sentence has all of it',
    (question) => {
      expect(ask(question).status).toBe('nothing_found');
    },
  );
});

describe('What is missing', () => {
  it('is criticism of what is named beside it', () => {
    const { citations } = ask('army families oldham whats missing');
    expect(citations.map(({ quote }) => quote)).toEqual([FORCES]);
  });

  it('is not what the record lacks, but for the record', () => {
    expect(runQuestion('what is missing from the record on oldham', context).intent).toBe(
      'sources',
    );
    expect(runQuestion('whats lacking oldham', context).intent).not.toBe('sources');
  });
});

describe('A claim with a tag behind it', () => {
  it.each([
    ['oldham has steady leadership, true?', CHURN],
    ['oldham has plenty of foster carers havent they', SHORTFALL],
  ])('(%s) is contradicted by a report that says the contrary', (question, quote) => {
    const { claim, citations } = ask(question);
    expect(claim).toBe('opposed');
    expect(citations[0]?.quote).toBe(quote);
  });

  it('is never contradicted by what agrees with it', () => {
    expect(ask('oldham is short of foster carers, true?').claim).not.toBe('opposed');
  });
});

describe('A share in words', () => {
  it('is the figure asked for where its sentence has all of the question', () => {
    const { headline, citations } = ask('how many oldham kids had their teeth checked');
    expect(citations[0]?.quote).toBe(HALF);
    expect(headline).not.toMatch(/figure/);
  });
});

describe('A question with misspelt or everyday words of asking', () => {
  it.each([
    ['oldham inspecters worries', 'points'],
    ['homework ofsted gave oldham', 'recommendations'],
    ['every verdict on oldham', 'timeline'],
  ])('(%s) is read as what it asks', (question, kind) => {
    const known = {
      points: 'concerns in oldham',
      recommendations: 'what must oldham improve',
      timeline: 'oldham history',
    };
    expect(runQuestion(question, context).intent).toBe(
      runQuestion(known[kind as keyof typeof known], context).intent,
    );
  });
});
