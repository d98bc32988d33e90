import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { Passage } from '../../src/domain/passage.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  inspection,
  letter,
  passage,
  report,
  source,
  THEMES,
  visit,
} from '../support/record.js';

const HIGH = 'Caseloads are too high in some teams.';
const KNOWN = 'Social workers know their children well and visit them often.';
const PRAISED = 'Family finding is prompt, and brothers and sisters live together.';
const LEADER = 'We are proud of how well our staff look after every child.';
const RISK = 'No child was found to be at immediate risk of harm.';
const URL = 'https://reports.ofsted.gov.uk/provider/44/80535';

const ofInspection = (id: string, quote: string, changes: Partial<Passage> = {}): Passage =>
  passage({ id, visit: inspection().id, quote, ...changes });

const context = createAnswerContext(
  assembleRecord(AUTHORITIES.authorities, THEMES.themes, [
    letter({ visits: [visit({ leadInspector: 'Anna Smith' })] }),
    report({
      source: source({
        id: 'oldham-2024-report',
        kind: 'report',
        title: 'Inspection of Oldham',
        url: URL,
        sha256: 'a'.repeat(64),
        published: { date: '2024-03-11', basis: 'printed', note: null },
      }),
      visits: [inspection({ leadInspector: 'Ben Jones' })],
      passages: [
        ofInspection('p1', PRAISED),
        ofInspection('p2', RISK, { tone: 'mixed' }),
        ofInspection('p3', 'Delays are tackled late.', { tone: 'criticism' }),
        ofInspection('p4', LEADER, {
          kind: 'statement',
          speaker: { kind: 'office_holder', name: 'Firstname Lastname', role: 'council leader' },
        }),
      ],
    }),
  ]),
  null,
  () => '2026-01-26',
);
const ask = (question: string) => answerQuestion(question, context);
const quotes = (question: string) => ask(question).citations.map(({ quote }) => quote);

describe('Strengths', () => {
  it.each(['strengths', 'what is oldham good at', 'what did oldham do well'])(
    '(%s) are what inspectors praised, never what a leader says of the council',
    (question) => {
      expect(quotes(question)).toContain(PRAISED);
      expect(quotes(question)).not.toContain(LEADER);
    },
  );

  it('a leader claims are told where the council’s words are asked for', () => {
    expect(quotes('what did the council say in oldham')).toContain(LEADER);
  });
});

describe('A phrase in quotation marks', () => {
  it.each([
    '"too high in some teams" oldham',
    'did ofsted say “too high in some teams” about oldham',
    "where does 'too high in some teams' come",
  ])('(%s) is looked for word for word', (question) => {
    const { status, citations } = ask(question);
    expect(status).toBe('found');
    expect(citations.map(({ quote }) => quote)).toEqual([HIGH]);
  });

  it('that no document has is said to be in none', () => {
    const { status, citations } = ask('did ofsted say "catastrophic collapse of care" in oldham');
    expect([status, citations]).toEqual(['nothing_found', []]);
  });
});

describe('Who said something', () => {
  it('is answered with the passage and its speaker', () => {
    const [first] = ask('who said staff look after every child in oldham').citations;
    expect(first?.quote).toBe(LEADER);
    const [risk] = ask('who said no child was at immediate risk in oldham').citations;
    expect(risk?.quote).toBe(RISK);
  });
});

describe('The last visit', () => {
  it.each([
    'how long since oldham was inspected',
    'when was oldham last inspected',
    'how long ago was oldham inspected',
  ])('(%s) is told with its days, and how long ago that is', (question) => {
    const { status, headline } = ask(question);
    expect(status).toBe('found');
    expect(headline).toContain('15–26 January 2024');
    expect(headline).toContain('2 years');
  });
});

describe('A link', () => {
  it.each(['oldham report link', 'where can i read the full report on oldham'])(
    '(%s) is the address of the document that was published',
    (question) => {
      const answer = ask(question);
      expect(answer.status).toBe('found');
      expect(JSON.stringify(answer)).toContain(URL);
    },
  );
});

describe('Lead inspectors', () => {
  it.each([
    ['who inspected oldham in 2024', 'Ben Jones'],
    ['lead inspector oldham 2021', 'Anna Smith'],
  ])('(%s) are named: %s', (question, name) => {
    expect(JSON.stringify(ask(question))).toContain(name);
  });
});

describe('A grade', () => {
  it.each([
    ['is oldham inadequate', 'requires improvement to be good'],
    ['why is oldham inadequate', 'requires improvement to be good'],
  ])('(%s) that the council does not have is answered with the one it has', (question, grade) => {
    const { status, headline } = ask(question);
    expect(status).toBe('found');
    expect(headline).toContain(grade);
  });

  it('of what Ofsted does not grade is not given, and what is said of it is quoted', () => {
    const { headline, notes, citations } = ask('how were caseloads rated in oldham');
    expect([headline, ...notes].join(' ')).toMatch(/not grade|no grade/);
    expect(citations.map(({ quote }) => quote)).toContain(HIGH);
  });
});

it('What inspectors said is found in the words of askers', () => {
  expect(quotes('do social workers know the kids in oldham')).toContain(KNOWN);
});
