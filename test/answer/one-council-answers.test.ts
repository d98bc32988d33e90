import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { elapsedSince } from '../../src/answer/one-council/since-last-visit.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  inspection,
  judgement,
  letter,
  OLDHAM,
  passage,
  report,
  source,
  THEMES,
  visit,
} from '../support/record.js';
import { contextOfTameside } from '../support/tameside.js';

const TODAY = '2026-11-27';

let tameside: AnswerContext;
beforeAll(async () => {
  tameside = await contextOfTameside(() => TODAY);
});
const ask = (question: string) => answerQuestion(question, tameside);

const askOf = (question: string, ...documents: RecordedDocument[]) =>
  answerQuestion(
    question,
    createAnswerContext(
      assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents),
      null,
      () => TODAY,
    ),
  );
const quotesOf = ({ citations }: { citations: { quote: string }[] }) =>
  citations.map(({ quote }) => quote);
const at = (paragraph: number, section: string | null = null) => ({
  section,
  page: 1,
  lastPage: null,
  paragraph,
  bullet: null,
});

describe('Words in quotation marks', () => {
  it.each([
    '"too many children" tameside',
    'tameside “Too  Many Children”',
    "did ofsted say 'too many children' in tameside",
  ])('(%s) are looked for as they stand', (question) => {
    const answer = ask(question);
    expect(answer.status).toBe('found');
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const quote of quotesOf(answer))
      expect(quote.toLowerCase()).toContain('too many children');
  });

  it('that no document has are said to be in none, and what is near is set apart', () => {
    const answer = ask('"far too many caseloads" tameside');
    expect(answer).toMatchObject({ status: 'nothing_found', reason: 'no_match', citations: [] });
    expect(answer.headline).toContain('far too many caseloads');
    expect(answer.sections.flatMap(({ points }) => points.map(({ citation }) => citation))).toEqual(
      answer.nearest,
    );
    expect(answer.nearest.some(({ quote }) => /caseload/i.test(quote))).toBe(true);
  });

  it('are no part of longer words, and are found in the sentence that has them', () => {
    const sentence = 'Too few have a home.';
    const long = letter({
      passages: [passage({ quote: `Care leavers are seen. ${sentence} They move often.` })],
    });
    expect(quotesOf(askOf('oldham "few have a home"', long))).toEqual([sentence]);
    expect(askOf('oldham "few have a hom"', long).status).toBe('nothing_found');
  });

  it('are found where they run over from one part of a paragraph into the next', () => {
    const [first, second] = ['Plans drift', 'and children wait for help.'];
    const parts = letter({
      passages: [
        passage({ quote: first, locator: at(1) }),
        passage({ id: 'p1.2', quote: second, locator: at(1) }),
      ],
    });
    expect(quotesOf(askOf('oldham "drift and children"', parts))).toEqual([first, second]);
  });
});

describe('Who said something', () => {
  it('is answered with the office holder whose claim it was, before inspectors', () => {
    const { headline, citations } = ask('who said no children were at immediate risk in tameside');
    expect(headline).toContain('Bill Fairfoull');
    expect(citations[0]?.quote).toContain('no children were at immediate risk');
  });

  it('is answered with the name that the passage gives', () => {
    const { headline, citations } = ask('who said tameside had the right leadership team');
    expect(headline).toContain('Gerald Cooney, council leader');
    expect(citations[0]).toMatchObject({ speaker: { kind: 'office_holder' } });
  });

  it('is Ofsted where only Ofsted said it', () => {
    const answer = askOf('who said caseloads were too high in oldham', letter());
    expect(answer.citations[0]).toMatchObject({ speaker: { kind: 'ofsted' } });
    expect(answer.citations[0]?.quote).toContain('Caseloads are too high');
  });
});

