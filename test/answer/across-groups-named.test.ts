import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils a group of people that a question names', () => {
  it.each([
    'which councils were criticised about dads',
    'where do inspectors say dads are left out',
    'which councils do not involve dads',
    'where are fathers not involved',
    'who was criticised for work with male carers',
  ])('is no wider one, and is found by its own names: “%s”', (question) => {
    const fathers = 'Fathers are not always involved by social workers.';
    const parents = 'Parents are not always involved by social workers.';
    const present = 'Absent fathers are routinely involved by social workers.';
    const { quotes } = answering('parental-engagement', fathers, parents, present)(question);
    expect(quotes).toEqual([fathers]);
  });

  it('is never left aside, and of two faults joined by “or” each counts', () => {
    const waiting = 'Young carers are on a waiting list for months.';
    const missed = 'Young carers are not always identified.';
    const others = 'Risks to young people are not always identified, and some wait too long.';
    const glad = 'Young carers enjoy their time together.';
    const { table } = answering(
      'young-carers',
      waiting,
      missed,
      others,
      glad,
    )('where do young carers wait too long or are missed');
    expect(table?.rows.map(([, , , sentence]) => sentence).toSorted()).toEqual(
      [waiting, missed].toSorted(),
    );
  });
});
