import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';

let context: AnswerContext;
beforeAll(async () => {
  const record = await loadRecord({ dataDir: 'data' });
  context = createAnswerContext(record, null, () => '2026-11-28');
});
const ask = (question: string) => answerQuestion(question, context);
const grades = (question: string) => new Set(ask(question).table?.rows.map(([, grade]) => grade));

describe('What is asked the other way round', () => {
  it.each([
    ['who isnt outstanding in the south east', 'outstanding'],
    ['which arent inadequate in the north west', 'inadequate'],
    ['which werent good in the east midlands', 'good'],
  ])('“%s” lists nobody who is', (question, grade) => {
    const given = grades(question);
    expect(given.size).toBeGreaterThan(0);
    expect(given).not.toContain(grade);
  });

  it.each([
    ['which councils have been inadequate more than once', 2],
    ['outstanding more than twice', 3],
    ['who has been good at least three times', 3],
    ['requires improvement over two times', 3],
  ])('“%s” is %s times or more', (question, times) => {
    const { headline, table } = ask(question);
    expect(headline).toContain(`${times} or more`);
    for (const [, often] of table?.rows ?? []) expect(Number(often)).toBeGreaterThanOrEqual(times);
  });

  it.each([
    'councils whose help and protection went down while overall went up',
    'which councils got better and then fell back down',
    'leadership improved but overall unchanged, which councils',
  ])('“%s” goes two ways, and is no list of one', (question) => {
    expect(ask(question)).toMatchObject({ status: 'nothing_found', table: null });
  });

  it.each([
    'which london boroughs were good when they were first inspected under ilacs',
    'county councils rated inadequate at their first inspection',
  ])('“%s” is of the first inspection of each, and not of the first of all', (question) => {
    expect(ask(question).headline).not.toMatch(/^The oldest/);
  });

  it.each(['councils with no monitoring visit in 2024', 'councils with no inspection of adoption'])(
    '“%s” is answered neither by other visits nor by findings',
    (question) => {
      expect(ask(question)).toMatchObject({ status: 'nothing_found', table: null });
    },
  );
});

describe('Praise or criticism that only an older visit has', () => {
  it.each([['strengths tameside return home interviews', '2017', '12–13 May 2021']])(
    '“%s” is said to be of %s, beside the newest that speaks of it',
    (question, year, newest) => {
      const { headline } = ask(question);
      expect(headline).toContain(year);
      expect(headline).toContain(newest);
    },
  );
});

describe('What is set against each other', () => {
  it.each([
    'are there more good councils in the north east or the north west',
    'more inadequate in london than in the south west',
  ])('“%s” is no list of both places', (question) => {
    expect(ask(question)).toMatchObject({ status: 'nothing_found', table: null });
  });

  it('is a list of both places where nothing is set against another', () => {
    expect(ask('good councils in the north east or the north west').status).toBe('found');
  });
});

describe('The first inspection of a council', () => {
  it.each([
    ['tameside first inspection', '26 September–20 October 2016'],
    ['what happened at the earliest inspection of doncaster', '14 September–8 October 2015'],
    ['doncaster first ilacs inspection', '14–25 February 2022'],
  ])('“%s” is the oldest held, %s, and is said to be that', (question, days) => {
    const { headline, notes } = ask(question);
    expect(headline).toContain(days);
    expect(notes.join(' ')).toContain('oldest in this record');
  });
});

describe('One council asked of what it is good or worst at', () => {
  it('has the grade of an area that Ofsted grades', () => {
    expect(ask('is bristol good at help and protection').headline).toMatch(
      /^Bristol: no, not good/,
    );
    expect(ask('was leeds good at leadership').headline).toMatch(
      /^Leeds: outstanding for leadership/,
    );
    expect(ask('what is tameside good at').headline).toMatch(/strengths/);
  });

  it('is told of the area by its subject, whatever frameworks called it', () => {
    const { headline } = ask('is slough still inadequate for leadership');
    expect(headline).toMatch(/^Slough: yes, inadequate for leadership .*2023.* 2013 and 2015/);
  });

  it('has no words of the press where its worst or best is asked for', () => {
    expect(ask('tameside worst area').headline).not.toMatch(/press/);
    expect(ask('tameside best bit').headline).toMatch(/strengths/);
  });

  it.each([
    'what hasnt improved in tameside',
    'anything that still has not been fixed in tameside',
  ])('“%s” gets concerns, and no praise', (question) => {
    const tones = ask(question).citations.map(({ tone }) => tone);
    expect(tones.length).toBeGreaterThan(0);
    expect(tones).not.toContain('praise');
  });

  it.each([
    ['tameside children in care, not care leavers', 'care leavers'],
    ['tameside help and protection rather than leadership', 'leadership'],
  ])('“%s” leaves that area out, and says so', (question, area) => {
    expect(ask(question).notes.join(' ')).toContain(`Left out, as asked: ${area}`);
  });

  it('has the age of its newest report', () => {
    for (const question of [
      'is the bristol report more than 3 years old',
      'is the last bristol inspection older than two years',
    ])
      expect(ask(question).headline).toMatch(/^Bristol: last inspected 16–27 January 2023.*days/);
  });

  it('has the newest where older reports are waved aside', () => {
    expect(ask('forget the older reports, how is bristol now').headline).toMatch(
      /^Bristol: requires improvement to be good overall/,
    );
  });

  it('what must improve is told by what the newest inspection criticised, and by no older list', () => {
    const { headline } = ask('what must tameside improve about management oversight');
    expect(headline).toContain('criticised');
    expect(headline).toContain('4–15 December 2023');
  });
});
