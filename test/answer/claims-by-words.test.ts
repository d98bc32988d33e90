import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, letter, passage, visit } from '../support/record.js';
import { loadTameside } from '../support/tameside.js';

const { themes } = await loadTameside();
const record = assembleRecord(AUTHORITIES.authorities, themes, [
  letter({
    visits: [visit()],
    passages: [
      'Safeguarding actions are not taken for every child, and not all are protected well enough.',
      'Advocacy services are not consistently offered to children on protection plans.',
      'Most care leavers are in education, employment or training.',
      'The youth forum, which speaks for children in care, is not sufficiently well publicised.',
      'Support is offered to the current cohort of 25 newly qualified social workers.',
      'Leaders should ensure that caseloads are manageable in the duty team.',
      'Supervision is reflective and is valued by social workers.',
      'Early help has improved since the previous inspection in 2019.',
      '‘Front door’ decisions are not always robust, and strategy meetings are not reviewed.',
      'Corporate leaders have consistently failed to understand the scale of what is wrong.',
      'Older care leavers do not receive the same proactive offer of support.',
      'Foster carers belong to a Mockingbird constellation. Others wait for one.',
      'Placements are mostly stable but, for a minority, visits by siblings are too rare.',
      'Most plans are clear and, in some teams, risk assessments are out of date.',
      'Duty caseloads are high for some workers, and the team answers out of office hours.',
      'Actions that are agreed in strategy discussions are not always reviewed by managers.',
    ].map((quote, i) => passage({ id: `p${i}`, quote })),
  }),
]);
const context = createAnswerContext(record);
const ask = (text: string) => answerQuestion(text, context);

describe('A claim in words that the report has', () => {
  it.each([
    'did ofsted say that supervision is reflective and is valued by social workers in oldham',
    'is it true that advocacy services are not consistently offered in oldham',
    'did inspectors say most care leavers are in education employment or training in oldham',
  ])('(%s) is a yes with the quotation', (text) => {
    const { claim, headline, citations } = ask(text);
    expect(claim).toBe('verbatim');
    expect(headline).toContain('yes');
    expect(citations).not.toEqual([]);
  });

  it.each([
    ['ofsted said oldhams youth forum is not sufficiently well publicised', 'not sufficiently'],
    ['someone told me oldham has 25 newly qualified social workers', '25 newly'],
  ])('(%s) is a yes where only other words stand between', (text, said) => {
    const { claim, citations } = ask(text);
    expect(claim).toBe('close');
    expect(citations[0]?.quote).toContain(said);
  });

  it.each([
    ['did ofsted say all are protected well enough in oldham', 'not all are protected'],
    ['did ofsted say "are protected well enough" about oldham', 'not all are protected'],
    ['ofsted said oldhams advocacy services are consistently offered', 'not consistently'],
    ['ofsted said oldhams youth forum is sufficiently well publicised', 'not sufficiently'],
    ['did ofsted say all care leavers are in education or training in oldham', 'Most care'],
    ['did ofsted say that caseloads are manageable in oldham', 'should ensure'],
    ['did ofsted say visits by siblings are too rare in oldham', 'for a minority'],
    ['did ofsted say that risk assessments are out of date in oldham', 'in some teams'],
    ['a friend reckons oldham has 52 newly qualified social workers', '25 newly'],
  ])('(%s) is no yes where others turn or limit them, and is shown with those', (text, said) => {
    const { claim, headline, citations } = ask(text);
    expect(claim).toBe('qualified');
    expect(headline).not.toMatch(/\byes\b/);
    expect(citations[0]?.quote).toContain(said);
  });

  it.each([
    ['ofsted said early help has improved since the previous inspection in 2019 in oldham', '2019'],
    ['ofsted said the team answers out of office hours in oldham', 'office hours'],
    ['ofsted said oldhams corporate leaders have failed to understand the scale', 'failed'],
    ['did ofsted mention mockingbird in oldham', 'Mockingbird'],
  ])('(%s) is no question of a time, a telephone or another word of it', (text, said) => {
    const { claim, headline, citations } = ask(text);
    expect(['verbatim', 'close']).toContain(claim);
    expect(headline).toContain('yes');
    expect(citations[0]?.quote).toContain(said);
  });

  it.each([
    ['ofsted said ‘front door’ decisions are robust in oldham', 'not always'],
    ['ofsted said duty caseloads are high in oldham', 'for some'],
    [
      'ofsted said front door decisions are always robust and strategy meetings are not reviewed in oldham',
      'not always',
    ],
  ])('(%s) without a word that limits or turns, is no yes', (text, said) => {
    const { claim, headline, citations } = ask(text);
    expect(['qualified', 'nearest']).toContain(claim);
    expect(headline).not.toMatch(/\byes\b/);
    expect(citations.map(({ quote }) => quote).join(' ')).toContain(said);
  });

  it.each([
    'ofsted said early help has improved since the previous inspection in 2018 in oldham',
    'ofsted said early help has improved since the 2018 inspection in oldham',
  ])('(%s) with another year is no yes', (text) => {
    const { claim, headline } = ask(text);
    expect(['verbatim', 'close']).not.toContain(claim);
    expect(headline).not.toMatch(/\byes\b/);
  });

  it('is not denied where claim and report both deny something, each in its own words', () =>
    expect(ask('ofsted said older care leavers in oldham lack a proactive offer').claim).not.toBe(
      'qualified',
    ));

  it('is no change of grade in a text to check', () => {
    const [note] = ask(
      'check: Ofsted said actions that are agreed in strategy discussions are not always reviewed by managers in Oldham.',
    ).notes;
    expect(note).toMatch(/Oldham: yes/);
  });

  it('is decided by no one tone where two things are claimed at once', () => {
    const { claim, headline } = ask(
      'did ofsted say supervision in oldham is poor and caseloads are too high',
    );
    expect(claim).toBe('nearest');
    expect(headline).not.toMatch(/\byes\b/);
  });
});

