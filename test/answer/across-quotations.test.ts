import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils a narrow thing', () => {
  const CONTACT = 'Children spend regular time with family members who matter to them.';
  const SIBLINGS = 'Siblings live together wherever this is possible.';
  const BROTHERS = 'Brothers and sisters are helped to see each other often.';
  const ask = answering('family-time', CONTACT, SIBLINGS, BROTHERS);

  it('is no wider theme, and all that means it counts as its own words do', () => {
    const { quotes, headline, notes } = ask('what do inspectors say about siblings');
    expect(quotes.toSorted()).toEqual([BROTHERS, SIBLINGS].toSorted());
    expect(headline).toContain('In 2 of the 3 newest reports held');
    expect(headline).toContain('siblings');
    expect(headline).not.toContain('“siblings”');
    expect(notes.join(' ')).toContain('brothers and sisters');
  });

  it('in the gap of another is asked for too, each by itself', () => {
    const VISITED = 'Privately fostered children are not visited often enough.';
    const ANYBODY = 'Visits to children are not frequent enough in too many cases.';
    const { quotes } = answering(
      'private-fostering',
      ANYBODY,
      VISITED,
    )('councils criticised for not visiting privately fostered children');
    expect(quotes).toEqual([VISITED]);
  });

  it('is not meant by the word that it shares with what is wider', () => {
    const PRIVATE = 'Assessments of private fostering arrangements are thorough and effective.';
    const CARERS = 'Foster carers are well supported and highly positive.';
    const ask = answering('fostering', PRIVATE, CARERS);
    expect(ask('which councils were praised for fostering').quotes).toEqual([CARERS]);
    expect(ask('where is private fostering praised').quotes).toEqual([PRIVATE]);
    expect(ask('who do inspectors praise for private fostering').quotes).toEqual([PRIVATE]);
  });

  it('that no report says is told with the theme that is wider, which is not quoted', () => {
    const { status, quotes, nearest, headline } = ask('what do inspectors say about stepbrothers');
    expect([status, quotes, nearest]).toEqual(['nothing_found', [], []]);
    expect(headline).not.toContain('In 3 of');
  });

  it('is found by an everyday word for it, which no report has', () => {
    const missing = 'When children go missing from care, the response is swift and effective.';
    const beside = 'Foster carers are well supported by the fostering team.';
    const { status, quotes } = answering(
      'missing-children',
      missing,
      beside,
    )('what do inspectors say about kids who run away');
    expect([status, quotes]).toEqual(['found', [missing]]);
  });

  it('of two is either, where the question says “or”', () => {
    const prison = 'Care leavers in custody are visited by their personal advisers.';
    const hospital = 'Children in hospital are visited by their social workers.';
    const either = answering('youth-justice', prison, hospital);
    expect(either('who writes of hospitals or custody').quotes.toSorted()).toEqual(
      [hospital, prison].toSorted(),
    );
  });
});

describe('Across councils a sentence answers nothing', () => {
  it('that is of other people than the question', () => {
    const advisers = 'The caseloads of personal advisers are far too high.';
    const workers = 'The caseloads of social workers are too high.';
    const ask = answering('caseloads', advisers, workers);
    expect(ask("which councils have problems with social workers' caseloads").quotes).toEqual([
      workers,
    ]);
    expect(ask('which councils have problems with caseloads').quotes).toContain(advisers);
  });

  it('that lacks a word which decides', () => {
    const homes = 'Care leavers in student accommodation receive a poor and inconsistent service.';
    const unfit =
      'Care leavers in unsuitable accommodation receive a poor and inconsistent service.';
    const { quotes, headline } = answering(
      'housing',
      homes,
      unfit,
    )('which councils put care leavers in unsuitable accommodation');
    expect(quotes).toEqual([unfit]);
    expect(headline).toContain('In 1 of the 2');
  });

  it('that tells of a fault which was put right', () => {
    const righted =
      'Significant delays to child protection conferences have been resolved, and children are now considered without delay.';
    const late = 'Child protection conferences are often delayed, which leaves children at risk.';
    const ask = answering('child-protection-conferences', righted, late);
    expect(ask('who is criticised for late child protection conferences').quotes).toEqual([late]);
  });
});

describe('Of sentences across councils', () => {
  it('those that only name a thing among others come last', () => {
    const passing =
      'Families receive effective early help in the new hubs, including help for young carers.';
    const about = 'Young carers are very well supported by a skilled team.';
    const [first] = answering(
      'young-carers',
      passing,
      about,
    )('who is praised for young carers').quotes;
    expect(first).toBe(about);
  });

  it('“fail to” asks of a fault, and of no grade', () => {
    const late = 'Visits to children are too often late, and their quality is poor.';
    const alone = 'Children are seen alone by a skilled and dedicated team.';
    const { status, quotes } = answering(
      'child-in-need-visits',
      alone,
      late,
    )('which councils fail to visit children on time');
    expect([status, quotes]).toEqual(['found', [late]]);
  });

  it('what is asked of one council next keeps the asker’s words', () => {
    const one = 'The service for disabled children is weak.';
    const { choices } = answering(
      'disabled-children',
      one,
      one,
    )('who is criticised for disabled children');
    expect(choices.map(({ question }) => question)).toContain(
      'Oldham: concerns: disabled children',
    );
  });
});
