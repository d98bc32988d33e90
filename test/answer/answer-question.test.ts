import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { groupedByCouncil } from '../../src/domain/by-council.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  judgement,
  letter,
  OLDHAM,
  passage,
  ROCHDALE,
  report,
  source,
  THEMES,
  visit,
} from '../support/record.js';

const contextOf = (...documents: RecordedDocument[]) =>
  createAnswerContext(assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents));

/** A focused visit after the newest inspection. */
const later = visit({
  id: `${OLDHAM}-focused-visit-2025-03-11`,
  windows: [{ start: '2025-03-11', end: '2025-03-12' }],
  start: '2025-03-11',
  end: '2025-03-12',
  period: '2025-03',
});
const laterLetter = letter({
  source: source({
    id: 'oldham-2025-letter',
    sha256: 'f'.repeat(64),
    dated: { date: '2025-04-20', basis: 'printed', note: null },
  }),
  visits: [later],
  passages: [
    passage({
      visit: later.id,
      themes: ['caseloads'],
      quote: 'Caseloads have fallen in most teams.',
    }),
  ],
});
/** A newspaper's article on the letter. */
const article: RecordedDocument = {
  ...letter(),
  checked: null,
  source: source({
    id: 'oldham-2021-article',
    kind: 'press',
    title: 'Caseloads at Oldham',
    publisher: 'local newspaper',
    licence: 'quotation',
    published: { date: '2021-04-22', basis: 'printed', note: null },
    dated: null,
    sha256: 'e'.repeat(64),
  }),
  visits: [],
  passages: [
    passage({
      id: 'p2.1',
      speaker: { kind: 'press' },
      tone: 'praise',
      themes: ['caseloads'],
      quote: 'caseloads are manageable',
      finding: 'The newspaper says that caseloads were manageable in 2021.',
    }),
    passage({
      id: 'p3.1',
      kind: 'statement',
      speaker: { kind: 'council', role: 'a spokesperson' },
      tone: 'praise',
      themes: ['caseloads'],
      quote: 'Ofsted praised how we cut caseloads',
      finding: 'The council claimed in 2021 that Ofsted had praised its cutting of caseloads.',
    }),
  ],
};

describe('“latest”', () => {
  it('leads with the newest graded inspection, then says what came since', () => {
    const { headline, notes, table } = answerQuestion(
      'oldham latest',
      contextOf(report(), laterLetter),
    );
    expect(headline).toContain('requires improvement to be good overall (inspected 15–26 January');
    expect(notes[0]).toContain('Since then: focused visit, 11–12 March 2025');
    expect(table?.caption).toContain('15–26 January 2024');
  });

  it('gives every graded area of the newest inspection', () => {
    const all = report({
      judgements: [
        judgement(),
        judgement({ area: 'care_leavers', grade: 'good', printed: 'Good' }),
      ],
    });
    const { table } = answerQuestion('oldham latest', contextOf(all));
    expect(table?.rows).toEqual([
      ['Overall effectiveness', 'requires improvement to be good'],
      ['Care leavers', 'good'],
    ]);
    expect(table?.caption).toContain('page 1');
  });

  it('never makes an overall grade of an inspection that gave none', () => {
    const without = report({
      judgements: [judgement({ area: 'care_leavers', grade: 'good', printed: 'Good' })],
    });
    const { headline } = answerQuestion('oldham latest', contextOf(without));
    expect(headline).toContain('no overall grade was given');
  });
});

describe('Whose words they are', () => {
  const context = contextOf(letter(), article);

  it('is told of every point, and a statement that is not Ofsted’s comes with what it is', () => {
    const { citations, notes } = answerQuestion(
      'did ofsted praise how oldham cut caseloads',
      context,
    );
    expect(citations[0]).toMatchObject({
      quote: 'Ofsted praised how we cut caseloads',
      speaker: { kind: 'council' },
    });
    expect(notes).toContain(
      'The closest words in the record are not Ofsted’s: see below whose they are.',
    );
  });

  it('stays apart where sources differ: both are shown, Ofsted’s first', () => {
    const { sections } = answerQuestion('oldham about caseloads', context);
    const said = sections.flatMap((section) => section.points.map((point) => point.citation));
    expect(said[0]?.speaker.kind).toBe('ofsted');
    expect(said.map((c) => [c.source.id, c.tone])).toEqual(
      expect.arrayContaining([
        ['oldham-2021-letter', 'criticism'],
        ['oldham-2021-article', 'praise'],
      ]),
    );
  });
});

describe('A question about grades', () => {
  it('is answered from judgements and never from text that contains the word', () => {
    const praising = letter({
      passages: [passage({ quote: 'Good practice is good, and good work is outstanding.' })],
    });
    const { headline, citations } = answerQuestion(
      'has oldham ever been rated good',
      contextOf(praising, report()),
    );
    expect(headline).toContain('no, not good overall');
    expect(citations.every((c) => c.quote === 'Requires improvement to be good')).toBe(true);
  });

  it('gets no grade of a focused visit', () => {
    const answer = answerQuestion('what was oldham rated in 2021', contextOf(letter(), report()));
    expect(answer).toMatchObject({
      status: 'nothing_found',
      reason: 'report_silent',
      citations: [],
    });
    expect(answer.notes.join(' ')).toContain('focused and monitoring visits never do');
  });
});

