import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAnswerContext } from '../../../src/answer/index.js';
import { createDigest, digestText, reportedNow } from '../../../src/digest/index.js';
import { attribution } from '../../../src/domain/citation.js';
import type { Passage } from '../../../src/domain/passage.js';
import { assembleRecord } from '../../../src/domain/record.js';
import type { DigestState } from '../../../src/domain/subscription.js';
import {
  article,
  judgement,
  letter,
  OLDHAM,
  passage,
  ROCHDALE,
  report,
  source,
  visit,
} from '../../support/record.js';
import { digestOf, fullReport, linesOf, pointsIn, recordOf, TODAY } from './digests.js';

const older = fullReport('2019-01-14', [['overall', 'inadequate']]);
const documents = [letter(), article(), older];

const REVIEWED = {
  windows: [{ start: '2022-01-10', end: '2022-01-14' }],
  start: '2022-01-10',
  end: '2022-01-14',
  period: '2022-01',
};

describe('A day with nothing new', () => {
  it('tells one theme through time: a dated quotation a visit, newest first, the year leading', () => {
    const { text } = digestOf(documents, documents);
    expect(text?.headline).toBe(
      '22 November 2026. Oldham: nothing new in the record. Theme: caseloads, 2019–2021.',
    );
    expect(pointsIn(text).map(({ lead, citation }) => [lead, citation.quote])).toEqual([
      ['2021 · Concern', 'Caseloads are too high in some teams.'],
      ['2019 · To improve', 'The caseloads of social workers, said in 2019-01-14.'],
    ]);
  });

  it('says whose words the press carries', () => {
    const press = article({
      passages: [
        passage({ speaker: { kind: 'press' }, themes: ['caseloads'], quote: 'too many cases' }),
      ],
    });
    const { text } = digestOf([press, letter({ passages: [] })], [press, letter({ passages: [] })]);
    const [point] = pointsIn(text);
    expect(point && attribution(point.citation)).toBe('the press, in its own words');
  });

  it('ends with the newest grades and the days since the last full inspection', () => {
    const text = linesOf(digestOf(documents, documents).text);
    expect(text).toContain(
      'Newest grades in this record, inspection, 14–25 January 2019: Overall effectiveness: inadequate (Ofsted report, published 30 December 2019).',
    );
    expect(text).toContain(
      '22 November 2026: 2,858 days since the last full inspection in this record ended, 25 January 2019.',
    );
    expect(text).toContain('later visits may exist');
  });

  it('is nothing to post where the channel wants only what is new', () => {
    expect(digestOf(documents, documents, { onlyNew: true }).text).toBeNull();
  });

  it('keeps to the theme that the channel follows', () => {
    for (const today of ['2026-11-22', '2026-11-23'])
      expect(
        digestOf(documents, documents, { themes: ['care-leavers'], today }).text?.headline,
      ).toContain('Theme: care leavers, 2021.');
  });

  it('says where the record quotes no other visit', () => {
    expect(digestOf([letter()], [letter()]).text?.headline).toMatch(
      /Theme: [a-z ]+, 2021, the only visit quoted here\.$/,
    );
  });

  /** What stands for the visit on three days, among which its best quotations take turns. */
  const onCaseloads = (quotes: Partial<Passage>[]) => {
    const one = letter({
      passages: quotes.map((each, n) =>
        passage({ id: `c${n}`, kind: 'finding', themes: ['caseloads'], ...each }),
      ),
    });
    return ['2026-11-22', '2026-11-23', '2026-11-24'].flatMap((today) =>
      pointsIn(digestOf([one], [one], { themes: ['caseloads'], today }).text).map(
        ({ citation }) => citation.quote,
      ),
    );
  };
  const plain = 'The caseloads of many social workers remain far too high for good practice.';

  it.each([
    'In most teams these issues of caseloads and caseloads are known to the leaders.',
    'This leaves caseloads and more caseloads far too high for anybody to manage.',
    'In 2019, this led to caseloads and caseloads that nobody could manage well.',
  ])('leads with a quotation that needs none before it, not with “%s”', (quote) => {
    expect(onCaseloads([{ quote }, { quote: plain }])).toEqual([plain, plain, plain]);
  });

  it('takes “this authority” and a word explained in the same quotation for no such thing', () => {
    for (const quote of [
      'The caseloads and caseloads of this local authority are far too high for practice.',
      'Where caseloads are high and caseloads grow, this is known to all of the leaders.',
    ])
      expect(onCaseloads([{ quote: plain }, { quote }])).toContain(quote);
  });

  it('prefers words that agree with the official text to words that differ from it', () => {
    const differs = article({
      passages: [
        passage({
          id: 'd1',
          themes: ['caseloads'],
          quote: 'The caseloads and caseloads of social workers remain far too high.',
          speaker: { kind: 'ofsted_quoted_by_press' },
          official: { source: 'oldham-2021-letter', page: 1, verdict: 'differs' },
        }),
        passage({
          id: 'd2',
          themes: ['caseloads'],
          quote: 'Caseloads remain far too high.',
          speaker: { kind: 'ofsted_quoted_by_press' },
          official: { source: 'oldham-2021-letter', page: 1, verdict: 'agrees' },
        }),
      ],
    });
    const all = [differs, letter({ passages: [] })];
    const { text } = digestOf(all, all, { themes: ['caseloads'] });
    expect(pointsIn(text)[0]?.citation.quote).toBe('Caseloads remain far too high.');
  });

  it('names the visits that are silent on the theme', () => {
    const { text } = digestOf(documents, documents, { themes: ['care-leavers'] });
    expect(linesOf(text)).toContain(
      'The record quotes nothing on care leavers from: inspection, 14–25 January 2019.',
    );
  });

  it('gives the standing facts where the record has no findings', () => {
    const { text } = digestOf([report()], [report()]);
    expect(text?.headline).toContain('nothing new in the record. Newest grades in this record');
    expect(linesOf(text)).toContain('days since the last full inspection');
  });

  it('takes no grade of the safeguarding board for one of the council', () => {
    const [own] = older.visits;
    if (!own) throw new Error('the report has a visit');
    const id = `${OLDHAM}-lscb-review-2022-01-10`;
    const review = report({
      source: source({ id, kind: 'report' }),
      visits: [{ ...own, id, kind: 'LSCB review', ...REVIEWED }],
      judgements: [judgement({ visit: id, area: 'lscb', grade: 'outstanding' })],
    });
    const all = [...documents, review];
    expect(linesOf(digestOf(all, all).text)).toContain('inspection, 14–25 January 2019');
    expect(linesOf(digestOf(all, all).text)).not.toContain('outstanding');
  });

  it('is nothing to post where the record holds nothing of the council', () => {
    expect(digestOf([], []).text).toBeNull();
    expect(digestOf(documents, documents, { authorities: [ROCHDALE] }).text).toBeNull();
  });

  it('is nothing to post where the record has no findings on the themes wanted: not the same facts every day', () => {
    const { text } = digestOf([older], [older], { themes: ['care-leavers'] });
    expect(text).toBeNull();
  });

  it('is told the same however often it is asked', () => {
    expect(digestOf(documents, documents)).toEqual(digestOf(documents, documents));
  });

  it('counts no days to an inspection that is still to come', () => {
    expect(linesOf(digestOf(documents, documents, { today: '2019-01-20' }).text)).not.toContain(
      'days since',
    );
  });
});

