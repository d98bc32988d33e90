import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
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

const ask = (question: string, ...documents: RecordedDocument[]) =>
  answerQuestion(
    question,
    createAnswerContext(assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents)),
  );

const at = (section: string | null, paragraph: number) => ({
  section,
  page: 1,
  lastPage: null,
  paragraph,
  bullet: null,
});
const FAILURE = 'Services for children are inadequate, and have been for a long time.';
const TO_IMPROVE = 'The caseloads of social workers, so that children are seen in time.';
const STRENGTH = 'Family finding is prompt, and brothers and sisters are placed together.';

/** A report as it is imported: nobody has marked its points. */
const imported = (...sections: [section: string | null, quote: string][]) =>
  report({
    source: source({
      id: 'oldham-2024-report',
      kind: 'report',
      sha256: 'a'.repeat(64),
      published: { date: '2024-03-11', basis: 'printed', note: null },
    }),
    judgements: [judgement({ grade: 'inadequate', printed: 'Inadequate' })],
    passages: sections.map(([section, quote], i) =>
      passage({
        id: `p${i + 1}`,
        visit: inspection().id,
        kind: section === 'What needs to improve' ? 'recommendation' : 'finding',
        tone: 'unmarked',
        locator: at(section, i + 1),
        quote,
      }),
    ),
  });
const failing = imported([null, FAILURE], ['What needs to improve', TO_IMPROVE]);

describe('Of a report whose points nobody has marked', () => {
  it.each(['concerns', 'weaknesses', 'failings', 'criticism', 'problems'])(
    '%s are the inspectors’ own list of what needs to improve, and called so',
    (word) => {
      const { headline, citations } = ask(`oldham ${word}`, failing);
      expect(headline).toContain('Oldham: what inspectors said needs to improve');
      expect(headline).not.toContain('concerns');
      expect(citations.map(({ quote }) => quote)).toEqual([TO_IMPROVE]);
    },
  );

  it.each(['strengths', 'positives', 'what does it do well'])(
    '%s are not made up from other points',
    (words) => {
      const answer = ask(`oldham ${words}`, failing);
      expect(answer).toMatchObject({ status: 'nothing_found', citations: [] });
      expect(answer.headline).toContain(
        'does not sort the points of its visits into strengths and concerns',
      );
      expect(answer.choices).toContainEqual({
        label: 'What needs to improve',
        question: 'Oldham what needs to improve',
      });
    },
  );

  it('strengths are the chapter of the report that is called so', () => {
    const { headline, sections } = ask(
      'oldham strengths',
      imported([null, FAILURE], ['The local authority’s strengths', STRENGTH]),
    );
    expect(headline).toContain('Oldham: strengths');
    expect(sections.flatMap(({ points }) => points)).toMatchObject([
      { lead: 'Strength', citation: { quote: STRENGTH } },
    ]);
  });

  it.each(['strengths', 'concerns'])(
    '%s on one subject are not told apart, and that is said',
    (word) => {
      const note =
        'This record does not sort all of these points into strengths and concerns: their words say which.';
      const caseloads = letter({
        passages: [passage({ tone: 'unmarked', themes: ['caseloads'], quote: 'Caseloads vary.' })],
      });
      expect(ask(`oldham ${word} about caseloads`, caseloads).notes).toContain(note);
      expect(ask(`oldham ${word} about caseloads`, letter()).notes).not.toContain(note);
    },
  );

  it('why it was inadequate is what the report itself calls so, before its list', () => {
    const { headline, citations } = ask('why is oldham inadequate', failing);
    expect(headline).toContain(
      'Oldham was graded inadequate at the inspection of 15–26 January 2024',
    );
    expect(citations.map(({ quote }) => quote)).toEqual([FAILURE, TO_IMPROVE]);
  });
});

