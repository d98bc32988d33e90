import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/answer/index.js';
import { answering } from '../support/across.js';

/** The sentences of the councils counted. */
const saidIn = ({ table }: Answer): string[] =>
  (table?.rows ?? []).map(([, , , sentence = '']) => sentence).toSorted();

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

describe('Across councils what somebody does not get', () => {
  const PRAISED = 'Skilled workers advocate strongly for children, who value their advocates.';
  const HAVE = 'Children have an advocate when they need one.';
  const LACK = 'Children are not routinely offered an advocate.';
  const WAIT = 'There is a waiting list for an advocate, and few children have one.';
  const ask = answering('participation-voice', PRAISED, HAVE, LACK, WAIT);

  it.each([
    'where do inspectors say children cannot get an advocate',
    'where children can’t get hold of an advocate',
    'where do children struggle to get an advocate',
    'where do children have no access to an advocate',
    'which councils have children who go without an advocate',
    'where are children missing out on advocates',
  ])('is answered by no praise of it: “%s”', (question) => {
    expect(saidIn(ask(question))).toEqual([LACK, WAIT].toSorted());
  });
});

describe('Across councils who does not come to a meeting', () => {
  const COME =
    'While strategy meetings are well attended by police and health services, other professionals are not routinely invited.';
  const LATE = 'Strategy meetings are held late, though police are there.';
  const POLICE = 'Strategy meetings do not routinely include police.';
  const HEALTH = 'Health services are often absent from strategy meetings.';
  const ask = answering('strategy-meetings', COME, LATE, POLICE, HEALTH);

  it('is of either of two whom a question names', () => {
    for (const question of [
      'where are police or health missing from strategy meetings',
      'which councils have police or health who do not attend strategy meetings',
    ])
      expect(saidIn(ask(question))).toEqual([HEALTH, POLICE].toSorted());
  });

  it.each([
    'health partners do not attend strategy meetings',
    'health professionals don’t turn up to strategy meetings',
    'where is health absent from strategy meetings',
  ])('is of those alone who are named: “%s”', (question) => {
    expect(ask(`which councils: ${question}`).quotes).toEqual([HEALTH]);
  });
});

describe('Across councils who is not criticised or not praised', () => {
  const GOOD = 'Neglect is well understood and children are helped early and effectively.';
  const BAD = 'The response to neglect is poor and children wait too long.';
  const ask = answering('neglect', GOOD, BAD);

  it.each([
    'which councils are not criticised for neglect',
    'where is neglect not a concern',
    'which councils have no problems with neglect',
    'who doesn’t have a problem with neglect',
    'which councils have nothing bad said about neglect',
  ])('is told by praise, and never by criticism: “%s”', (question) => {
    const { quotes, notes } = ask(question);
    expect(quotes).toEqual([GOOD]);
    expect(notes.join(' ')).toContain('whom it does not criticise');
  });

  it.each([
    'where do inspectors not praise work on neglect',
    'which councils are not praised for neglect',
  ])('is told by criticism: “%s”', (question) => {
    const { quotes, notes } = ask(question);
    expect(quotes).toEqual([BAD]);
    expect(notes.join(' ')).toContain('whom it does not praise');
  });

  it.each([
    'which reports do not mention neglect',
    'where do inspectors say nothing about neglect',
  ])('leaves what is written of a subject uncoloured: “%s”', (question) => {
    const { notes, quotes } = ask(question);
    expect(quotes).toContain(GOOD);
    expect(notes.join(' ')).toContain('do write of it');
  });

  it('leaves what is not done a criticism', () => {
    expect(ask('where is neglect not well understood').quotes).not.toContain(GOOD);
  });
});
