import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils what is asked to be lacking', () => {
  const GIVEN = 'Care leavers are given their health histories by skilled advisers.';
  const SOME =
    'Pathway plans are up to date, but not all care leavers have their health histories.';
  const NONE = 'There is no mechanism for health histories to be given to care leavers.';
  const ask = answering('care-leavers', GIVEN, SOME, NONE);

  it('is found where a report says so, marked as criticism or not', () => {
    const { quotes } = ask("which councils don't give care leavers their health histories");
    expect(quotes.toSorted()).toEqual([NONE, SOME].toSorted());
    const { quotes: criticised } = ask('who was criticised for care leavers’ health histories');
    expect(criticised).toContain(SOME);
    expect(criticised).not.toContain(GIVEN);
  });

  it('is no rights of which somebody was told', () => {
    const told = 'Homeless children aged 16 and 17 are told of their rights.';
    const untold = 'Children aged 16 and 17 who present as homeless are not told of their rights.';
    const others = 'Care leavers are not told of their rights.';
    const rights = answering('homelessness', told, untold, others);
    expect(rights('councils that do not tell homeless 17 year olds their rights').quotes).toEqual([
      untold,
    ]);
  });
});

describe('Across councils a fault that is asked about', () => {
  const NOBODY = 'Despite the pressures, no children under 16 live in unregistered homes.';
  const FEW = 'A very small number of children live in unregistered homes.';
  const FAULT = 'Too many children live in unregistered homes, which leaves them at risk.';
  const ask = answering('unregulated-unregistered', NOBODY, FEW, FAULT);

  it('never counts a denial', () => {
    for (const question of [
      'which councils were criticised for unregistered homes',
      'which councils put children in unregistered homes',
      'which reports mention unregistered homes',
    ]) {
      const { table } = ask(question);
      expect(table?.rows.map(([, , , sentence]) => sentence)).not.toContain(NOBODY);
    }
  });

  it('is told apart from a criticism of it, and both are counted', () => {
    const { quotes, headline } = ask('which councils were criticised for unregistered homes');
    expect(quotes).toEqual([FAULT]);
    expect(headline).toMatch(/^In at least 1 of the 3 newest reports held, .*; 1 more/);
    expect(ask('which councils put children in unregistered homes').headline).toMatch(
      /^In at least 2 of/,
    );
  });

  it('is criticised where a degree of it is said to be too much, and not where it is less', () => {
    const some = 'Workers are proud of their work, though caseloads in some teams are too high.';
    const less = 'Leaders have reduced the high caseloads that were seen before.';
    const fine =
      'Standards stay exceptionally high for workers, whatever their changing caseloads.';
    const { quotes, headline } = answering(
      'caseloads',
      some,
      less,
      fine,
    )('which councils were criticised for high caseloads');
    expect(quotes).toEqual([some]);
    expect(headline).toMatch(/^In at least 1 of the 3/);
  });
});

describe('Across councils everyday words beside a theme’s own name', () => {
  it('make it no wider', () => {
    const of17 = 'Support for care leavers aged 17 is effective and well planned.';
    const homeless = 'Support for homeless children aged 17 is effective and well planned.';
    const { quotes } = answering(
      'homelessness',
      of17,
      homeless,
    )('which reports mention homeless 17 year olds');
    expect(quotes).toEqual([homeless]);
  });

  it('“keep changing” asks of workers, and not how things went over time', () => {
    const changes = 'Too many children have changes of social worker, which is a weakness.';
    const { headline, quotes } = answering(
      'social-worker-relationships',
      changes,
      'Workers know children well.',
    )('which councils are criticised because social workers keep changing');
    expect(quotes).toEqual([changes]);
    expect(headline).toContain('of the 2 newest reports held');
  });

  it.each(['passed from one social worker to another', 'handed around between social workers'])(
    '“%s” is a change of worker',
    (words) => {
      const changes = 'Children have several changes of social worker, which is a weakness.';
      const { quotes } = answering(
        'social-worker-relationships',
        changes,
        'Referrals are passed to social workers promptly.',
      )(`which reports say children are ${words}`);
      expect(quotes).toEqual([changes]);
    },
  );
});

describe('Across councils who is free of a fault', () => {
  const HAPPENS = 'Some care leavers live in bed and breakfast, which is not suitable.';
  const NEVER = 'Care leavers are never placed in bed and breakfast.';
  const ask = answering('bed-and-breakfast', HAPPENS, NEVER);

  it.each([
    "which councils don't use bed and breakfast for care leavers",
    'which councils have no care leavers in bed and breakfast',
    'which councils avoid bed and breakfast for care leavers',
  ])('“%s” is answered by those that are said to be, and by no others', (question) => {
    expect(ask(question).quotes).not.toContain(HAPPENS);
  });

  it('is found', () => {
    expect(ask("which councils don't use bed and breakfast for care leavers").quotes).toEqual([
      NEVER,
    ]);
  });
});

describe('Across councils what decides', () => {
  it.each([
    [
      'which reports say adoption is not considered',
      'Adoption is not always considered for children.',
      'Adoption support plans are weak for too many children.',
    ],
    [
      'who was criticised for care leavers being out of work',
      'Too many care leavers are not in education, employment or training.',
      'Too many children in care are not in education, employment or training.',
    ],
    [
      'which councils were criticised for children being moved too many times',
      'Too many children have several placement moves, which is a weakness.',
      'Action is not always taken in a timely way, which is a weakness.',
    ],
    [
      'which councils were criticised for personal advisers with too many young people',
      'The caseloads of personal advisers are too high.',
      'Personal advisers do not always visit young people, which is a weakness.',
    ],
  ])('is never dropped: “%s”', (question, onPoint, beside) => {
    const { quotes } = answering('care-leavers', onPoint, beside)(question);
    expect(quotes).toEqual([onPoint]);
  });
});