describe('What somebody is told', () => {
  it.each([
    'my neighbour says oldham was rated outstanding',
    'my mum says ofsted rated oldham inadequate',
    'rumour has it that oldham is inadequate',
  ])('(%s) is a claim and about no particular child', (text) => {
    expect(ask(text).kind).not.toBe('advice');
  });

  it.each([
    'my sister said oldham is outstanding and her kids were taken',
    'my neighbour says he hits his kids',
  ])('(%s) is a particular child’s all the same', (text) => {
    expect(ask(text).kind).toBe('advice');
  });
});

describe('A claim of which the report says the contrary', () => {
  const said = (quote: string) => {
    const held = assembleRecord(AUTHORITIES.authorities, themes, [
      letter({ visits: [visit()], passages: [passage({ quote })] }),
    ]);
    return (text: string) => answerQuestion(text, createAnswerContext(held));
  };
  const askOfHappy = said('Social workers really enjoy working in Oldham.');

  it.each([
    'is it right that ofsted said oldham social workers really hate working there',
    'did ofsted say morale is low in oldham',
    'is it true that inspectors said staff dislike their jobs in oldham',
  ])('(%s) is told so, with the quotation first', (text) => {
    const { claim, citations } = askOfHappy(text);
    expect(claim).toBe('opposed');
    expect(citations[0]?.quote).toContain('enjoy working');
  });

  it('is not told where a "not" or "some" leaves it unsure, or the report says both', () => {
    const hated = 'did ofsted say social workers hate working in oldham';
    const isNot = "is it true ofsted said staff don't hate working in oldham";
    expect(askOfHappy(isNot).claim).not.toBe('opposed');
    expect(said('Some social workers enjoy working in Oldham.')(hated).claim).not.toBe('opposed');
    const both = said('Staff enjoy working in Oldham. Staff morale is low in one team.');
    expect(both(hated).claim).not.toBe('opposed');
  });
});
