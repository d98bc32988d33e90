import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils an act that is asked about', () => {
  const weak = 'The response to neglect is weak.';
  const missed = 'Neglect is not always recognised by social workers.';
  const seen = 'Neglect is recognised early, although the response is poor.';

  it.each([
    'where did nobody spot neglect',
    'which councils failed to notice neglect',
    'where did staff overlook neglect',
    'which councils did not pick up on neglect',
    'where is neglect not recognised',
  ])('is what the sentences quoted say, and no other criticism: “%s”', (question) => {
    const { quotes, headline } = answering('neglect', weak, missed, seen)(question);
    expect(quotes).toEqual([missed]);
    expect(headline).toContain('1 of the 3');
  });

  it('is met by what inspectors write for it, as left undone', () => {
    const trained = 'Foster carers do not always receive good training.';
    const untold = 'Foster carers are not always given enough information about children.';
    const told = 'Foster carers are told about children, but recruitment is weak.';
    const ask = answering('fostering', trained, untold, told);
    for (const question of [
      'which councils failed to tell foster carers about children',
      'where are foster carers kept in the dark',
    ])
      expect(ask(question).quotes).toEqual([untold]);
  });

  it('is met as done where that is praised', () => {
    const early = 'Neglect is recognised quickly and effectively by skilled social workers.';
    const good = 'The response to neglect is strong and effective.';
    const { quotes } = answering('neglect', good, early)('who was praised for spotting neglect');
    expect(quotes).toEqual([early]);
  });

  it('is said to be missing where only the wider criticism is found', () => {
    const other = 'Neglect tools are not used consistently.';
    const { quotes, headline } = answering('neglect', weak, other)('where did nobody spot neglect');
    expect(quotes).toContain(weak);
    expect(headline).toContain('wider than asked');
  });

  it('is no theme that its everyday words look like', () => {
    const shared = 'Information sharing is not effective.';
    const untold = 'Parents are not always told why decisions are made.';
    const { quotes } = answering(
      'information-sharing',
      shared,
      untold,
    )('where are parents not told things');
    expect(quotes).toEqual([untold]);
  });
});

describe('Across councils everyday words for a failing', () => {
  const late = 'Pathway plans are not completed in a timely way.';
  const poor = 'Pathway plans are poor.';

  it.each([
    'which councils drag their feet on pathway plans',
    'where are pathway plans left too late',
    'which councils take too long over pathway plans',
    'where are pathway plans put off',
    'which councils leave pathway plans to the last minute',
    'where do pathway plans take ages',
  ])('say that something is late, and nothing beside it: “%s”', (question) => {
    const { quotes, status } = answering('pathway-plans', poor, late)(question);
    expect(status).toBe('found');
    expect(quotes).toEqual([late]);
  });

  it('do not ask for what is left of a phrase that was understood', () => {
    const books = 'Life-story work is not completed in a timely way for children.';
    const { quotes, status } = answering(
      'life-story-work',
      books,
    )('where are life story books late');
    expect(status).toBe('found');
    expect(quotes).toEqual([books]);
  });
});

describe('Across councils a group, a process and a lateness asked together', () => {
  const late = 'Transition planning for disabled children starts too late.';
  const other = 'Disabled children wait too long for short breaks.';
  const poor = 'Assessments of disabled children are poor.';

  it.each([
    'where is moving disabled young people on to adult services left too late',
    'which councils are slow to plan for disabled children becoming adults',
    'where does the transition of disabled children come too late',
  ])('are all in the sentence quoted: “%s”', (question) => {
    expect(answering('disabled-children', other, late, poor)(question).quotes).toEqual([late]);
  });

  it('do not lose the lateness where few say it', () => {
    const aged = 'Age assessments of unaccompanied children are poor.';
    const waits = 'Age assessments are delayed for too many children.';
    const { quotes } = answering(
      'unaccompanied-children',
      aged,
      waits,
    )('where do unaccompanied children wait too long for age assessments');
    expect(quotes).toEqual([waits]);
  });
});
