import { describe, expect, it } from '@jest/globals';
import { createAnswerContext } from '../../../src/answer/index.js';
import { createDigest } from '../../../src/digest/index.js';
import { article, letter, OLDHAM, passage, report, sha256, source } from '../../support/record.js';
import { digestOf, fullReport, linesOf, pointsIn, recordOf, TODAY } from './digests.js';

describe('A document new to the record', () => {
  const inspected2024 = fullReport('2024-01-15', [['overall', 'good']]);

  it('is said to be added, and not a new inspection, where its visit is older than what was held', () => {
    const { text } = digestOf([inspected2024], [inspected2024, letter()]);
    expect(text?.headline).toBe(
      'Oldham: added to the record: Ofsted’s letter on the focused visit, 9–10 March 2021 (letter dated 20 April 2021). Not a new inspection. It gave no grade.',
    );
  });

  it('is said to be newer only where its visit is newer than any that was held', () => {
    const { text } = digestOf([letter()], [letter(), inspected2024]);
    expect(text?.headline).toBe(
      'Oldham: added to the record: Ofsted’s report of the inspection, 15–26 January 2024 (published 30 December 2024). Newer than any visit the record held a document of. Overall: good.',
    );
  });

  it('is no newer visit where the same visit was told by the press before', () => {
    const { text } = digestOf([letter()], [letter(), article()]);
    expect(text?.headline).toContain('“Ofsted visits Oldham”, a local newspaper');
    expect(text?.headline).toContain('on the focused visit, 9–10 March 2021. Not a new');
    expect(text?.headline).not.toContain('grade');
  });

  it('is quoted with its concerns and strengths, each cited from that document', () => {
    const press = article({ visits: letter().visits });
    const { text } = digestOf([inspected2024, press], [inspected2024, press, letter()]);
    expect(pointsIn(text).map(({ lead, citation }) => [lead, citation.quote])).toEqual([
      ['Concern', 'Caseloads are too high in some teams.'],
      ['Strength', 'Social workers know their children well and visit them often.'],
      ['Strength', 'Care leavers are helped to find work.'],
    ]);
    for (const { citation } of pointsIn(text)) expect(citation.source).toEqual(source());
  });

  it('of which nobody has marked the tone is quoted by its list of what to improve, then its findings', () => {
    const { text } = digestOf([letter()], [letter(), inspected2024]);
    expect(pointsIn(text).map(({ lead, citation }) => [lead, citation.quote])).toEqual([
      ['To improve', 'The caseloads of social workers, said in 2024-01-15.'],
      [null, 'Leaders know their services well, said in 2024-01-15.'],
    ]);
  });

  it('is told once: the next day has nothing new', () => {
    const documents = [letter(), inspected2024];
    const { state } = digestOf([letter()], documents);
    const next = digestOf([], documents, { state, onlyNew: true });
    expect(next).toEqual({ digest: null, text: null, state });
  });

  it('about one theme is still announced where it quotes nothing on it', () => {
    const { text } = digestOf([letter()], [letter(), inspected2024], {
      themes: ['care-leavers'],
    });
    expect(text?.headline).toContain('added to the record');
    expect(linesOf(text)).toContain('It quotes nothing on care leavers.');
    expect(pointsIn(text)).toEqual([]);
  });

  it('about one theme is quoted on that theme alone', () => {
    const { text } = digestOf([inspected2024], [inspected2024, letter()], {
      themes: ['care-leavers'],
    });
    expect(pointsIn(text).map(({ citation }) => citation.quote)).toEqual([
      'Care leavers are helped to find work.',
    ]);
  });

  it('is the first of a council that had none', () => {
    const { text } = digestOf([], [letter()]);
    expect(text?.headline).toContain('The record held no document about this council before.');
  });
});

describe('The grades of a new report', () => {
  const lines = (...reports: ReturnType<typeof fullReport>[]) => {
    const [newest, ...others] = reports;
    return linesOf(digestOf(others, reports).text ?? null).includes('Grades: ')
      ? linesOf(digestOf(others, reports).text)
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
    const text = linesOf(digestOf([later], [later, old]).text);
    expect(text).toContain('Grades: Overall effectiveness: inadequate');
    expect(text).not.toContain('The graded visit before');
  });
});

