import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils two subjects of one question', () => {
  const HELP = 'Early help is effective and makes a difference for families.';
  const FOSTERED = 'Children in private fostering arrangements are visited by skilled workers.';
  const LATE = 'Care leavers do not always have a pathway plan, which is a weakness.';
  const both = `${HELP} ${FOSTERED} ${LATE}`;
  const ask = answering('early-help', both, both, both, HELP);

  it.each([
    'which councils were praised for early help and private fostering',
    'which councils were praised for both early help and private fostering',
    'who is praised for early help and also for private fostering',
  ])('are counted where a report has a sentence for each: “%s”', (question) => {
    const { headline, quotes } = ask(question);
    expect(headline).toMatch(/^In at least 3 of the 4 newest reports held/);
    expect(quotes).toEqual(expect.arrayContaining([HELP, FOSTERED]));
    expect(quotes).not.toContain(LATE);
  });

  it.each([
    'which councils were praised for early help and criticised for care leavers',
    'which councils were praised for early help but criticised for care leavers',
    'places where early help is praised but work with care leavers is poor',
  ])('have each the tone that is asked of it: “%s”', (question) => {
    const { headline, quotes } = ask(question);
    expect(headline).toMatch(/^In at least 3 of the 4 newest reports held.*praise.*critical/);
    expect(quotes).toEqual(expect.arrayContaining([HELP, LATE]));
    expect(quotes).not.toContain(FOSTERED);
  });

  it('are no answer where reports have only one', () => {
    const { headline } = answering(
      'early-help',
      HELP,
      FOSTERED,
    )('which councils were praised for early help and private fostering');
    expect(headline).not.toMatch(/^In 2/);
  });
});
