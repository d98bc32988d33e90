import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils a criticism that is asked for', () => {
  it('is not found where the thing stands only in what the sentence concedes', () => {
    const conceded =
      'Strategy meetings, although well attended by partner agencies, do not always lead to joint enquiries.';
    const said = 'Relevant agencies are not routinely invited to strategy meetings.';
    const { quotes } = answering(
      'strategy-meetings',
      conceded,
      said,
    )('which councils are criticised for strategy meetings without the right agencies');
    expect(quotes).toEqual([said]);
  });

  it('is quoted first where the sentence is about the thing, and not what another is for', () => {
    const purpose =
      'A lack of strong oversight to support foster carers to undertake training holds the service back.';
    const plain = 'The support that foster carers receive is weak.';
    const { quotes } = answering('fostering', purpose, plain)('foster carers feel unsupported');
    expect(quotes[0]).not.toBe(purpose);
  });
});

describe('Across councils a question of what got better or worse', () => {
  const BETTER = 'Management oversight has improved since the last inspection.';
  const GOOD = 'Management oversight is strong and regular.';
  const WANTED = 'Management oversight needs to be improved.';
  const WORSE = 'Management oversight has deteriorated.';
  const ask = answering('management-oversight', BETTER, GOOD, WANTED, WORSE);

  it('is never left aside where no report says so', () => {
    const strong = answering('management-oversight', GOOD, 'Management oversight is effective.');
    expect(strong('where has oversight got worse').quotes).toEqual([]);
  });

  it('is answered by the reports that say so, and by none that only praise or criticise', () => {
    expect(ask('where has management oversight improved').quotes).toEqual([BETTER]);
    expect(ask('where has management oversight got worse').quotes).toEqual([WORSE]);
  });
});

describe('Across councils what is said to be rare', () => {
  it('is asked as lacking', () => {
    const rare = 'Life-story work is rarely completed for children in care.';
    const strong = 'Exceptionally strong life-story work helps children in care.';
    const { quotes } = answering('life-story-work', rare, strong)('where is life-story work rare');
    expect(quotes).toEqual([rare]);
  });
});

describe('Across councils the name of a scheme that is everyday words', () => {
  it('is found only where a report writes it as a name', () => {
    const named = 'The ‘staying close’ scheme is highly effective for care leavers.';
    const words = 'Highly effective advisers help care leavers to stay close to friends.';
    const ask = answering('care-leavers', named, words);
    expect(ask('councils praised for Staying Close').quotes).toEqual([named]);
  });
});

describe('Across councils a fault that is asked about', () => {
  it('is not told by what only is aware of it or responds to it', () => {
    const aware = 'Advisers are attuned to the risk of bullying in prisons.';
    const happens = 'Some children are bullied in their homes.';
    const ask = answering('children-in-care', aware, happens);
    expect(ask('councils where kids get bullied').quotes).toEqual([happens]);
  });

  it('is told in excess where too much of it is asked for', () => {
    const many = 'Too many children in care experience too many moves.';
    const planned = 'Moves of children in care between homes are planned at the child’s pace.';
    const ask = answering('placement-stability', many, planned);
    expect(ask('kids moved too many times in care').quotes).toEqual([many]);
  });
});

describe('Across councils what is late', () => {
  it('is the very thing, and nothing else in the same sentence', () => {
    const late = 'Initial child protection conferences are often delayed.';
    const other =
      'Decisions to hold a child protection conference are not always accepted by managers, and a few children who need more help later experience long delay.';
    const ask = answering('child-protection-plans', late, other);
    expect(ask('councils where child protection conferences are late').quotes).toEqual([late]);
  });
});
