import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';

let context: AnswerContext;
beforeAll(async () => {
  const record = await loadRecord({ dataDir: 'data' });
  context = createAnswerContext(record, null, () => '2026-11-28');
});
const ask = (question: string) => answerQuestion(question, context);
const notesOf = (question: string) => ask(question).notes.join(' ');
/** The kinds of visit in the first column of a timeline. */
const kindsIn = (question: string) => [
  ...new Set(ask(question).table?.rows.map(([kind]) => kind?.toLowerCase())),
];

describe('A kind of visit that is left out', () => {
  it.each([
    ['bristol timeline without counting visits', 'focused visits, monitoring visits'],
    ['bristol history, do not include focused visits', 'focused visits'],
    ['timeline for bristol leaving out the focused visits', 'focused visits'],
    ['bristol timeline without the focused visits', 'focused visits'],
    ['bristol timeline, no focused visits', 'focused visits'],
    ['bristol timeline, only show full inspections', 'focused visits, monitoring visits'],
    ['bristol timeline excluding focused and monitoring visits', 'focused visits, monitoring'],
  ])('“%s” has no such visit, and says so', (question, left) => {
    expect(notesOf(question)).toContain(`Left out, as asked: ${left}`);
    expect(kindsIn(question)).not.toContain('focused visit');
    expect(kindsIn(question)).toContain('inspection');
  });

  it('leaves the others in', () => {
    expect(kindsIn('bristol timeline')).toContain('focused visit');
    expect(kindsIn('bristol timeline ignoring monitoring visits')).toContain('focused visit');
    expect(kindsIn('tameside timeline ignoring focused visits')).toContain('monitoring visit');
  });

  it('is no news since the newest inspection', () => {
    expect(notesOf('bristol latest')).toContain('focused visit, 18 February 2025');
    expect(notesOf('bristol latest, not the focused visit')).not.toContain('18 February 2025');
  });

  it('is counted nowhere across councils', () => {
    const rows = (question: string) => ask(question).table?.rows.map(([, visit]) => visit) ?? [];
    const all = rows('visits in london in 2024/25');
    const left = rows('visits in london in 2024/25 apart from focused visits');
    expect(rows('visits in london in 2024/25 without counting focused visits')).toEqual(left);
    expect(left).toEqual(all.filter((visit) => !visit?.startsWith('focused visit')));
    expect(left.length).toBeLessThan(all.length);
  });

  it.each([
    'councils without focused visits in 2024',
    'london boroughs with no focused visits',
    'children left without visits in bristol',
  ])('“%s” leaves none out', (question) => {
    expect(notesOf(question)).not.toContain('Left out, as asked');
  });
});

describe('A council that is to be compared with nobody knows whom', () => {
  it.each(['compare bristol', 'how does bristol compare', 'compare bristol with'])(
    '“%s” is asked back, with its neighbours and its region to choose',
    (question) => {
      const { status, choices } = ask(question);
      expect(status).toBe('ambiguous');
      expect(choices).toHaveLength(2);
      for (const choice of choices) {
        const { status: chosen, headline } = ask(choice.question);
        expect(chosen).toBe('found');
        expect(headline).toMatch(/^Bristol: .*(neighbours|South West)/);
      }
    },
  );

  it('keeps the area in what it offers', () => {
    for (const { question } of ask('compare kent on care leavers').choices)
      expect(question).toMatch(/on care leavers$/);
  });
});

describe('A request for an alert, where none can be set up', () => {
  it.each([
    'alert me when bristol gets a new report',
    'notify us if a report mentions knife crime',
    'let me know when there is a new report on kent',
    'tell us when durham is inspected again',
  ])('“%s” is answered by nothing but where alerts are set up', (question) => {
    const { status, headline, table, sections, citations, choices } = ask(question);
    expect(status).toBe('nothing_found');
    expect(headline).toContain('Slack');
    expect([table, sections, citations, choices]).toEqual([null, [], [], []]);
  });

  it.each(['tell me when kent was inspected', 'tell me about kent', 'let me know kent’s rating'])(
    '“%s” is a question',
    (question) => {
      expect(ask(question)).toMatchObject({ status: 'found', authority: { name: 'Kent' } });
    },
  );
});

describe('Councils named by the county that they lie in', () => {
  it.each([
    ['berkshire councils', ['Bracknell Forest', 'Reading', 'Slough', 'West Berkshire']],
    ['devon authorities', ['Devon', 'Plymouth', 'Torbay']],
    ['how are the councils in essex doing', ['Essex', 'Southend-on-Sea', 'Thurrock']],
    ['cumbria councils', ['Cumberland', 'Westmorland and Furness']],
    ['compare the kent councils', ['Kent', 'Medway']],
  ])('“%s” are each in the answer', (question, names) => {
    const { status, table } = ask(question);
    expect(status).toBe('found');
    expect(table?.rows.map(([name]) => name)).toEqual(expect.arrayContaining(names));
  });

  it.each(['essex', 'kent county council', 'devon council'])('“%s” is one council', (question) => {
    expect(ask(question).authority).not.toBeNull();
  });
});

describe('A year that begins within one of the calendar', () => {
  it.each([
    ['bristol 24/25', 'April 2024 to March 2025'],
    ['visits 2024-25', 'April 2024 to March 2025'],
    ['inspections 22/23 london', 'April 2022 to March 2023'],
    ['which councils were inspected in FY23', 'April 2022 to March 2023'],
    ['full inspections in the 2021/2022 school year', 'September 2021 to August 2022'],
    ['which councils went down 22-23', 'April 2022 to March 2023'],
    ['councils inspected from 2021/22 to 2022/23', 'April 2021 to March 2023'],
  ])('“%s” says that it was taken for %s', (question, months) => {
    const { headline, notes } = ask(question);
    expect([headline, ...notes].join(' ')).toContain(months);
  });

  it.each(['care leavers aged 24/25 in bristol', '16/17 year olds in bristol'])(
    '“%s” has ages, and no time',
    (question) => {
      expect(notesOf(question)).not.toContain('Time asked about');
    },
  );
});
