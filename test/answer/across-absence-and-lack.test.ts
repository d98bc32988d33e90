import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils who is free of a fault', () => {
  const TOO_MANY = 'Too many children in care live in unregistered children’s homes.';
  const EFFORTS =
    'Leaders make stringent efforts to avoid the use of unregistered children’s homes.';
  const RARE = 'Children are rarely placed in unregistered children’s homes, which is effective.';
  const NONE = 'No children live in unregistered children’s homes.';
  const ask = answering('unregulated-unregistered', TOO_MANY, EFFORTS, RARE, NONE);

  it.each([
    'which councils don’t put children in unregistered children’s homes',
    'which councils do not place any children in unregistered homes',
    'which councils never use unregistered homes',
    'who no longer has children in unregistered homes',
    'which councils have stopped putting children in unregistered homes',
    'which councils manage without unregistered homes',
  ])('is told by sentences that say so outright alone: “%s”', (question) => {
    const { quotes, table } = ask(question);
    expect(quotes).toEqual([NONE]);
    expect(table?.rows).toHaveLength(1);
  });

  it('is nobody where no sentence says so', () => {
    const none = answering('unregulated-unregistered', TOO_MANY, EFFORTS, RARE);
    const { quotes, status } = none('which councils don’t put children in unregistered homes');
    expect([quotes, status]).toEqual([[], 'nothing_found']);
  });
});
