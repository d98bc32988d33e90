import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { Tone } from '../../src/domain/passage.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, inspection, judgement, passage, report } from '../support/record.js';
import { shippedThemes } from '../support/themes.js';

const themes = shippedThemes();

/** Findings of the newest inspection of Oldham: the words, their themes and tone. */
type Said = [quote: string, themes: string[], tone?: Tone];
const documentsOf = (findings: Said[]) => [
  report({
    judgements: [judgement({ grade: 'good', printed: 'Good' })],
    passages: findings.map(([quote, tagged, tone = 'unmarked'], i) =>
      passage({
        id: `n${i}`,
        kind: 'finding',
        tone,
        themes: tagged,
        quote,
        visit: inspection().id,
      }),
    ),
  }),
];
const ask = (question: string, ...findings: Said[]) =>
  answerQuestion(
    question,
    createAnswerContext(assembleRecord(AUTHORITIES.authorities, themes, documentsOf(findings))),
  );

const VISITED: Said = [
  'Social workers visit children regularly and see them alone.',
  ['child-in-need-visits'],
  'praise',
];
const AFAR: Said = [
  'Most children who live outside the local authority area are settled in their homes.',
  ['placement-sufficiency'],
];
const HOMES: Said = [
  'Children are matched well with carers and live in homes that meet their needs.',
  ['placement-sufficiency'],
  'praise',
];
const SHORT: Said = [
  'There are too few foster carers for older children.',
  ['placement-sufficiency', 'fostering'],
  'criticism',
];
const OLDER: Said = [
  'Care leavers are supported by personal advisers after the age of 21.',
  ['care-leavers', 'personal-advisers'],
];
const ALLOCATED: Said = [
  'Personal advisers are allocated before children leave care.',
  ['personal-advisers', 'care-leavers'],
];
const EDUCATED: Said = [
  'Care leavers are helped into education and training.',
  ['care-leavers', 'education-employment-training'],
  'praise',
];

describe('A part of a question that no sentence has', () => {
  it.each([
    ['visits to children placed outside oldham', [AFAR, HOMES], 'visits'],
    ['oldham PAs allocated late', [ALLOCATED, OLDER], 'late'],
  ])('(%s) is named in the headline', (question, findings, unsaid) => {
    const { headline } = ask(question, ...findings);
    expect(headline).toMatch(new RegExp(`without “[^”]*${unsaid}`));
    expect(headline).not.toMatch(/praised|criticised/);
  });

  it('is not named where a sentence has all of it', () => {
    const { headline } = ask('are visits regular in oldham', VISITED, HOMES);
    expect(headline).toContain('praised');
  });
});

describe('Visits that are not inspections', () => {
  it.each(['are visits timely in oldham', 'are visits regular in oldham'])(
    '(%s) are those of social workers',
    (question) => {
      const { citations } = ask(question, HOMES, VISITED, AFAR);
      expect(citations[0]?.quote).toBe(VISITED[0]);
    },
  );
});

describe('A thing narrower than its theme', () => {
  it.each(['enough foster carers in oldham', 'has oldham got enough fosterers'])(
    '(%s) is not praised by what is said of its theme',
    (question) => {
      expect(ask(question, HOMES).headline).not.toMatch(/praised|criticised/);
      const { headline, citations } = ask(question, HOMES, SHORT);
      expect(citations[0]?.quote).toBe(SHORT[0]);
      expect(headline).toContain('criticised');
    },
  );

  it('is not told of those who are only some of its people', () => {
    const { citations } = ask('support for over 21s in oldham', EDUCATED, OLDER);
    expect(citations[0]?.quote).toBe(OLDER[0]);
  });
});

describe('How many each has', () => {
  const EACH: Said = [
    'Personal advisers have manageable caseloads, averaging 20 young people.',
    ['personal-advisers', 'caseloads'],
  ];
  const ALL: Said = ['Personal advisers support 1,278 young people.', ['personal-advisers']];

  it('is told by the figure of each', () => {
    const { citations } = ask('how many young people does each PA have in oldham', ALL, EACH);
    expect(citations[0]?.quote).toBe(EACH[0]);
  });

  it('is not told by how many there are in all', () => {
    const { headline } = ask('how many young people does each PA have in oldham', ALL);
    expect(headline).toMatch(/figure/);
  });
});

describe('A claim of which the newest report says the contrary', () => {
  it.each([
    [
      'did ofsted say oldham relies too much on agency staff',
      'The reliance on agency staff has been reduced.',
      'agency-staff',
    ],
    [
      'did ofsted say oldham does not rely on agency workers',
      'Oldham is highly dependent on agency workers.',
      'agency-staff',
    ],
    [
      'did ofsted say caseloads in oldham have gone up',
      'Caseloads have significantly reduced since the last inspection.',
      'caseloads',
    ],
    [
      'is it true that oldham has enough foster carers',
      'There are too few foster carers for older children.',
      'fostering',
    ],
    [
      'did ofsted say oldham made enough progress',
      'The local authority has not made sufficient progress.',
      'pace-of-change',
    ],
  ])('(%s) is answered with that', (question, quote, theme) => {
    const { claim, citations } = ask(question, VISITED, [quote, [theme]]);
    expect(claim).toBe('opposed');
    expect(citations[0]?.quote).toBe(quote);
  });

  it('is not, where it says so of a few or of what is to come', () => {
    const quote = 'Leaders aim to reduce the reliance on agency staff.';
    const { claim } = ask('did ofsted say oldham relies too much on agency staff', [
      quote,
      ['agency-staff'],
    ]);
    expect(claim).not.toBe('opposed');
  });
});

describe('Words of a phrase that looks out of scope', () => {
  it.each([
    [
      'unfilled social work jobs in oldham',
      'Social work vacancies have reduced significantly.',
      ['recruitment-retention'],
    ],
    ['foster carers pay in oldham', 'Foster carer allowances have been increased.', ['fostering']],
  ])('(%s) are answered where reports have it', (question, quote, tagged) => {
    const { status, citations } = ask(question, VISITED, [quote, tagged]);
    expect(status).toBe('found');
    expect(citations[0]?.quote).toBe(quote);
  });
});
