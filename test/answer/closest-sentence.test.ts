import { describe, expect, it } from '@jest/globals';
import { answeringOldham, LONG_AGO } from '../support/oldham-twice.js';

const SAID_NOW = [
  [
    'Leaders are tenacious in identifying and locating children who are missing education and who may be at risk.',
    'Staff contact schools and other agencies so that these children are back on a school roll as soon as possible.',
    'This is resulting in more children returning to education, and in fewer whose whereabouts are unknown to anybody.',
    'There are checks that parents who elect to educate their children at home know what is expected of them.',
  ],
  [
    'Leaders have robustly challenged health partners regarding delays in initial health assessments when children come into care.',
  ],
  [
    'There is effective recruitment and assessment of foster carers.',
    'A recent restructure includes improved processes for quality assurance and for monitoring what the teams do.',
    'Decisions are timely and promote the welfare of children who live in foster care with families in the borough.',
    'Most foster carers are positive about the support and training that they receive and that they make use of.',
  ],
  [
    'However, only a small number of young people aged over 21 are open to the service and supported by it.',
    'Leaders are aware of this and are currently contacting the 300 who are closed to it about what is on offer.',
  ],
  ['The offer is basic and care leavers have not been a priority for the council.'],
  ['Care leavers have a wide range of places in which to live, and their advisers know them well.'],
];
const SAID_LONG_AGO = [
  ['Initial health assessments of children who come into care are mostly done within 20 days.'],
  ['Foster carers told inspectors that nobody had trained them.'],
];

const ask = answeringOldham(SAID_NOW, SAID_LONG_AGO);
const seen = (text: string) =>
  ask(text)
    .citations.slice(0, 3)
    .map(({ quote }) => quote)
    .join(' | ');

describe('What is quoted of one council', () => {
  it('is the sentence on the narrow thing asked for, not one on the rest of its theme', () => {
    expect(ask('oldham home schooled kids').citations[0]?.quote).toContain(
      'educate their children',
    );
  });

  it('is all of a paragraph that is on the one thing asked for', () => {
    expect(seen('oldham foster carers')).toContain('Most foster carers are positive');
  });

  it('is the sentence that has all of the question, before those that have a part of it', () => {
    expect(ask('oldham: care leavers not a priority?').citations[0]?.quote).toContain('a priority');
  });

  it('is a number with the sentence before it, which names of whom it is', () => {
    const { citations, headline } = ask('oldham: how many over-21s are they contacting');
    expect(citations[0]?.quote).toMatch(/over 21 .* the 300/);
    expect(headline).not.toContain('may not be');
  });

  it('is said to be older where the headline dates a newer visit', () => {
    const { sections } = ask('oldham: are foster carers trained by anybody at all');
    const points = sections.flatMap((section) => section.points);
    const older = points.filter(({ citation }) => citation.visit.id === LONG_AGO.id);
    const isAllOld = older.length === points.length;
    expect(isAllOld || older.every(({ lead }) => lead?.includes('2014'))).toBe(true);
  });
});

describe('The headline', () => {
  it('does not take praise of an effort about a problem for praise of what is asked', () => {
    const { headline } = ask('oldham: do kids get their medical on time when they come into care');
    expect(headline).not.toContain('praised');
  });

  it('does not deny what a sentence nearly says, as often turned', () => {
    const { headline, claim } = ask('did ofsted say care leavers are not a priority in oldham');
    expect(headline).not.toContain('no report');
    expect(claim).not.toBe('opposed');
  });

  it.each([
    'did ofsted say care leavers are a priority in oldham',
    'did ofsted say foster carers are not a priority in oldham',
  ])('makes no yes of another claim: “%s”', (question) => {
    expect(ask(question).headline).not.toMatch(/: yes\b/);
  });
});
