import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerContext,
  answerQuestion,
  type Conversation,
  createKeptAnswers,
} from '../../src/answer/index.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfManyCouncils();
});

const ALONE: Conversation = { remembered: null, from: 'channel' };

describe('A question that is asked again', () => {
  it('gets the answer that was made, for as long as the day and the record stay', () => {
    const answer = createKeptAnswers();
    const text = 'how long since tameside was inspected';
    const first = answer(text, context, ALONE).answer;
    expect(first).toEqual(answerQuestion(text, context));
    expect(answer(text, context, ALONE).answer).toBe(first);
    const later = { ...context, today: () => '2031-01-01' };
    expect(answer(text, later, ALONE).answer).toEqual(answerQuestion(text, later));
    expect(answer(text, later, ALONE).answer).not.toEqual(first);
    let day = '2030-01-01';
    const passing = { ...context, today: () => day };
    const before = answer(text, passing, ALONE).answer;
    day = '2031-01-01';
    expect(answer(text, passing, ALONE).answer).not.toEqual(before);
  });

  it.each([
    'did ofsted mention zebras in tameside',
    'tameside "our own words"',
    'my son was taken into care in tameside',
    'check: tameside is good',
  ])('is answered anew where it may have words of the asker’s own: %s', (text) => {
    const answer = createKeptAnswers();
    const first = answer(text, context, ALONE).answer;
    expect(answer(text, context, ALONE).answer).toEqual(first);
    expect(answer(text, context, ALONE).answer).not.toBe(first);
  });

  it('is answered anew where it goes on with a conversation', () => {
    const answer = createKeptAnswers();
    const { answer: alone, remembered } = answer('tameside care leavers', context, ALONE);
    const talk: Conversation = { remembered, from: 'thread' };
    const next = answer('and in oldham?', context, talk).answer;
    expect(next?.authority?.name).not.toBe(alone?.authority?.name);
    expect(answer('and in oldham?', context, talk).answer).not.toBe(next);
  });
});
