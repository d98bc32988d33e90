import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils who speaks of whom', () => {
  const said = 'Foster carers speak highly of the support that they receive.';
  const told = 'Foster carers benefit from strong and effective support.';

  it.each([
    'where do foster carers praise the support they get',
    'where do foster carers say they are well supported',
    'which councils do foster carers speak well of for their support',
  ])('is told by the sentences that report it: “%s”', (question) => {
    expect(answering('fostering', told, said)(question).quotes).toEqual([said]);
  });

  it('is not those of whom others speak', () => {
    const judges = 'The judiciary are highly positive about the effective work of social workers.';
    const of = 'Social workers write effective and timely court reports.';
    const ask = answering('pre-proceedings', of, judges);
    expect(ask('where do judges praise social workers').quotes).toEqual([judges]);
  });

  it('takes “them” for those who speak', () => {
    const heard = 'Parents told inspectors that social workers listen to them.';
    const children = 'Social workers listen to children and the wishes of parents are known.';
    const { quotes } = answering(
      'participation',
      children,
      heard,
    )('where do parents say social workers listen to them');
    expect(quotes).toEqual([heard]);
  });

  it.each([
    'which councils are bad at listening to children’s voices',
    'which councils listen to children’s voices well',
    'who hears the voice of children best',
  ])('has a subject that is said once: “%s”', (question) => {
    const poor = 'The voices of children are not listened to well enough, which is a weakness.';
    const well = 'Listening to children is highly effective, and their voices are heard well.';
    const { headline } = answering('participation', poor, well)(question);
    expect(headline).not.toMatch(/\b(?:of|on|with) [.;,]/);
  });

  it('names the speakers where nothing is told of them', () => {
    const { headline, quotes } = answering(
      'fostering',
      told,
    )('where do adopters complain about delays');
    expect(quotes).toEqual([]);
    expect(headline).not.toMatch(/\bof \./);
  });
});

describe('Across councils giver and receiver', () => {
  it('are told apart by the order of the words', () => {
    const given = 'Foster carers support children well to thrive.';
    const received = 'The fostering service supports foster carers well.';
    const ask = answering('fostering', given, received);
    expect(ask('where do foster carers support children well').quotes).toEqual([given]);
    expect(ask('which councils support foster carers well').quotes).toEqual([received]);
  });
});

describe('Across councils people who are praised or criticised', () => {
  const OF_CARERS = 'Foster carers do not always follow the care plan, which is poor practice.';
  const BY_CARERS = 'Foster carers criticised the poor support that they receive.';
  const ask = answering('fostering', OF_CARERS, BY_CARERS);

  it.each([
    'where are foster carers criticised',
    'where is fostering criticised',
    'in which councils were foster carers criticised',
    'which councils’ foster carers are criticised',
    'have the foster carers been criticised anywhere',
  ])('are no people who praise or criticise (%s)', (question) => {
    const { headline, quotes } = ask(question);
    expect(headline).not.toMatch(/criticism by/);
    expect(quotes).toContain(OF_CARERS);
  });

  it.each([
    'where do foster carers criticise the council',
    'which councils were criticised by foster carers',
    'which councils have foster carers criticised',
    'where did foster carers criticise the support',
  ])('are told from people who do so themselves (%s)', (question) => {
    const { headline, quotes } = ask(question);
    expect(headline).toMatch(/criticism by foster carers/);
    expect(quotes).toEqual([BY_CARERS]);
  });

  it('have a narrow thing between its words that is theirs', () => {
    const OF_SCHOOL = 'The virtual school is effective and makes a positive difference.';
    const BY_SCHOOLS = 'Schools praised the support for children with additional needs.';
    const { headline } = answering(
      'education',
      OF_SCHOOL,
      BY_SCHOOLS,
    )('where is the virtual school praised');
    expect(headline).not.toMatch(/praise by/);
  });
});