describe('How long since a council was inspected', () => {
  it.each(['how long since tameside was inspected', 'when was tameside last inspected'])(
    '(%s) is counted to the day it is asked',
    (question) => {
      const { headline } = ask(question);
      expect(headline).toContain('4–15 December 2023');
      expect(headline).toContain('2 years, 11 months and 12 days (1078 days)');
      expect(headline).toContain('27 November 2026');
    },
  );

  it('tells the newest inspection with grades where a later visit gave none', () => {
    const later = visit({
      id: `${OLDHAM}-focused-visit-2025-03-11`,
      windows: [{ start: '2025-03-11', end: '2025-03-12' }],
      start: '2025-03-11',
      end: '2025-03-12',
      period: '2025-03',
    });
    const { headline, notes } = askOf(
      'how long since oldham was inspected',
      report(),
      letter({ visits: [later], passages: [passage({ visit: later.id })] }),
    );
    expect(notes.join(' ')).toContain(
      'focused visit, 11–12 March 2025, 1 year, 8 months and 15 days',
    );
    expect(headline).toContain('15–26 January 2024 (inspection)');
  });

  it.each([
    ['2026-11-27', '2026-11-27', { years: 0, months: 0, days: 0, totalDays: 0 }],
    ['2024-02-29', '2025-02-28', { years: 1, months: 0, days: 0, totalDays: 365 }],
    ['2023-01-31', '2023-03-01', { years: 0, months: 1, days: 1, totalDays: 29 }],
    ['2023-12-15', '2024-01-01', { years: 0, months: 0, days: 17, totalDays: 17 }],
  ])('from %s to %s is counted in whole months', (from, to, elapsed) => {
    expect(elapsedSince(from, to)).toEqual(elapsed);
  });

  it('is not counted back from a day to come', () => {
    expect(elapsedSince('2026-12-01', TODAY)).toBeNull();
  });
});

describe('A link to a report', () => {
  const PAGE = `https://reports.ofsted.gov.uk/provider/44/${OLDHAM}`;
  const address = 'https://files.ofsted.gov.uk/v1/file/50241138';

  it('is Ofsted’s page of the council where the record has no address', () => {
    const answer = askOf('oldham report link', report());
    expect(answer.status).toBe('found');
    expect(answer.headline).toContain(PAGE);
    expect(answer.headline).toContain('15–26 January 2024');
  });

  it('is the address of the report itself where the record has it', () => {
    const withAddress = report();
    const answer = askOf('oldham report link', {
      ...withAddress,
      source: { ...withAddress.source, url: address },
    });
    expect(answer.headline).toContain(address);
    expect(answer.closing.join()).toContain(PAGE);
  });

  it('is that of the visit named', () => {
    expect(askOf('oldham 2021 report link', report(), letter()).headline).toContain(
      'focused visit, 9–10 March 2021',
    );
  });
});

describe('Strengths and concerns asked for together', () => {
  it('are two lists of the newest full inspection, quoted in turn', () => {
    const { sections, headline, citations } = ask('tameside strengths and concerns');
    expect(headline).toContain('strengths and concerns');
    expect(headline).toContain('4–15 December 2023');
    expect(sections.map(({ heading }) => heading.split(':')[0])).toEqual(['Strengths', 'Concerns']);
    expect(new Set(citations.slice(0, 2).map(({ tone }) => tone)).size).toBe(2);
  });

  it.each(['tameside strengths and concerns over the years', 'historic concerns in tameside'])(
    '(%s) are those of every visit, newest first, where history is asked for',
    (question) => {
      const { sections } = ask(question);
      const years = sections
        .filter(({ heading }) => !heading.startsWith('Strengths'))
        .map(({ heading }) => Number(/20\d\d/.exec(heading)?.[0]));
      expect(years.length).toBeGreaterThan(1);
      expect(years).toEqual(years.toSorted((a, b) => b - a));
    },
  );

  it('tell of the one that the record lacks', () => {
    const praise = letter({ passages: [passage()] });
    const { headline, sections } = askOf('oldham strengths and concerns', praise);
    expect(headline).toContain('no concerns are quoted');
    expect(sections.flatMap(({ points }) => points)).toHaveLength(1);
  });
});

