import { describe, expect, it } from '@jest/globals';
import { answerQuestion, firstScreen } from '../../src/answer/index.js';
import { printAnswer } from '../../src/cli/print-answer.js';
import { answerView } from '../../src/slack/views/answer.js';
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
    ['what does special measures mean', /school inspections/],
    ['what is a LADO', /designated officer/],
    ['what does LADO stand for?', /designated officer/],
    ['who is a local authority designated officer', /allegations/],
  ])('(%s) is explained with its source, and not as a finding', (question, says) => {
    const answer = ask(question);
    expect(answer.headline).toMatch(says);
    expect(answer.citations).toEqual([]);
    expect(answer.notes.join(' ')).toMatch(/no finding/);
    expect(answer.restsOn?.length).toBeGreaterThan(0);
  });

  it('has its source as a link in Slack, and its address in the text and on the command line', () => {
    const answer = ask('what is a LADO');
    const [page] = answer.restsOn ?? [];
    const { text, blocks } = answerView(answer);
    expect(JSON.stringify(blocks)).toContain(`<${page?.url}|${page?.name}>`);
    expect(text).toContain(page?.url);
    const printed = printAnswer(answer, { width: 400, styled: false });
    expect(printed).toContain(page?.url);
  });

  it.each([
    'is tameside good',
    'which councils are inadequate',
    'tameside monitoring visits',
    'what did inspectors say about the lado in bury',
    'what does the lado service look like in leeds',
  ])('is not explained where a council is asked about (%s)', (question) => {
    expect(ask(question).kind).not.toBe('help');
  });
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
