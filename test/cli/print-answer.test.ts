import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.js';
import { answerJson } from '../../src/cli/answer-json.js';
import { printAnswer, printWholeAnswer } from '../../src/cli/print-answer.js';
import { type Citation, citePassage } from '../../src/domain/citation.js';
import { assembleRecord } from '../../src/domain/record.js';
import { AUTHORITIES, article, letter, passage, source, THEMES } from '../support/record.js';

const PIPE = { width: Infinity, styled: false };

const citations = (...documents: ReturnType<typeof letter>[]): Citation[] =>
  assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents)
    .passages.all()
    .map((p) => citePassage(p));

const [fromLetter] = citations(letter());
const [, fromArticle] = citations(
  letter({ passages: [passage()] }),
  article({
    source: { ...article().source, url: 'https://example.org/oldham' },
    passages: [
      passage({
        ...article().passages[0],
        official: { source: 'oldham-2021-letter', page: 1, verdict: 'differs' },
      }),
    ],
  }),
);
if (!fromLetter || !fromArticle) throw new Error('the documents have a passage each');

const answer = (changes: Partial<Answer> = {}): Answer => ({
  question: 'caseloads in Oldham',
  kind: 'passages',
  status: 'found',
  reason: null,
  authority: { urn: '80535', name: 'Oldham' },
  headline: 'Oldham: caseloads, March 2021.',
  notes: ['The question names no visit.'],
  table: {
    caption: 'Grades',
    columns: ['Visit', 'Overall'],
    rows: [
      ['January 2024', 'requires improvement to be good'],
      ['2019', 'good'],
    ],
  },
  sections: [
    {
      heading: 'Focused visit, March 2021',
      lines: ['Two points.'],
      points: [
        { lead: 'Strength', citation: fromLetter },
        { lead: null, citation: fromArticle },
      ],
    },
  ],
  closing: ['Anything after March 2021 is not in this record.'],
  until: null,
  choices: [{ label: 'Timeline', question: 'Oldham timeline' }],
  citations: [fromLetter, fromArticle],
  nearest: [],
  notUnderstood: [],
  ...changes,
});

