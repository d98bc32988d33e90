import { describe, expect, it } from '@jest/globals';
import type { Tone } from '../../src/domain/passage.js';
import { salienceOf } from '../../src/domain/salience.js';

const said = (quote: string, tone: Tone = 'criticism', isInSummary = false) =>
  salienceOf({ quote, tone, isInSummary }, '2021');

describe('What a finding says most plainly', () => {
  it.each([
    [
      'of the whole service before a few children',
      'Services for children in Marlow are inadequate and leaders know it.',
      'A small number of plans are out of date and not reviewed.',
    ],
    [
      'of now before an earlier inspection',
      'Plans for children are not good enough.',
      'In July 2014 inspectors found services for children to be inadequate.',
    ],
    [
      'of now before the last inspection',
      'Supervision is irregular in most teams.',
      'At the last inspection supervision was found to be weak across the council.',
    ],
    [
      'a judgement before an activity',
      'The help that families receive is timely and well planned.',
      'A new head of service has been appointed to lead the work.',
    ],
    [
      'with people named before words that point back',
      'Social workers do not see children often enough.',
      'Their needs are not considered by social workers.',
    ],
    [
      'what is before what is not found',
      'Too many children wait for a social worker.',
      'There are no widespread or serious failures in these services.',
    ],
  ])('is %s', (_, lead, other) => {
    expect(said(lead)).toBeGreaterThan(said(other));
  });

  it('is in the summary before the chapters, and of one tone before two', () => {
    const quote = 'Leaders do not know their services well.';
    expect(said(quote, 'criticism', true)).toBeGreaterThan(said(quote));
    expect(said(quote)).toBeGreaterThan(said(quote, 'mixed'));
  });

  it('may tell what has come of an earlier inspection', () => {
    const since = 'Since the last inspection in 2018, services for children have improved.';
    expect(said(since, 'praise')).toBeGreaterThan(said('Meetings are held in time.', 'praise'));
  });
});
