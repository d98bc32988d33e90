import { describe, expect, it } from '@jest/globals';
import { formatDate, formatDateRange } from '../../src/domain/dates.js';
import { newestFirst, Visit, visitDates, visitTitle } from '../../src/domain/visit.js';

const visit = (changes: Partial<Visit>): Visit =>
  Visit.parse({
    id: '80569-ilacs-2023-12-04',
    urn: '80569',
    kind: 'ILACS',
    ordinal: null,
    windows: [{ start: '2023-12-04', end: '2023-12-15' }],
    start: '2023-12-04',
    end: '2023-12-15',
    period: '2023-12',
    leadInspector: null,
    known: null,
    ...changes,
  });

describe('Dates', () => {
  it('read as they do in print', () => {
    expect(formatDate('2021-06-25')).toBe('25 June 2021');
    expect(formatDateRange('2023-12-04', '2023-12-15')).toBe('4–15 December 2023');
    expect(formatDateRange('2016-09-26', '2016-10-20')).toBe('26 September–20 October 2016');
    expect(formatDateRange('2018-08-22', '2018-08-22')).toBe('22 August 2018');
  });
});

describe('A visit', () => {
  it('with two windows shows both', () => {
    const split = visit({
      windows: [
        { start: '2022-12-05', end: '2022-12-09' },
        { start: '2023-02-14', end: '2023-02-15' },
      ],
      start: '2022-12-05',
      end: '2023-02-15',
      period: '2022-12',
    });
    expect(visitDates(split)).toBe('5–9 December 2022 and 14–15 February 2023');
  });

  it('whose dates no document gives says so', () => {
    const third = visit({
      id: '80569-monitoring-visit-2017-3',
      kind: 'monitoring visit',
      ordinal: 3,
      windows: [],
      start: null,
      end: null,
      period: '2017',
    });
    expect(visitTitle(third)).toBe('third monitoring visit, 2017, visit dates not given');
  });

  it.each([
    ['ends before it starts', { windows: [{ start: '2023-12-15', end: '2023-12-04' }] }],
    ['has a start that is not its windows’', { start: '2023-12-05' }],
    ['has a period of another month', { period: '2022-12' }],
  ])('that %s is refused', (_what, changes) => {
    expect(() => visit(changes)).toThrow();
  });

  it('comes newest first, a numbered one after the one before it', () => {
    const undated: Partial<Visit> = {
      kind: 'monitoring visit',
      windows: [],
      start: null,
      end: null,
      period: '2017',
    };
    const order = [
      visit({ id: '80569-m1', ordinal: 1, ...undated }),
      visit({}),
      visit({ id: '80569-m3', ordinal: 3, ...undated }),
    ].sort(newestFirst);
    expect(order.map((v) => v.id)).toEqual(['80569-ilacs-2023-12-04', '80569-m3', '80569-m1']);
  });
});
