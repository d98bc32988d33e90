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
    [
      'with its subject named before words that point to it',
      'Supervision is irregular in most teams.',
      'Managers had not noticed these problems.',
    ],
    [
      'with its subject named before a number of nobody named',
      'Social workers do not see children often enough.',
      'Some arrive at night and are not met by anybody they know.',
    ],
    [
      'of a service that is named before one that is not',
      'Supervision is irregular in most teams.',
      'The service is too thin, and waiting is long.',
    ],
    [
      'of children before papers of nobody named',
      'Plans for children are not reviewed in time.',
      'Plans are not reviewed in time.',
    ],
    [
      'in the inspectors’ voice before that of others',
      'Social workers do not see children often enough.',
      'One care leaver said that nobody had called for a year.',
    ],
    [
      'of now before an inspection of another year',
      'Plans for children are not good enough.',
      'The inspection in 2016 highlighted that plans for children were not good enough.',
    ],
    [
      'of now before how things stood when the council was inspected before',
      'Supervision is irregular in most teams.',
      'When the council was last inspected at the end of 2015, its services were inadequate.',
    ],
    [
      'about the council before what is addressed to a child',
      'Social workers know children well.',
      'Social workers have an excellent understanding of you and your family.',
    ],
    [
      'of the service before the days of the visit',
      'Senior leaders plan the work of teams.',
      'Senior leaders acted quickly on emerging findings during the inspection.',
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

  const followed = (quote: string, tone: Tone, after: string) =>
    salienceOf({ quote, tone, isInSummary: false, after }, '2021');

  it.each([
    'However, children who live further away wait for months.',
    'In other areas, children do not receive such help.',
    'The exception is the help for disabled children.',
  ])('is no strength that the next sentence limits: %s', (after) => {
    const quote = 'Most families receive good help from the hub.';
    expect(followed(quote, 'praise', after)).toBeLessThan(followed(quote, 'praise', ''));
  });

  it.each([
    'However, a manager now reads each plan every week.',
    'In these cases the duty team visits the family at once.',
    'Visiting has now been restored in all teams.',
  ])('is no concern that the next sentence takes back: %s', (after) => {
    const quote = 'Visits to children were too rare.';
    expect(followed(quote, 'criticism', after)).toBeLessThan(followed(quote, 'criticism', ''));
  });

  it.each([
    'Although meetings are held in time, plans are weak.',
    'In these cases the duty team does not visit the family.',
    'Visits to babies are rarer still.',
  ])('may be a concern that the next sentence goes on with: %s', (after) => {
    const quote = 'Visits to children are too rare.';
    expect(followed(quote, 'criticism', after)).toBe(followed(quote, 'criticism', ''));
  });

  it('may point to what it has named itself', () => {
    const named = 'Assessments of children are late, because managers do not follow these up.';
    const notNamed = 'Managers do not follow these assessments of children up in time.';
    expect(said(named)).toBeGreaterThan(said(notNamed));
  });
});
