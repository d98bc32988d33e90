import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerContext,
  answerQuestion,
  explainQuestion,
  INTENTS,
  runQuestion,
} from '../../src/answer/index.js';
import { residue } from '../../src/question/index.js';
import { contextOfTameside } from '../support/tameside.js';

const QUESTIONS = [
  'tameside latest',
  'what did inspectors say about care leavers?',
  'how many agency workers in 2018',
  'tamside agancy staff',
  'potholes in tameside',
  'which purple councils are inadequate',
  'has tameside ever been rated good',
  '"drift and delay" tameside',
  'narnia latest',
  'cumbria latest',
];

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfTameside();
});

describe('The trace of a question', () => {
  it.each(QUESTIONS)('“%s” is of the run that answers it', (text) => {
    const { answer, intent, question, searches } = runQuestion(text, context);
    const trace = explainQuestion(text, context);
    expect(answerQuestion(text, context)).toEqual(answer);
    expect(trace).toContain(`intent: ${intent}`);
    expect(trace).toContain(`headline: ${answer.headline}`);
    expect(trace).toContain(`status: ${answer.status}`);
    for (const span of question?.spans ?? [])
      expect(trace).toContain(`${span.kind} “${span.surface}”`);
    for (const { surface } of question ? residue(question) : []) expect(trace).toContain(surface);
    expect(trace.match(/^verdict: /gm) ?? []).toHaveLength(searches.length);
    for (const { result } of searches)
      if (result.hits[0]) expect(trace).toContain(result.hits[0].passage.key);
  });

  it('shows the intent of the table that took it, or what else became of it', () => {
    const ids = new Set(INTENTS.map(({ id }) => id));
    expect(ids.has(runQuestion('tameside latest', context).intent)).toBe(true);
    expect(runQuestion('which purple councils are inadequate', context).intent).toMatch(
      /^not understood/,
    );
  });

  it('says for each quotation which parts of the question it answers', () => {
    const text = 'how many agency workers in 2018';
    const { answer } = runQuestion(text, context);
    const [, told = ''] = explainQuestion(text, context).split('quoted, and what of the question');
    const lines = told.split('\n').filter((line) => /^ +\d+\. /.test(line));
    expect(lines).toHaveLength(answer.citations.length);
    expect(lines[0]).toContain('theme “agency workers” → “Agency staff”');
    expect(lines[0]).toContain('a figure');
  });

  it('repeats nothing of a message about a particular child', () => {
    const trace = explainQuestion('lad, 15, missing since sunday, what do I do', context);
    expect(trace).not.toContain('sunday');
    expect(trace).toContain('intent: advice');
  });
});