describe('Why a grade was given', () => {
  const SUMMARY = 'Children wait too long for help, and leaders have not seen it.';
  const TO_IMPROVE = 'The caseloads of social workers.';
  const OLDER = 'At the last inspection services were inadequate.';
  const failing = report({
    source: source({ id: 'oldham-2024-report', kind: 'report', sha256: 'a'.repeat(64) }),
    judgements: [judgement({ grade: 'inadequate', printed: 'Inadequate' })],
    passages: [
      ['What needs to improve', TO_IMPROVE],
      [null, SUMMARY],
      ['The experiences of children in care', OLDER],
    ].map(([section, quote], i) =>
      passage({
        id: `p${i + 1}`,
        visit: inspection().id,
        kind: i === 0 ? 'recommendation' : 'finding',
        tone: 'unmarked',
        locator: at(i + 1, section ?? null),
        quote: quote ?? '',
      }),
    ),
  });

  it('is what the report’s own summary says, before its list of what to improve', () => {
    const answer = askOf('why is oldham inadequate', failing);
    expect(answer.headline).toContain('graded inadequate');
    expect(quotesOf(answer)).toEqual([SUMMARY, OLDER, TO_IMPROVE]);
  });

  it('that was not given is answered with the grades that were', () => {
    const answer = askOf('why is oldham outstanding', failing);
    expect(answer.headline).toMatch(/no, not outstanding overall/);
    expect(answer.citations.map(({ quote }) => quote)).toEqual(['Inadequate']);
  });
});

describe('Whether a council is improving', () => {
  it('is answered with every graded inspection and what was said of progress, newest first', () => {
    const { table, sections, notes } = ask('is tameside improving');
    expect(table?.rows.map(([, dates]) => dates)).toEqual(
      expect.arrayContaining([
        '4–15 December 2023',
        '13–24 May 2019',
        '26 September–20 October 2016',
      ]),
    );
    expect(table?.rows[0]?.[1]).toBe('4–15 December 2023');
    expect(sections[0]?.heading).toContain('2023');
    expect(sections[1]?.heading).toContain('2021');
    expect(notes.join()).toContain('no verdict');
  });
});

describe('A figure', () => {
  it('comes with what its sentence goes on to say', () => {
    expect(quotesOf(ask('what was the average caseload at tameside'))).toEqual([
      'the average caseload was 18.5',
      'reported having as many as 28',
    ]);
  });

  it('is that of the words asked about, not of their theme', () => {
    expect(quotesOf(ask('how many social workers had tameside appointed in 2018'))[0]).toContain(
      '17 recent appointments',
    );
  });

  it('is shown with the next sentence where that takes some of it back', () => {
    const figure = 'Caseloads average 17 children. However, some workers have 30.';
    const lead = 'Leaders have listened to staff and to children, and have acted on it. ';
    const long = letter({
      passages: [passage({ themes: ['caseloads'], quote: `${lead.repeat(6)}${figure}` })],
    });
    expect(quotesOf(askOf('oldham average caseload', long))[0]).toContain(figure);
  });
});

describe('The grades of one council', () => {
  it('tell at how many inspections one was given', () => {
    expect(ask('how many times has tameside been inadequate').headline).toContain(
      'at 2 of 3 inspections',
    );
  });

  it.each([
    ['is tameside good or better', 'no, not outstanding or good overall'],
    ['was tameside below good in 2019', 'yes'],
    ['has tameside never been outstanding', 'Tameside: not outstanding overall'],
    ['is tameside not inadequate', 'Tameside: inadequate overall'],
  ])('(%s) are compared as the question asks', (question, verdict) => {
    expect(ask(question).headline).toContain(verdict);
  });
});

describe('Lead inspectors', () => {
  it('are told of each visit, or of those one led', () => {
    const every = ask('lead inspector tameside');
    expect(every.headline).toContain('Andy Waugh');
    expect(every.notes.join()).toContain('Paula Thomson-Jones');
    const { headline } = ask('who is andy waugh tameside');
    expect(headline).toContain('Andy Waugh (inspection, 4–15 December 2023)');
    expect(headline).not.toContain('Paula');
  });
});

describe('A kind of visit that no document is of', () => {
  it('is told of by a document of that time which names no year', () => {
    const seven = 'Ofsted has made seven monitoring visits.';
    const { status, citations } = askOf(
      'number of monitoring visits oldham had since 2018',
      letter({ passages: [passage({ quote: `Social workers know children. ${seven}` })] }),
    );
    expect(status).toBe('found');
    expect(citations.map(({ quote }) => quote)).toEqual([seven]);
  });
});