/** A council's letter whose passages are on the themes given, one each. */
const letterOn = (themes: string[], urn = OLDHAM) => {
  const own = visit({ id: `${urn}-focused-visit-2021-03-09`, urn });
  return letter({
    urn,
    source: source({ id: `letter-${urn}` }),
    visits: [own],
    passages: themes.map((theme, n) =>
      passage({
        id: `p${n}`,
        visit: own.id,
        themes: [theme],
        quote: `What inspectors found about ${theme}, in as many words as it takes.`,
      }),
    ),
  });
};

const THEMES = Array.from({ length: 8 }, (_, n) => ({
  id: `theme-${n}`,
  name: `Theme ${n}`,
  terms: [`theme-${n}`],
  layWords: [],
  hints: [],
  not: [],
}));
const AUTHORITIES = Array.from({ length: 20 }, (_, n) => ({
  urn: String(80_500 + n),
  name: `Council ${n}`,
  aliases: [],
  region: 'North West',
  type: 'Metropolitan',
}));
const themeIds = fc.uniqueArray(fc.constantFrom(...THEMES.map(({ id }) => id)), { minLength: 1 });

describe('The rotation of themes', () => {
  it('repeats none until every theme with findings was told, whatever the record becomes meanwhile', () => {
    fc.assert(
      fc.property(fc.array(themeIds, { minLength: 1, maxLength: 40 }), (days) => {
        const urn = AUTHORITIES[0]?.urn ?? '';
        let state: DigestState = { reported: {}, themesUsed: {} };
        let round = new Set<string>();
        let before = '';
        for (const [day, themes] of days.entries()) {
          const record = assembleRecord(AUTHORITIES, THEMES, [letterOn(themes, urn)]);
          const today = new Date(Date.parse(TODAY) + day * 86_400_000).toISOString().slice(0, 10);
          const given = { ...state, reported: reportedNow(record, [urn]) };
          const result = createDigest(
            { authorities: [urn], themes: [], onlyNew: false, state: given, today },
            createAnswerContext(record),
          );
          state = result.state;
          const text = result.digest && digestText(result.digest);
          const told = pointsIn(text)[0]?.citation.quote.match(/theme-\d/)?.[0] ?? '';
          expect(themes).toContain(told);
          if (round.has(told)) {
            for (const theme of themes) expect(round).toContain(theme);
            if (themes.length > 1) expect(told).not.toBe(before);
            round = new Set();
          }
          round.add(told);
          before = told;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('A digest of several councils', () => {
  const both = [letter(), letterOn(['caseloads'], ROCHDALE)];

  it('has a part for each, those with news first', () => {
    const { text } = digestOf(both, [...both, older], { authorities: [ROCHDALE, OLDHAM] });
    expect(text?.headline).toBe(
      'Ofsted inspection records, 22 November 2026. Added or corrected: Oldham (a document).',
    );
    expect(text?.councils.map(({ heading }) => heading)).toEqual([
      expect.stringContaining('Oldham: added to the record'),
      expect.stringContaining('Rochdale: nothing new in the record. Theme: caseloads'),
    ]);
  });

  it('that want only what is new names the others in a line', () => {
    const { text } = digestOf(both, [...both, older], {
      authorities: [ROCHDALE, OLDHAM],
      onlyNew: true,
    });
    expect(text?.councils.map(({ name }) => name)).toEqual(['Oldham']);
    expect(text?.closing).toContain('Nothing new: Rochdale.');
  });

  it.each([1, 7])(
    'of twenty tells three at length and each of the others in a line; all come round, every %i days',
    (step) => {
      const urns = AUTHORITIES.map(({ urn }) => urn);
      const record = assembleRecord(
        AUTHORITIES,
        THEMES,
        urns.flatMap((urn) => [
          letterOn(['theme-1', 'theme-2'], urn),
          { ...report(), ...graded(urn) },
        ]),
      );
      const context = createAnswerContext(record);
      let state: DigestState = {
        reported: reportedNow(record, urns),
        themesUsed: {},
      };
      const told = new Set<string>();
      for (let day = 0; day < 60; day++) {
        const moment = Date.parse(TODAY) + day * step * 86_400_000;
        const today = new Date(moment).toISOString().slice(0, 10);
        const result = createDigest(
          { authorities: urns, themes: [], onlyNew: false, state, today },
          context,
        );
        state = result.state;
        const { digest } = result;
        expect(digest?.councils).toHaveLength(3);
        expect(digest && digestText(digest).others?.lines).toHaveLength(17);
        for (const { authority } of digest?.councils ?? []) told.add(authority.urn);
      }
      expect([...told].sort()).toEqual(urns);
    },
  );
});

const graded = (urn: string) => {
  const [own] = report().visits;
  if (!own) throw new Error('the report has a visit');
  const id = `${urn}-ilacs-2024-01-15`;
  return {
    urn,
    source: { ...report().source, id: `report-${urn}` },
    visits: [{ ...own, id, urn }],
    judgements: report().judgements.map((each) => ({ ...each, visit: id })),
  };
};

it('What was told does not depend on the order in which documents are read', () => {
  const told = reportedNow(recordOf(documents), [OLDHAM]);
  expect(reportedNow(recordOf(documents.toReversed()), [OLDHAM])).toEqual(told);
});