describe('Of a finding that praises one thing and criticises another', () => {
  const PRAISED = 'Caseloads are manageable and supervision is thorough.';
  const CRITICISED = 'In one team, caseloads are too high.';
  const PLAIN = 'Caseloads are counted each week.';
  const quote = [PRAISED, PLAIN, CRITICISED].join(' ');
  const tones = [
    { from: 0, to: PRAISED.length, tone: 'praise' as const },
    { from: quote.length - CRITICISED.length, to: quote.length, tone: 'criticism' as const },
  ];
  const both = letter({
    passages: [
      passage({ tone: 'mixed', tones, quote, themes: ['caseloads'] }),
      passage({ id: 'p2', tone: 'unmarked', quote: PLAIN, themes: ['caseloads'] }),
    ],
  });

  it.each([
    ['what are oldham’s strengths', PRAISED, 'Strength'],
    ['what was oldham praised for', PRAISED, 'Strength'],
    ['oldham strengths about caseloads', PRAISED, 'Strength'],
    ['oldham concerns', CRITICISED, 'Concern'],
    ['what was oldham criticised for', CRITICISED, 'Concern'],
    ['oldham concerns about caseloads', CRITICISED, 'Concern'],
  ])('“%s” quotes only the sentence of that tone', (question, sentence, lead) => {
    const { sections, notes } = ask(question, both);
    const points = sections.flatMap((section) => section.points);
    expect(points.map((point) => [point.lead, point.citation.quote])).toEqual([[lead, sentence]]);
    expect(notes.join()).not.toContain('does not sort');
  });
});

describe('Where only an older visit has the points asked for', () => {
  const earlier = letter({
    source: source({ sha256: 'b'.repeat(64) }),
    passages: [
      passage({ kind: 'recommendation', tone: 'neutral', quote: TO_IMPROVE }),
      passage({ id: 'p2.1', tone: 'praise', locator: at(null, 2), quote: STRENGTH }),
    ],
  });

  it('the answer says first that the newest has no list of what needs to improve', () => {
    const { headline, citations } = ask(
      'oldham what needs to improve',
      imported([null, FAILURE]),
      earlier,
    );
    expect(headline).toContain('focused visit of 9–10 March 2021');
    expect(headline).toContain('none from the inspection of 15–26 January 2024');
    expect(citations).toHaveLength(1);
  });

  it('the answer says first that the points of the newest are not sorted', () => {
    const { headline, notes } = ask('oldham strengths', imported([null, FAILURE]), earlier);
    expect(headline).toContain('none from the inspection of 15–26 January 2024');
    expect(notes.join(' ')).toContain(
      'does not sort the points of the newest visit (inspection, 15–26 January 2024)',
    );
  });

  it('a visit that is named is not passed over for another', () => {
    expect(
      ask('oldham what needs to improve 2024', imported([null, FAILURE]), earlier),
    ).toMatchObject({ status: 'nothing_found', citations: [] });
  });
});

describe('Points that somebody has marked', () => {
  it('are called what they are marked as', () => {
    expect(ask('oldham concerns', letter()).headline).toContain('Oldham: concerns');
    expect(ask('oldham strengths', letter()).headline).toContain('Oldham: strengths');
  });

  it.each([
    ['what did ofsted say is best in oldham', 'strengths'],
    ['did ofsted say oldham is the worst', 'concerns'],
    ['ofsted said oldham is the best in the country', 'strengths'],
  ])('are never the press’s where Ofsted’s are asked for (%s)', (question, name) => {
    const { headline, citations } = ask(question, letter());
    expect(headline).toContain(`Oldham: ${name}`);
    expect(headline).not.toContain('press');
    expect(citations.every(({ speaker }) => speaker.kind === 'ofsted')).toBe(true);
  });

  it('are told apart from a newest visit of which nothing is quoted', () => {
    const newest = visit({
      id: `${OLDHAM}-focused-visit-2025-03-11`,
      windows: [{ start: '2025-03-11', end: '2025-03-12' }],
      start: '2025-03-11',
      end: '2025-03-12',
      period: '2025-03',
    });
    const facts = report({ visits: [newest], judgements: [] });
    expect(ask('oldham strengths', facts, letter()).headline).toContain(
      'none from the focused visit of 11–12 March 2025',
    );
  });
});