describe('The council', () => {
  it('that is named but not covered is said so, with how to import it', () => {
    const answer = answerQuestion('rochdale latest', contextOf(letter()));
    expect(answer).toMatchObject({
      status: 'not_covered',
      authority: { urn: ROCHDALE },
      citations: [],
    });
    expect(answer.closing.join()).toContain('ofsted import');
  });

  it('is the asker’s to choose where several are covered, none is named, and only one can be asked', () => {
    const rochdale = visit({ id: `${ROCHDALE}-focused-visit-2021-03-09`, urn: ROCHDALE });
    const other = letter({
      urn: ROCHDALE,
      source: source({ id: 'rochdale-letter', sha256: 'd'.repeat(64) }),
      visits: [rochdale],
      passages: [passage({ visit: rochdale.id })],
    });
    const answer = answerQuestion('latest', contextOf(letter(), other));
    expect(answer.status).toBe('ambiguous');
    expect(answer.choices).toEqual([
      { label: 'Oldham', question: 'Oldham latest' },
      { label: 'Rochdale', question: 'Rochdale latest' },
    ]);
  });

  it('beside which another is named that the record lacks is answered alone, and that is said', () => {
    const { notes, authority } = answerQuestion(
      'oldham caseloads compared with rochdale',
      contextOf(letter()),
    );
    expect(authority?.urn).toBe(OLDHAM);
    expect(notes[0]).toBe(
      'Rochdale is not in this record, so nothing is said about it and nothing is compared.',
    );
  });
});

describe('A question in time', () => {
  const context = contextOf(letter(), report());

  it('of which nothing is held quotes the visit nearest to it, as near and not as found', () => {
    const answer = answerQuestion('oldham care leavers 2019', context);
    expect(answer).toMatchObject({ status: 'nothing_found', reason: 'report_silent' });
    const [near] = answer.nearest;
    expect(answer.citations).toEqual([]);
    expect(answer.headline).toContain(near?.visit.period.slice(0, 4));
    for (const { visit } of answer.nearest) expect(visit).toBe(near?.visit);
  });

  it('means a visit by when its letter came out where no visit was then', () => {
    const { authority, headline } = answerQuestion('oldham april 2021', context);
    expect(authority?.urn).toBe(OLDHAM);
    expect(headline).toContain('focused visit, 9–10 March 2021');
  });

  it('that asks for a trend gets quotations and no verdict', () => {
    const { notes } = answerQuestion('have oldham caseloads got better', context);
    expect(notes.join(' ')).toContain('no verdict of better or worse');
  });
});

describe('Odd input', () => {
  const context = contextOf(letter());
  it.each([
    ['empty', ''],
    ['blank', '  \n '],
    ['emoji only', '🙂🙂'],
    ['help', 'help'],
    ['punctuation', '?!…'],
  ])('(%s) gets the help', (_what, text) => {
    const answer = answerQuestion(text, context);
    expect(answer.kind).toBe('help');
    expect(answer.sections[0]?.lines.length).toBeGreaterThan(5);
  });

  it('of 3,000 characters is read as far as it goes, and that is said', () => {
    const { notes } = answerQuestion(`oldham caseloads ${'and then '.repeat(330)}`, context);
    expect(notes[0]).toBe('Only the first 500 characters of the question were read.');
  });
});

describe('Words that the press quotes and the official text has', () => {
  const official = letter({
    passages: [
      passage({
        locator: { section: null, page: 2, lastPage: null, paragraph: 1, bullet: null },
        tone: 'unmarked',
        themes: ['caseloads'],
        quote:
          'Leaders know this. Social workers’ caseloads are too high in some teams. Plans are in hand.',
      }),
    ],
  });
  const quoting: RecordedDocument = {
    ...article,
    passages: [
      passage({
        id: 'p9.1',
        speaker: { kind: 'ofsted_quoted_by_press' },
        tone: 'criticism',
        themes: ['caseloads'],
        quote: "Social workers' caseloads are too high in some teams.",
        finding: 'The newspaper reports that caseloads were too high in 2021.',
      }),
    ],
  };

  it('are shown once, the official words leading and the press named under them', () => {
    const record = assembleRecord(AUTHORITIES.authorities, THEMES.themes, [official, quoting]);
    const leading = record.passages.all().find((p) => p.source.id === 'oldham-2021-letter')?.key;
    const checked = {
      ...record,
      passages: groupedByCouncil(
        record.passages
          .all()
          .map((p) => (p.source.kind === 'press' ? { ...p, ledBy: leading } : p)),
      ),
    };
    const { citations } = answerQuestion('oldham about caseloads', createAnswerContext(checked));
    expect(citations).toHaveLength(1);
    expect(citations[0]).toMatchObject({
      speaker: { kind: 'ofsted' },
      source: { id: 'oldham-2021-letter' },
      quotedBy: { id: 'oldham-2021-article' },
      quote: 'Social workers’ caseloads are too high in some teams.',
    });
  });
});
