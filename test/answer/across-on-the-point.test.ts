import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/answer/index.js';
import { answering } from '../support/across.js';

/** The sentences of a table, in order of their letters. */
const saidIn = (table: Answer['table']) => table?.rows.map((row) => row[3]).toSorted();

describe('Findings across councils', () => {
  it('are counted by words, so that the number is one at least, but for all and for none', () => {
    const good = 'Supervision is regular, reflective and highly effective.';
    const poor = 'Supervision is poor and infrequent.';
    const ask = answering('supervision', good, poor);
    expect(ask('where is supervision poor').headline).toContain('at least 1 of the 2');
    expect(answering('supervision', poor, poor)('where is supervision poor').headline).toContain(
      'all of the 2',
    );
  });

  it.each([
    'where does the front door take too long to pass cases on',
    'where is the front door too slow to deal with contacts properly',
  ])('are not told apart by an ordinary verb: “%s”', (question) => {
    const late = 'Contacts to the front door are delayed too often and families wait too long.';
    const sound = 'The front door is strong and its decisions are highly effective.';
    const { quotes, status } = answering('front-door', late, sound)(question);
    expect(status).toBe('found');
    expect(quotes).toEqual([late]);
  });

  it('that say it in other words than a plain verb of the question are no denial', () => {
    const held = 'Strategy meetings are delayed too often because police are not available.';
    const other = 'Strategy meetings are well attended by partners and highly effective.';
    const { quotes, status, headline } = answering(
      'strategy-meetings',
      held,
      other,
    )('where are the police holding up strategy meetings');
    expect(status).toBe('found');
    expect(quotes).toEqual([held]);
    expect(headline).not.toContain('None');
  });

  it('are on either side of an “or”', () => {
    const rare = 'Visits to children are too infrequent and poor.';
    const late = 'Visits to children are poor and often late.';
    const good = 'Visits to children are regular and highly effective.';
    const { table } = answering(
      'child-in-need-visits',
      rare,
      late,
      good,
    )('where are visits to children infrequent or late');
    expect(saidIn(table)).toEqual([late, rare].toSorted());
  });

  it('on what is late or patchy need not be late', () => {
    const patchy = 'Life-story work is patchy and weak.';
    const late = 'Life-story work is poor and starts too late.';
    const { table } = answering(
      'life-story-work',
      patchy,
      late,
    )('where is life story work late or poor');
    expect(saidIn(table)).toEqual([late, patchy].toSorted());
  });

  it('on too much of a thing say that there is much of it', () => {
    const heavy = 'A heavy reliance on agency staff makes the service unstable and weak.';
    const over = 'The service is over-reliant on agency staff and this is a serious weakness.';
    const trained = 'Agency staff are poorly inducted and training for agency staff is weak.';
    const { table } = answering(
      'agency-staff',
      heavy,
      over,
      trained,
    )('which councils rely too much on agency staff');
    expect(saidIn(table)).toEqual([heavy, over].toSorted());
  });

  it('name the words for too much where no report tells how much there is', () => {
    const recorded = 'Decisions on unregistered children’s homes are poorly recorded.';
    const checked = 'Unregistered children’s homes are not checked rigorously enough.';
    const { headline } = answering(
      'unregulated-accommodation',
      recorded,
      checked,
    )('which councils have too many children in unregistered homes');
    expect(headline).toContain('too many');
  });

  it('have the tone in the clause of what was asked', () => {
    const beside =
      'The virtual school works with all schools, but too many children experience poor care.';
    const own = 'The virtual school is weak and does not challenge schools.';
    const { quotes } = answering('virtual-school', beside, own)('where is the virtual school weak');
    expect(quotes).toEqual([own]);
  });

  it('come first where they are true of many, and of few last, whichever is newer', () => {
    const few = 'In a small number of cases supervision is poor and infrequent.';
    const many = 'Supervision is poor and infrequent across the service.';
    const { quotes } = answering('supervision', few, many)('where is supervision poor');
    expect(quotes[0]).toBe(many);
  });

  it('are quoted of one council after the other, before a second one of any', () => {
    const first =
      'Supervision is poor and infrequent. The quality of supervision is weak and ineffective.';
    const second =
      'Supervision is weak and ineffective. The quality of supervision is poor and infrequent.';
    const { citations } = answering('supervision', first, second)('where is supervision poor');
    expect(citations.length).toBeGreaterThan(2);
    expect(new Set(citations.slice(0, 2).map(({ urn }) => urn)).size).toBe(2);
  });

  it.each([
    'who is good at finding homes for care leavers',
    'which councils find homes for care leavers well',
  ])('on a wish are not on what is lacking: “%s”', (question) => {
    const housed = 'Care leavers live in suitable accommodation and are very well supported.';
    const strategy = 'There is a comprehensive sufficiency strategy, which is a real strength.';
    const { quotes } = answering('care-leavers', housed, strategy)(question);
    expect(quotes).toEqual([housed]);
  });

  it('of permanence plans are on no other plans', () => {
    const late = 'Permanence plans for children in care are agreed too late.';
    const others = 'Care plans for children in care are written too late.';
    const { quotes } = answering(
      'permanence',
      late,
      others,
    )('where are permanence plans for children in care late');
    expect(quotes).toEqual([late]);
  });

  it.each([
    'who does direct work with disabled children well',
    'which councils look after unaccompanied children well',
  ])('asked for by a “well” at the end are praise: “%s”', (question) => {
    const good = 'Direct work with disabled and unaccompanied children is highly effective.';
    const bad = 'Direct work with disabled and unaccompanied children is poor and weak.';
    const { quotes } = answering('direct-work', good, bad)(question);
    expect(quotes).not.toContain(bad);
  });

  it('on a delay are of what is late in its own clause', () => {
    const late = 'Personal education plans are poor and are completed too late.';
    const beside = 'Personal education plans are thorough, and families wait too long for help.';
    const { quotes } = answering(
      'virtual-school',
      late,
      beside,
    )('where are personal education plans late');
    expect(quotes).toEqual([late]);
  });
});
