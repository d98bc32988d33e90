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
