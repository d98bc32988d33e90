import { describe, expect, it } from '@jest/globals';
import type { Visit } from '../../src/domain/visit.js';
import { createPeriodAnnotator } from '../../src/question/annotators/period.js';
import { visitAnnotators } from '../../src/question/annotators/visits.js';
import type { Period, Question, Span } from '../../src/question/question.js';
import {
  isAnyVisit,
  isMeant,
  type VisitFilter,
  visitFilterOf,
  visitsMeant,
} from '../../src/question/visits-meant.js';
import { readingOf } from '../support/reading.js';

const ANY: VisitFilter = { period: null, kind: null, ordinal: null };
const period = (from: string, to: string): Period => ({ from, to, label: 'then' });

function visit(
  kind: Visit['kind'],
  start: string,
  end: string,
  ordinal: number | null = null,
): Visit {
  const windows = [{ start, end }];
  const id = `80569-${start}`;
  const details = { leadInspector: null, known: null };
  return {
    id,
    urn: '80569',
    kind,
    ordinal,
    windows,
    start,
    end,
    period: start.slice(0, 7),
    ...details,
  };
}

const inspection = visit('ILACS', '2023-12-04', '2023-12-15');
const earlier = visit('SIF', '2016-09-26', '2016-10-20');
const third = visit('monitoring visit', '2018-08-21', '2018-08-22', 3);
const focused = visit('focused visit', '2021-05-18', '2021-05-19');
const own = [inspection, focused, third, earlier];

/** The filter of a question as its times and visits are read. */
function filterOf(text: string): VisitFilter {
  const reading = readingOf(text);
  const annotators = [createPeriodAnnotator({ today: '2026-11-27' }), ...visitAnnotators];
  const spans: Span[] = annotators.flatMap((annotator) => annotator.annotate(reading));
  const question: Question = { typed: text, ...reading, spans, discarded: [], readAs: [] };
  return visitFilterOf(question);
}

const meant = (text: string, released: [string, string[]][] = []): Visit[] =>
  visitsMeant(own, filterOf(text), new Map(released));

describe('The visits that a question means', () => {
  it('are all where it says nothing of visits', () => {
    expect(isAnyVisit(filterOf('what about caseloads'))).toBe(true);
    expect(isAnyVisit(filterOf('which councils were inspected'))).toBe(true);
    expect(meant('what about caseloads')).toEqual(own);
  });

  it.each([
    ['findings in 2018', [third]],
    ['the third monitoring visit', [third]],
    ['monitoring visits since 2019', []],
    ['the 2021 focused visit', [focused]],
    ['full inspections', [inspection, earlier]],
    ['the sif inspection', [earlier]],
    ['ilacs', [inspection]],
    ['before 2018', [earlier]],
    ['between october 2016 and may 2021', [focused, third, earlier]],
    ['caseloads in december 2023', [inspection]],
  ])('are those of “%s”', (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });

  it('are those whose report came out at the time where none was made then', () => {
    const released: [string, string[]][] = [[inspection.id, ['2024-02']]];
    expect(meant('the 2024 report', released)).toEqual([inspection]);
    expect(meant('the 2024 focused visit', released)).toEqual([]);
    expect(meant('the 2023 report', released)).toEqual([inspection]);
  });

  it('are in any month of a year where no more is known, but in no single one', () => {
    const known = { source: 'a-letter', page: 1, says: 'a visit in 2017' };
    const vague = { ...third, windows: [], start: null, end: null, period: '2017', known };
    expect(isMeant(vague, { ...ANY, period: period('2017-01', '2017-12') })).toBe(true);
    expect(isMeant(vague, { ...ANY, period: period('2016-01', '2017-03') })).toBe(true);
    expect(isMeant(vague, { ...ANY, period: period('2017-03', '2017-03') })).toBe(false);
    expect(isMeant(vague, { ...ANY, period: period('2018-01', '2099-12') })).toBe(false);
  });

  it('takes the first of two times, and the first kind that is told', () => {
    expect(filterOf('2019 compared with 2023').period?.label).toBe('in 2019');
    expect(filterOf('reports of the monitoring visits').kind).toBe('monitoring visit');
  });
});
