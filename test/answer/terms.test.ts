import { describe, expect, it } from '@jest/globals';
import { answerQuestion, firstScreen } from '../../src/answer/index.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

const context = await contextOfManyCouncils();
const ask = (text: string) => answerQuestion(text, context);

describe('A term of inspection', () => {
  it.each([
    ['what does SIF stand for', /2013 to 2017/],
    ['whats an ilacs inspection', /since 2018/],
    ['what are monitoring visits?', /no grade/],
    ['what does it mean to be rated inadequate', /lowest/],
    ['define overall effectiveness', /one grade/],
  ])('(%s) is explained with its source, and not as a finding', (question, says) => {
    const answer = ask(question);
    expect(answer.headline).toMatch(says);
    expect(answer.citations).toEqual([]);
    expect(answer.notes.join(' ')).toMatch(/no finding.*https:\/\//);
  });

  it.each(['is tameside good', 'which councils are inadequate', 'tameside monitoring visits'])(
    'is not explained where a council is asked about (%s)',
    (question) => {
      expect(ask(question).kind).not.toBe('help');
    },
  );
});

describe('Who asks for what is elsewhere', () => {
  it.each(['when is bury next due an inspection', 'send inspection of bury', 'school ratings'])(
    '(%s) is told where that is',
    (question) => {
      const { status, notes } = ask(question);
      expect(status).toBe('nothing_found');
      expect(notes.join(' ')).toContain('reports.ofsted.gov.uk');
    },
  );
});

describe('Help', () => {
  it('has its main lines open', () => {
    const { lines } = firstScreen(ask('help'));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join(' ')).toMatch(/latest.*timeline.*compare/s);
  });
});