describe('Many documents at once', () => {
  const years = Array.from({ length: 50 }, (_, n) => String(1976 + n));
  const all = years.map((year) => fullReport(`${year}-01-15`, [['overall', 'good']]));

  it('make one digest that lists the newest and counts the rest', () => {
    const { text, state } = digestOf([letter()], [letter(), ...all]);
    expect(text?.headline).toBe(
      'Oldham: 50 documents added to the record. Newest: inspection, 15–26 January 2025. Newer than any visit the record held a document of.',
    );
    const list = text?.councils[0]?.sections[0]?.lines ?? [];
    expect(list).toHaveLength(13);
    expect(list[0]).toContain('15–26 January 2025');
    expect(list.at(-1)).toBe('38 more: ask for the sources.');
    expect(digestOf([], [letter(), ...all], { state, onlyNew: true }).text).toBeNull();
  });

  it('quote the newest alone', () => {
    const { text } = digestOf([letter()], [letter(), ...all]);
    expect(new Set(pointsIn(text).map(({ citation }) => citation.visit.period))).toEqual(
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
    const { text } = digestOf([first], [first, revised]);
    expect(text?.headline).toBe(
      'Oldham: correction: a revised version of Ofsted’s report of the inspection, 15–26 January 2024 (published 31 January 2025). Changed: Overall effectiveness: inadequate, before good. Date of the document: 31 January 2025, before 30 December 2024. Passages: 0, before 2.',
    );
    expect(linesOf(text)).not.toContain('added');
  });

  it('that changed none of these says so', () => {
    const same = { ...first, source: { ...first.source, sha256: sha256('x'), revision: 2 } };
    expect(digestOf([first], [same]).text?.headline).toContain(
      'Its grades, dates and number of passages are as before.',
    );
  });

  it('by somebody who read the same document again is told with the grade it changed', () => {
    const reread = fullReport('2024-01-15', [['overall', 'inadequate']]);
    const { text } = digestOf([first], [reread]);
    expect(text?.headline).toContain('correction: Ofsted’s report of the inspection');
    expect(text?.headline).toContain('read again. Changed: Overall effectiveness: inadequate');
  });

  it('is not announced where the same document only gave other passages', () => {
    const fewer = { ...first, passages: first.passages.slice(1) };
    const { text, state } = digestOf([first], [fewer], { onlyNew: true });
    expect(text).toBeNull();
    expect(Object.values(state.reported).join()).toContain('"passages":1');
  });

  it('is no correction where the text joins dates and grades held before', () => {
    const { text } = digestOf([report()], [report(), fullReport('2024-01-15', [])]);
    expect(text?.headline).toContain(
      'added to the record: the text of Ofsted’s report of the inspection, 15–26 January 2024',
    );
    expect(text?.headline).toContain('Not a new inspection.');
  });
});

it('A document of which only dates and grades are held is announced so, with what others quote of the visit', () => {
  const press = article({
    visits: report().visits,
    passages: [
      passage({ visit: report().visits[0]?.id ?? '', speaker: { kind: 'ofsted_quoted_by_press' } }),
    ],
  });
  const { text } = digestOf([letter(), press], [letter(), press, report()]);
  expect(linesOf(text)).toContain('Only its dates and grades are in the record, not its text');
  expect(pointsIn(text).map(({ citation }) => citation.source.kind)).toEqual(['press']);
});

it('What another release has told, in words this one cannot read, is not told again', () => {
  const context = createAnswerContext(recordOf([letter()]));
  const reported = { [`${OLDHAM}/${letter().visits[0]?.id}`]: 'v0' };
  const asked = { authorities: [OLDHAM], themes: [], onlyNew: true, today: TODAY };
  expect(
    createDigest({ ...asked, state: { reported, themesUsed: {} } }, context).digest,
  ).toBeNull();
});
