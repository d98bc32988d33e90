import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion } from '../../src/answer/index.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfManyCouncils();
});
const ask = (text: string) => answerQuestion(text, context);

describe('Whether a council is graded so in an area', () => {
  it.each([
    ['is tameside requires improvement for leadership', 'inadequate', '2019'],
    ['is tameside requires improvement for help and protection', 'inadequate', '2019'],
    ['is tameside requires improvement for children in care', 'inadequate', '2016 and 2019'],
  ])('(%s) is decided by its newest grade, with the years of the other', (text, now, then) => {
    const { headline } = ask(text);
    expect(headline).not.toMatch(/\byes\b/);
    expect(headline).toContain(`now ${now} for`);
    expect(headline).toContain('4–15 December 2023');
    expect(headline).toContain(then);
  });

  it.each([
    ['is tameside inadequate for leadership', 'for leadership', '2016'],
    ['is tameside requires improvement for care leavers', 'for care leavers', '2016'],
  ])('(%s) is yes where its newest grade is that', (text, area, before) => {
    expect(ask(text).headline).toMatch(/: yes, .*4–15 December 2023/);
    expect(ask(text).headline).toContain(area);
    expect(ask(text).headline).toContain(before);
  });

  it.each([
    ['is tameside inadequate for care leavers', 'for care leavers'],
    ['was tameside outstanding for leadership', 'for leadership'],
    ['was tameside good for help and protection in 2019', 'for help and protection'],
  ])('(%s) is denied of that area alone', (text, area) => {
    const { headline } = ask(text);
    expect(headline).toMatch(/: no, not /);
    expect(headline).toContain(area);
    expect(headline).not.toContain('any area');
  });

  it('says where the newest inspection no longer grades it', () => {
    expect(ask('is tameside good for adoption').headline).toMatch(
      /yes, good for adoption when last graded .*2016/,
    );
  });

  it.each(['is tameside inadequate in every area', 'all of tamesides judgements are inadequate'])(
    '(%s) names the area that is not',
    (text) => {
      expect(ask(text).headline).toMatch(/no, not inadequate in every area: .*for care leavers/);
    },
  );
});

describe('Why a council has a grade', () => {
  it.each(['why is tameside good', 'why was tameside graded good in 2016'])(
    '(%s) is answered with the grades where it was not given overall',
    (text) => {
      const { headline, notes } = ask(text);
      expect(headline).toContain('no, not good overall');
      expect(notes.join(' ')).toContain('adoption performance (2016)');
    },
  );

  it.each([
    ['why was tameside requires improvement', '13–24 May 2019', '(overall; now inadequate)'],
    ['why was tameside inadequate in 2016', '26 September–20 October 2016', '(overall)'],
    ['why was tameside good for adoption', '26 September–20 October 2016', '(for adoption)'],
  ])(
    '(%s) is quoted from the report that gave it, which is said not to be why',
    (text, of, area) => {
      const { headline, citations } = ask(text);
      expect(headline).toContain(of);
      expect(headline).toContain(area);
      expect(headline).not.toContain('reason');
      const starts = new Set(citations.map(({ visit }) => visit.period.slice(0, 4)));
      expect([...starts].filter((year) => year !== of.slice(-4))).toEqual([]);
    },
  );
});

describe('A visit asked about by its month', () => {
  it('is not mentioned where a report names another month of that year', () => {
    expect(ask('was tameside inspected in march 2022').headline).not.toContain('mention');
    expect(ask('was tameside inspected in march 2022').notes.join(' ')).toContain('June 2022');
  });
});

describe('A grade asked with a condition', () => {
  it.each([
    'was croydon inadequate when it was last inspected',
    'was croydon inadequate when it was last visited',
    'was croydon inadequate when it was inspected last',
  ])('(%s) is that of the newest inspection', (text) => {
    expect(ask(text).headline).toBe(ask('is croydon inadequate').headline);
  });

  it('is read behind the whole title of a council', () => {
    expect(ask('is tameside metropolitan borough council good').headline).toBe(
      ask('is tameside good').headline,
    );
  });

  it('is no yes where others have the grade too', () => {
    const { headline } = ask('is tameside the only inadequate council in england');
    expect(headline).toContain('no, not the only one');
  });

  it('stands beside monitoring visits, which give none', () => {
    expect(ask('is tameside still inadequate after its monitoring visits').headline).toContain(
      'inadequate overall',
    );
  });
});