describe('a printed answer', () => {
  it('has at first the headline, notes, table, quotations with a line each, and how to see the rest', () => {
    expect(printAnswer(answer(), PIPE)).toBe(`Oldham: caseloads, March 2021.

The question names no visit.

Grades
Visit         Overall
January 2024  requires improvement to be good
2019          good

Strength: “Social workers know their children well and visit them often.”
  Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021, paragraph 1 · https://reports.ofsted.gov.uk/provider/44/80535

The newspaper reports that caseloads were too high. “Caseloads are "too high" in some teams”
  Focused visit, 9–10 March 2021 · Ofsted, as quoted in the press; differs from the official text · a local newspaper, published 22 April 2021, paragraph 1 · https://example.org/oldham

Ask next: ofsted ask "Oldham timeline"

Left out: 2 lines. Add --all to see it.
`);
  });

  it('has as a whole the headline, notes, table, quotations with whose words and where, closing lines and choices', () => {
    expect(printWholeAnswer(answer(), PIPE)).toBe(`Oldham: caseloads, March 2021.

The question names no visit.

Grades
Visit         Overall
January 2024  requires improvement to be good
2019          good

Focused visit, March 2021
Two points.
  Strength: “Social workers know their children well and visit them often.”
    Ofsted
    Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021 · paragraph 1
    https://reports.ofsted.gov.uk/provider/44/80535
  The newspaper reports that caseloads were too high. “Caseloads are "too high" in some teams”
    Ofsted, as quoted in the press; differs from the official text
    Focused visit, 9–10 March 2021 · a local newspaper, published 22 April 2021 · paragraph 1
    https://example.org/oldham

Anything after March 2021 is not in this record.

Timeline · try: ofsted ask "Oldham timeline"
`);
  });

  it('says whom a quotation is about that opens with “They”, outside the quotation', () => {
    const citation: Citation = { ...fromLetter, quote: 'They rest.', clarification: '[carers]' };
    const points = [{ lead: null, citation }];
    const printed = printAnswer(answer({ sections: [{ heading: '', lines: [], points }] }), PIPE);
    expect(printed).toContain('[carers] “They rest.”');
  });

  it('is the headline alone where there is nothing else', () => {
    const alone = answer({ notes: [], table: null, sections: [], closing: [], choices: [] });
    expect(printAnswer(alone, PIPE)).toBe('Oldham: caseloads, March 2021.\n');
  });

  it.each([20, 40, 60, 80])('is wrapped at %i columns, with no word lost', (width) => {
    const printed = printAnswer(answer(), { width, styled: false });
    const longest = Math.max(
      ...printed.split('\n').map((line) => (line.trim().includes(' ') ? line.length : 0)),
    );
    expect(longest).toBeLessThanOrEqual(width);
    const words = printed.split(/\s+/);
    const piped = printAnswer(answer({ table: null }), PIPE);
    for (const word of piped.split(/\s+/)) expect(words).toContain(word);
  });

  it('lists the rows of a table that is wider than the terminal', () => {
    expect(printAnswer(answer(), { width: 40, styled: false })).toContain(
      'Grades\nJanuary 2024\n  Overall: requires improvement to be\n    good\n2019\n  Overall: good\n',
    );
  });

  it('has the same words with styles as without', () => {
    const styled = printAnswer(answer(), { width: 80, styled: true });
    const plain = printAnswer(answer(), { width: 80, styled: false });
    expect(styled).not.toBe(plain);
    expect(
      styled
        .split('\u001b')
        .map((part, i) => (i ? part.replace(/^\[\d+m/, '') : part))
        .join(''),
    ).toBe(plain);
  });

  it('lets no control character of a document or a question reach the terminal', () => {
    const red = 'Red \u001b[31malert\u0007';
    const table = { caption: red, columns: [red], rows: [[red]] };
    const printed = printAnswer(answer({ headline: red, table }), PIPE);
    expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['what about the "front door"', `ofsted ask 'what about the "front door"'`],
    ["Oldham's newest", `ofsted ask "Oldham's newest"`],
    [`Oldham's $1 "grade"`, `ofsted ask 'Oldham'\\''s $1 "grade"'`],
  ])('suggests a question that a shell passes on as it is: %s', (question, command) => {
    const choices = [{ label: 'More', question }];
    expect(printAnswer(answer({ choices }), PIPE)).toContain(`Ask next: ${command}\n`);
    expect(printWholeAnswer(answer({ choices }), PIPE)).toContain(`More · try: ${command}\n`);
  });
});

describe('an answer as JSON', () => {
  it('has everything that a reader needs to check a quotation, with null for what is not known', () => {
    expect(answerJson('Caseloads?', answer())).toEqual({
      question: 'Caseloads?',
      status: 'found',
      reason: null,
      authority: { urn: '80535', name: 'Oldham' },
      headline: 'Oldham: caseloads, March 2021.',
      citations: [
        {
          quote: 'Social workers know their children well and visit them often.',
          passage:
            'Social workers know their children well and visit them often. Caseloads are too high in some teams.',
          clarification: null,
          speaker: 'Ofsted',
          speakerKind: 'ofsted',
          reportedBy: null,
          differsFromOfficial: null,
          visit: {
            kind: 'focused visit',
            start: '2021-03-09',
            end: '2021-03-10',
            name: 'focused visit',
          },
          source: {
            id: 'oldham-2021-letter',
            title: 'Focused visit to Oldham children’s services',
            publisher: 'Ofsted',
            published: null,
            dated: '2021-04-20',
            page: null,
            url: null,
          },
          urn: '80535',
          url: 'https://reports.ofsted.gov.uk/provider/44/80535',
          score: 1,
        },
        expect.objectContaining({
          speaker: 'Ofsted, as quoted in the press',
          speakerKind: 'ofsted_quoted_by_press',
          reportedBy: 'a local newspaper',
          differsFromOfficial: true,
          score: 0.5,
        }),
      ],
      notes: ['The question names no visit.'],
      table: {
        columns: ['Visit', 'Overall'],
        rows: [
          ['January 2024', 'requires improvement to be good'],
          ['2019', 'good'],
        ],
      },
      restsOn: [],
      notUnderstood: [],
      nearest: [],
      sections: [
        {
          heading: 'Focused visit, March 2021',
          lines: ['Two points.'],
          quotes: [fromLetter.quote, fromArticle.quote],
        },
      ],
      closing: ['Anything after March 2021 is not in this record.'],
      grid: null,
      chart: null,
      until: null,
    });
  });

  it('says that words agree with the official text only where they were held against it', () => {
    const agreeing = {
      ...fromArticle,
      official: { source: 'oldham-2021-letter', page: 1, verdict: 'agrees' as const },
    };
    const {
      citations: [json],
    } = answerJson('?', answer({ citations: [agreeing] }));
    expect(json?.differsFromOfficial).toBe(false);
  });

  it.each(['12. ', '3) ', '• ', '\uf06e ', '◼ ', '– ', '7. • '])(
    'gives a paragraph without the mark %j before it',
    (mark) => {
      const quote = '16 care leavers have no home.';
      const [citation] = citations(
        letter({ source: source(), passages: [passage({ quote: `${mark}${quote}` })] }),
      );
      const {
        citations: [json],
      } = answerJson('?', answer({ citations: citation ? [citation] : [] }));
      expect(json?.passage).toBe(quote);
      expect(json?.quote).toBe(`${mark}${quote}`);
    },
  );

  it('cites nothing where nothing was found', () => {
    const nothing = answer({ status: 'nothing_found', reason: 'report_silent' });
    expect(answerJson('?', nothing)).toMatchObject({ reason: 'report_silent', citations: [] });
  });

  it('gives what is near, shaped as citations are, and what was not understood', () => {
    const [shaped] = answerJson('?', answer({ citations: [fromLetter] })).citations;
    const near = answer({
      status: 'nothing_found',
      citations: [],
      nearest: [fromLetter],
      notUnderstood: ['purple'],
    });
    expect(answerJson('?', near)).toMatchObject({
      citations: [],
      nearest: [shaped],
      notUnderstood: ['purple'],
    });
  });
});
