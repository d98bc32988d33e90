import { describe, expect, it } from '@jest/globals';
import { createAnswerContext } from '../../../src/answer/index.js';
import { alertNews, alertText, knownNow } from '../../../src/digest/index.js';
import type { RecordedDocument } from '../../../src/domain/document.js';
import {
  letter,
  OLDHAM,
  passage,
  ROCHDALE,
  report,
  sha256,
  source,
  visit,
} from '../../support/record.js';
import { fullReport, recordOf } from '../content/digests.js';

const OF_OLDHAM = [{ name: 'Oldham', urns: [OLDHAM] }];

/** What an alert tells that was made when the record had `before`, once it has `now`. */
function told(
  asked: { words?: string[]; places?: typeof OF_OLDHAM },
  before: RecordedDocument[],
  now: RecordedDocument[],
) {
  const { words = [], places = [] } = asked;
  const state = knownNow({ words, places }, createAnswerContext(recordOf(before)));
  const context = createAnswerContext(recordOf(now));
  const made = alertNews([{ words, places, state }], context);
  const again = alertNews([{ words, places, state: made.states[0] ?? state }], context);
  expect(again.news).toBeNull();
  return made.news && alertText(made.news, context.record.freshness);
}

const quotes = (text: ReturnType<typeof told>): string[] =>
  text?.councils.flatMap(({ sections }) =>
    sections.flatMap(({ points }) => points.map(({ citation }) => citation.quote)),
  ) ?? [];

describe('An alert on words', () => {
  const inspected = fullReport('2024-01-15', [['overall', 'good']]);

  it('quotes the sentence that has the word, and no other', () => {
    const text = told({ words: ['caseload'] }, [inspected], [inspected, letter()]);
    expect(quotes(text)).toEqual(['Caseloads are too high in some teams.']);
    expect(text?.headline).toContain('Oldham');
    expect(text?.headline).toContain('“caseload”');
  });

  it('tells nothing of what was held, of other words or of other councils', () => {
    expect(told({ words: ['caseloads'] }, [letter()], [letter()])).toBeNull();
    expect(told({ words: ['case'] }, [inspected], [inspected, letter()])).toBeNull();
    const rochdale = [{ name: 'Rochdale', urns: [ROCHDALE] }];
    const elsewhere = { words: ['caseloads'], places: rochdale };
    expect(told(elsewhere, [inspected], [inspected, letter()])).toBeNull();
  });

  it('says that an old report is no new inspection', () => {
    const text = told({ words: ['caseloads'] }, [inspected], [inspected, letter()]);
    expect(JSON.stringify(text)).toContain('Not a new inspection:');
  });

  it('is silent while only dates and grades of a document are held', () => {
    expect(told({ words: ['caseloads'] }, [], [report()])).toBeNull();
  });
});

describe('An alert on new reports', () => {
  const inspected = fullReport('2024-01-15', [['overall', 'good']]);

  it('tells the visit, its dates and its grades', () => {
    const text = told({ places: OF_OLDHAM }, [letter()], [letter(), inspected]);
    expect(text?.headline).toContain('Oldham: a report came into the record: inspection, 15–26');
    expect(JSON.stringify(text)).toContain('Overall: good');
    expect(JSON.stringify(text)).toContain('it is the newest in the record');
  });

  it('tells many at once as one message, with the first few and how many more', () => {
    const many = Array.from({ length: 9 }, (_, n): RecordedDocument => {
      const of = visit({
        id: `${OLDHAM}-visit-${n}`,
        windows: [{ start: `201${n}-03-09`, end: `201${n}-03-10` }],
        ...{ start: `201${n}-03-09`, end: `201${n}-03-10`, period: `201${n}-03` },
      });
      return letter({
        source: source({ id: `oldham-${n}`, sha256: sha256(`${n}`), file: `${n}.txt` }),
        visits: [of],
        passages: [passage({ visit: of.id })],
      });
    });
    const text = told({}, [], many);
    expect(text?.headline).toMatch(/^9 reports came into the record/);
    expect(text?.councils).toHaveLength(4);
    expect(text?.closing.join(' ')).toContain('5 more');
  });
});
