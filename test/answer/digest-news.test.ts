import { describe, expect, it } from '@jest/globals';
import { createAnswerContext, createDigest } from '../../src/answer/index.js';
import { article, letter, OLDHAM, passage, report, sha256, source } from '../support/record.js';
import { digestOf, fullReport, pointsIn, recordOf, said, TODAY } from './digests.js';

describe('A document new to the record', () => {
  const inspected2024 = fullReport('2024-01-15', [['overall', 'good']]);

  it('is said to be added, and not a new inspection, where its visit is older than what was held', () => {
    const { digest } = digestOf([inspected2024], [inspected2024, letter()]);
    expect(digest?.headline).toBe(
      'Oldham: added to the record: Ofsted’s letter on the focused visit, 9–10 March 2021 (letter dated 20 April 2021). Not a new inspection. It gave no grade.',
    );
  });

  it('is said to be newer only where its visit is newer than any that was held', () => {
    const { digest } = digestOf([letter()], [letter(), inspected2024]);
    expect(digest?.headline).toBe(
      'Oldham: added to the record: Ofsted’s report of the inspection, 15–26 January 2024 (published 30 December 2024). Newer than any visit the record held a document of. Overall: good.',
    );
  });

  it('is no newer visit where the same visit was told by the press before', () => {
    const { digest } = digestOf([letter()], [letter(), article()]);
    expect(digest?.headline).toContain('“Ofsted visits Oldham”, a local newspaper');
    expect(digest?.headline).toContain('on the focused visit, 9–10 March 2021. Not a new');
    expect(digest?.headline).not.toContain('grade');
  });

  it('is quoted with its concerns and strengths, each cited from that document', () => {
    const press = article({ visits: letter().visits });
    const { digest } = digestOf([inspected2024, press], [inspected2024, press, letter()]);
    expect(pointsIn(digest).map(({ lead, citation }) => [lead, citation.quote])).toEqual([
      ['Concern', 'Caseloads are too high in some teams.'],
      ['Strength', 'Social workers know their children well and visit them often.'],
      ['Strength', 'Care leavers are helped to find work.'],
    ]);
    for (const { citation } of pointsIn(digest)) expect(citation.source).toEqual(source());
  });

  it('of which nobody has marked the tone is quoted by its list of what to improve, then its findings', () => {
    const { digest } = digestOf([letter()], [letter(), inspected2024]);
    expect(pointsIn(digest).map(({ lead, citation }) => [lead, citation.quote])).toEqual([
      ['To improve', 'The caseloads of social workers, said in 2024-01-15.'],
      [null, 'Leaders know their services well, said in 2024-01-15.'],
    ]);
  });

  it('is told once: the next day has nothing new', () => {
    const documents = [letter(), inspected2024];
    const { state } = digestOf([letter()], documents);
    const next = digestOf([], documents, { state, onlyNew: true });
    expect(next).toEqual({ digest: null, state });
  });

  it('about one theme is still announced where it quotes nothing on it', () => {
    const { digest } = digestOf([letter()], [letter(), inspected2024], {
      themes: ['care-leavers'],
    });
    expect(digest?.headline).toContain('added to the record');
    expect(said(digest)).toContain('It quotes nothing on care leavers.');
    expect(pointsIn(digest)).toEqual([]);
  });

  it('about one theme is quoted on that theme alone', () => {
    const { digest } = digestOf([inspected2024], [inspected2024, letter()], {
      themes: ['care-leavers'],
    });
    expect(pointsIn(digest).map(({ citation }) => citation.quote)).toEqual([
      'Care leavers are helped to find work.',
    ]);
  });

  it('is the first of a council that had none', () => {
    const { digest } = digestOf([], [letter()]);
    expect(digest?.headline).toContain('The record held no document about this council before.');
  });
});

describe('The grades of a new report', () => {
  const lines = (...reports: ReturnType<typeof fullReport>[]) => {
    const [newest, ...others] = reports;
    return said(digestOf(others, reports).digest ?? null).includes('Grades: ')
      ? said(digestOf(others, reports).digest)
      : `no grades of ${newest?.source.id}`;
  };

  it('stand beside those of the graded visit before, with what changed', () => {
    const text = lines(
      fullReport('2025-01-13', [
        ['overall', 'good'],
        ['help_and_protection', 'inadequate'],
      ]),
      fullReport('2023-01-16', [
        ['overall', 'good'],
        ['help_and_protection', 'good'],
      ]),
    );
    expect(text).toContain(
      'The graded visit before, inspection, 16–27 January 2023: Overall effectiveness: good · Help and protection: good',
    );
    expect(text).toContain(
      'Changed in areas that both graded: Help and protection: inadequate, before good.',
    );
  });

  it('are not lined up with grades of another schema', () => {
    const text = lines(
      fullReport('2023-01-16', [
        ['overall', 'good'],
        ['care_leavers', 'good'],
      ]),
      fullReport('2019-01-14', [
        ['overall', 'inadequate'],
        ['in_care_and_care_leavers', 'inadequate'],
      ]),
    );
    expect(text).toContain('The graded visit before, inspection, 14–25 January 2019');
    expect(text).toContain('(ILACS from 2023; ILACS to 2022), so the two are not lined up.');
    expect(text).not.toContain('Changed');
    expect(text).not.toMatch(/better|worse|improved|declined/);
  });

  it('of an old report stand beside older ones, never beside later ones', () => {
    const old = fullReport('2019-01-14', [['overall', 'inadequate']]);
    const later = fullReport('2020-01-13', [['overall', 'good']]);
    const text = said(digestOf([later], [later, old]).digest);
    expect(text).toContain('Grades: Overall effectiveness: inadequate');
    expect(text).not.toContain('The graded visit before');
  });
});

