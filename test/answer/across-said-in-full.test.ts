import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

const sorted = (quotes: readonly string[]): string[] => quotes.toSorted();

describe('Across councils the word that says which fault it is', () => {
  it.each([
    [
      'which councils have confusing plans',
      'plans',
      'Plans for many children are confusing and lack clarity.',
      'Plans for many children are poor and are not reviewed.',
    ],
    [
      'where are safety plans muddled',
      'plans',
      'Safety plans are muddled and of poor quality.',
      'Safety plans are not always reviewed.',
    ],
    [
      'councils with over-optimistic social workers',
      'practice',
      'Social workers are overly optimistic about what families can change.',
      'Social workers do not always see children alone.',
    ],
    [
      'which councils have tokenistic participation',
      'participation',
      'Participation of children is tokenistic and weak.',
      'Participation of children is strong and highly effective.',
    ],
  ])('decides: “%s”', (question, theme, meant, other) => {
    expect(answering(theme, meant, other)(question).quotes).toEqual([meant]);
  });

  it('is not left aside where all else is what every report is on', () => {
    // A word is one of every report only where the record has it often.
    const often = 'Leaders meet their staff. '.repeat(12);
    const weak = `Leaders do not have sufficient oversight of practice. ${often}`.trim();
    const { status, quotes } = answering(
      'leadership',
      weak,
      weak,
    )('which councils had leaders who hid problems');
    expect({ status, quotes }).toEqual({ status: 'nothing_found', quotes: [] });
  });
});

describe('Across councils what is hard to do is criticised', () => {
  const HARD = 'The recruitment of social workers is a weakness and too many posts are vacant.';
  const GOOD = 'The recruitment of social workers is highly effective.';
  const ask = answering('recruitment-retention', HARD, GOOD);

  it.each([
    'which councils have trouble recruiting social workers',
    'who finds it hard to recruit social workers',
    'which councils have difficulty recruiting social workers',
    'which councils struggle to recruit social workers',
  ])('“%s”', (question) => {
    expect(ask(question).quotes).toEqual([HARD]);
  });
});

describe('Across councils who goes without a thing', () => {
  it.each([
    [
      'which councils have care leavers without a personal adviser',
      'personal-advisers',
      'Not all care leavers have a personal adviser.',
      'Personal advisers do not know enough of the ambitions of care leavers, which is poor.',
    ],
    [
      'where are children without an advocate',
      'advocacy',
      'Too few children have an advocate.',
      'Advocates are highly effective and support children well.',
    ],
  ])('is told by what says so: “%s”', (question, theme, lacking, other) => {
    expect(answering(theme, lacking, other)(question).quotes[0]).toBe(lacking);
  });

  it('need not do it where that is asked: no council tax is no criticism', () => {
    const exempt = 'Care leavers benefit from a strong offer that exempts them from council tax.';
    const { headline, quotes } = answering(
      'local-offer',
      exempt,
      exempt,
    )('where do care leavers not have to pay council tax');
    expect(headline).not.toContain('critical');
    expect(quotes[0]).toBe(exempt);
  });

  it('is not told by the side of a sentence that concedes the contrary', () => {
    const other =
      'Although care leavers receive their passports, they do not consistently receive their health histories.';
    const lacking = 'Care leavers do not always receive their passports.';
    expect(
      answering('local-offer', other, lacking)('where do care leavers not get a passport').quotes,
    ).toEqual([lacking]);
  });
});

describe('Across councils a narrow thing takes the words of its own name', () => {
  const SUPPORTED = 'Kinship care arrangements are very well supported.';
  const ASSESSED = 'Support for relatives who care for children is highly effective.';
  const OTHER = 'Foster carers are very well supported and highly valued.';

  it('“kinship carers” asks for no second word', () => {
    const { table } = answering(
      'kinship-care',
      SUPPORTED,
      ASSESSED,
      OTHER,
    )('which councils have good support for kinship carers');
    const said = table?.rows.map(([, , , sentence]) => sentence ?? '') ?? [];
    expect(sorted(said)).toEqual(sorted([SUPPORTED, ASSESSED]));
  });

  it('“too many placement moves” is met by moves in any words', () => {
    const moved = 'Too many children have experienced too many moves between homes.';
    const placed = 'Some children experience high numbers of placement moves, which is poor.';
    const { quotes } = answering(
      'placement-stability',
      moved,
      placed,
    )('which councils have too many placement moves');
    expect(sorted(quotes)).toEqual(sorted([moved, placed]));
  });
});

describe('Across councils a verb of telling', () => {
  it('asks for no reasons of a grade: “why they are in care” is what children are told', () => {
    const untold = 'Not all children understand why they are in care, which is a weakness.';
    const { status, quotes } = answering(
      'life-story',
      untold,
      'Life-story work is strong and sensitive.',
    )('which councils don’t tell children why they are in care');
    expect(status).toBe('found');
    expect(quotes).toEqual([untold]);
  });

  it('of inspectors asks for criticism: “complain about”', () => {
    const dated = 'Too many records are out of date.';
    const { quotes } = answering(
      'case-recording',
      dated,
      'Records are thorough and up to date.',
    )('where do inspectors complain about records out of date');
    expect(quotes).toEqual([dated]);
  });
});

describe('Across councils a word of quality before what Ofsted does not grade', () => {
  it('asks for praise, and for no grade: “a good local offer”', () => {
    const strong = 'The local offer for care leavers is strong and well understood.';
    const weak = 'The local offer for care leavers is weak.';
    const { quotes, headline } = answering(
      'local-offer',
      strong,
      weak,
    )('which councils have a good local offer');
    expect(quotes).toEqual([strong]);
    expect(headline).toContain('praise');
  });
});
