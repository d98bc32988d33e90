import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils a question that names a fault', () => {
  const HAPPENS = 'Too many children live in unregistered homes, which leaves them at risk.';
  const AVOIDED = 'Robust and effective planning keeps children out of unregistered homes.';
  const NEVER = 'No child lives in unregistered homes.';

  it('gets the sentences that say it happens, and no praise for what keeps it away', () => {
    const ask = answering('unregulated-unregistered', AVOIDED, NEVER, HAPPENS);
    for (const question of [
      'which councils put children in unregistered homes',
      'what do inspectors say about unregistered homes',
    ])
      expect(ask(question).quotes).toEqual([HAPPENS]);
    expect(ask('who was praised for avoiding unregistered homes').quotes).not.toContain(HAPPENS);
  });

  it('by a verb gets the sentences that say it was done', () => {
    const kept = 'Skilled and persistent personal advisers keep in touch with care leavers.';
    const lost = 'Personal advisers have lost touch with too many care leavers.';
    const ask = answering('care-leavers', kept, lost);
    expect(ask('which councils lost touch with care leavers').quotes).toEqual([lost]);
  });

  it('is read from words of blame, and these name nothing else', () => {
    const blamed = 'Family time is too often cancelled.';
    const ask = answering('family-time', blamed, 'Family time is arranged with care.');
    for (const question of [
      'which councils do a poor job of arranging family time',
      'who does a bad job of family time',
    ])
      expect(ask(question).quotes).toEqual([blamed]);
  });

  it('says what was counted by a name that stands in a sentence', () => {
    const apart = 'Too many brothers and sisters are separated when they come into care.';
    const { headline, quotes } = answering(
      'family-time',
      apart,
      'Family time is arranged with care.',
    )('which councils write of siblings are separated');
    expect(quotes).toEqual([apart]);
    expect(headline).toContain('write of siblings living apart (asked: ');
  });
});

describe('Across councils two things that a question names', () => {
  it('are both asked for where one stands in the gap of the other', () => {
    const anybody = 'Social workers visit children regularly.';
    const asked = 'Social workers visit disabled children regularly.';
    const { quotes } = answering(
      'disabled-children',
      anybody,
      asked,
    )('what do inspectors say about visits to see disabled children');
    expect(quotes).toEqual([asked]);
  });

  it('are the narrower one where the other is the name of its theme', () => {
    const wide = 'The response to domestic abuse is effective and well embedded.';
    const narrow = 'Effective work with perpetrators of domestic abuse reduces risk for children.';
    const { quotes } = answering(
      'domestic-abuse',
      wide,
      narrow,
    )('who was praised for work with domestic abuse perpetrators');
    expect(quotes).toEqual([narrow]);
  });

  it('are no others of their kind: fathers are not parents at large', () => {
    const parents = 'Parents are engaged well in plans by skilled social workers.';
    const fathers = 'Fathers are engaged well in plans by skilled social workers.';
    const ask = answering('parental-engagement', parents, fathers);
    expect(ask('who was praised for getting dads involved').quotes).toEqual([fathers]);
  });
});

describe('Across councils one word in two senses', () => {
  it('is met in that of the question', () => {
    const agencies = 'Partner agencies share information promptly and effectively.';
    const men = 'Male partners are included in assessments, which is effective practice.';
    const ask = answering('partnership-working', agencies, men);
    expect(ask('what do inspectors say about male partners').quotes).toEqual([men]);

    const gone = 'Children who go missing from care are offered help.';
    const left = 'Plans lack actions and timescales for too many children.';
    const plans = answering('plans-planning', gone, left);
    expect(plans('what do inspectors say about actions missing from plans').quotes).toEqual([left]);
  });
});

describe('Across councils a sentence that leans on the one before it', () => {
  const BEFORE = 'Some care leavers sleep on sofas for months.';
  const LEANS = 'Sometimes, this is because hotels are full.';
  const ALONE = 'Care leavers live in hotels in too many cases.';
  const QUESTION = 'what do inspectors say about hotels';

  it('is shown with that one', () => {
    const { quotes } = answering('housing', `${BEFORE} ${LEANS}`, 'Homes are warm.')(QUESTION);
    expect(quotes).toEqual([`${BEFORE} ${LEANS}`]);
  });

  it('is left for one that stands alone', () => {
    expect(answering('housing', LEANS, ALONE)(QUESTION).quotes).toEqual([ALONE]);
  });

  it('is cited, as any, by the page on which it stands', () => {
    const { citations } = answering('housing', `Homes are warm. \f${ALONE}`, BEFORE)(QUESTION);
    expect(citations.map(({ quote, place }) => [quote, place.page])).toEqual([[ALONE, 4]]);
    const over = ALONE.replace(' in too', ' \fin too');
    const [cited] = answering('housing', over, BEFORE)(QUESTION).citations;
    expect([cited?.place.page, cited?.place.lastPage]).toEqual([3, 4]);
  });
});

describe('What is asked beside a service that is named', () => {
  it.each([
    'night time duty teams criticised for leaving children at risk',
    'which emergency duty teams are criticised for leaving kids at risk',
  ])('(%s) is no second condition where it only makes criticism stronger', (question) => {
    const ask = answering(
      'emergency-duty',
      'The emergency duty team is not always able to visit children.',
      'The emergency duty service is highly effective.',
    );
    expect(ask(question).quotes).toEqual([expect.stringContaining('not always able')]);
  });

  it.each([
    'which councils pay agency social workers the most',
    'which council spends most on taxis',
    'who has the cheapest placements',
  ])('(%s) is no sum that a report states', (question) => {
    const ask = answering('agency-staff', 'Agency social workers are used in most teams.');
    expect(ask(question)).toMatchObject({ status: 'nothing_found', quotes: [] });
  });

  it('is found by reliance on agency staff, which is no sum', () => {
    const ask = answering('agency-staff', 'There is a high reliance on agency staff.');
    expect(ask('which councils have the highest reliance on agency staff').quotes).toHaveLength(1);
  });
});