describe('Many documents at once', () => {
  const years = Array.from({ length: 50 }, (_, n) => String(1976 + n));
  const all = years.map((year) => fullReport(`${year}-01-15`, [['overall', 'good']]));

  it('make one digest that lists the newest and counts the rest', () => {
    const { digest, state } = digestOf([letter()], [letter(), ...all]);
    expect(digest?.headline).toBe(
      'Oldham: 50 documents added to the record. Newest: inspection, 15–26 January 2025. Newer than any visit the record held a document of.',
    );
    const list = digest?.councils[0]?.sections[0]?.lines ?? [];
    expect(list).toHaveLength(13);
    expect(list[0]).toContain('15–26 January 2025');
    expect(list.at(-1)).toBe('38 more: ask for the sources.');
    expect(digestOf([], [letter(), ...all], { state, onlyNew: true }).digest).toBeNull();
  });

  it('quote the newest alone', () => {
    const { digest } = digestOf([letter()], [letter(), ...all]);
    expect(new Set(pointsIn(digest).map(({ citation }) => citation.visit.period))).toEqual(
      new Set(['2025-01']),
    );
  });
});

describe('A correction', () => {
  const first = fullReport('2024-01-15', [['overall', 'good']]);
  const revised = {
    ...fullReport('2024-01-15', [['overall', 'inadequate']], {
      id: 'oldham-r2',
      sha256: sha256('revised'),
      revision: 2,
      published: { date: '2025-01-31', basis: 'printed', note: null },
    }),
    passages: [],
  };

  it('names what a revised report changed, and does not call it added', () => {
    const { digest } = digestOf([first], [first, revised]);
    expect(digest?.headline).toBe(
      'Oldham: correction: a revised version of Ofsted’s report of the inspection, 15–26 January 2024 (published 31 January 2025). Changed: Overall effectiveness: inadequate, before good. Date of the document: 31 January 2025, before 30 December 2024. Passages: 0, before 2.',
    );
    expect(said(digest)).not.toContain('added');
  });

  it('that changed none of these says so', () => {
    const same = { ...first, source: { ...first.source, sha256: sha256('x'), revision: 2 } };
    expect(digestOf([first], [same]).digest?.headline).toContain(
      'Its grades, dates and number of passages are as before.',
    );
  });

  it('by somebody who read the same document again is told with the grade it changed', () => {
    const reread = fullReport('2024-01-15', [['overall', 'inadequate']]);
    const { digest } = digestOf([first], [reread]);
    expect(digest?.headline).toContain('correction: Ofsted’s report of the inspection');
    expect(digest?.headline).toContain('read again. Changed: Overall effectiveness: inadequate');
  });

  it('is not announced where the same document only gave other passages', () => {
    const fewer = { ...first, passages: first.passages.slice(1) };
    const { digest, state } = digestOf([first], [fewer], { onlyNew: true });
    expect(digest).toBeNull();
    expect(Object.values(state.told).join()).toContain('"passages":1');
  });

  it('is no correction where the text joins dates and grades held before', () => {
    const { digest } = digestOf([report()], [report(), fullReport('2024-01-15', [])]);
    expect(digest?.headline).toContain(
      'added to the record: the text of Ofsted’s report of the inspection, 15–26 January 2024',
    );
    expect(digest?.headline).toContain('Not a new inspection.');
  });
});

it('A document of which only dates and grades are held is announced so, with what others quote of the visit', () => {
  const press = article({
    visits: report().visits,
    passages: [
      passage({ visit: report().visits[0]?.id ?? '', speaker: { kind: 'ofsted_quoted_by_press' } }),
    ],
  });
  const { digest } = digestOf([letter(), press], [letter(), press, report()]);
  expect(said(digest)).toContain('Only its dates and grades are in the record, not its text');
  expect(pointsIn(digest).map(({ citation }) => citation.source.kind)).toEqual(['press']);
});

it('What another release has told, in words this one cannot read, is not told again', () => {
  const context = createAnswerContext(recordOf([letter()]));
  const told = { [`${OLDHAM}/${letter().visits[0]?.id}`]: 'v0' };
  const asked = { authorities: [OLDHAM], themes: [], onlyNew: true, today: TODAY };
  expect(createDigest({ ...asked, state: { told, themesUsed: {} } }, context).digest).toBeNull();
});
