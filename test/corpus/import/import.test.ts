import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordedDocument } from '../../../src/domain/document.js';
import { isBoardSection } from '../../../src/domain/record.js';
import { codesOf, gradesOf, type Workbench, workbench } from '../../support/imports.js';
import {
  column,
  ilacsReport,
  row,
  SECTIONS,
  sifReport,
  visitLetter,
} from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const imported = async (...args: Parameters<Workbench['put']>) => {
  const [result] = await bench.import([await bench.put(...args)]);
  if (!result) throw new Error('nothing was imported');
  return result;
};

describe('An ILACS report', () => {
  it('becomes a document of the record: visit, lead inspector, grades and passages', async () => {
    const result = await imported('2024-02-13.pdf', ilacsReport());
    expect(result.verdict).toBe('imported');
    const document = RecordedDocument.parse(result.document);
    expect(document.visits).toMatchObject([
      {
        id: '80535-ilacs-2023-12-04',
        start: '2023-12-04',
        end: '2023-12-15',
        leadInspector: 'Firstname Lastname',
      },
    ]);
    expect(document.source).toMatchObject({
      id: '80535-ilacs-2023-12-04',
      published: { date: '2024-02-13', basis: 'file name' },
      licence: 'OGL-3.0',
    });
    expect(gradesOf(result)).toEqual({
      impact_of_leaders: 'good',
      help_and_protection: 'requires improvement to be good',
      in_care: 'good',
      care_leavers: 'outstanding',
      overall: 'good',
    });
    expect(
      document.passages.filter((p) => p.kind === 'recommendation').map((p) => p.quote),
    ).toEqual(['The timeliness of plans.', 'The oversight of practice.']);
    expect(document.passages.at(-1)).toMatchObject({
      quote: 'Leaders know their services well.',
      locator: {
        section: 'The impact of leaders on social work practice with children and families',
        page: 3,
        paragraph: 5,
      },
      themes: [],
    });
    expect(document.passages.find((p) => p.quote.startsWith('Care leavers'))?.themes).toEqual([
      'care-leavers',
    ]);
  });

  it('has its sentences marked as praise or criticism where that is certain', async () => {
    const { document } = await imported('2024-02-13.pdf', ilacsReport());
    const { passages } = RecordedDocument.parse(document);
    const saying = (quote: string) => passages.find((p) => p.quote === quote);
    expect(saying('Care leavers are well supported.')).toMatchObject({
      tone: 'praise',
      tones: [{ from: 0, to: 32, tone: 'praise' }],
    });
    expect(saying('The timeliness of plans.')).toMatchObject({ tone: 'criticism' });
    expect(saying('Leaders know their services well.')?.tone).toBe('praise');
    expect(saying('Plans are clear.')).toMatchObject({ tone: 'unmarked', tones: [] });
  });

  it('may grade children in care and care leavers together, as until 2022', async () => {
    const rows = [
      ...row(
        527,
        ['The impact of leaders on social work practice with', 'children and families'],
        ['Good'],
      ),
      ...row(
        486,
        ['The experiences and progress of children who need', 'help and protection'],
        ['Good'],
      ),
      ...row(
        444,
        ['The experiences and progress of children in care and', 'care leavers'],
        ['Inadequate'],
      ),
      ...row(403, ['Overall effectiveness'], ['Requires improvement to', 'be good']),
    ].map((text) => (text.x === 303 ? { ...text, x: 376 } : text));
    const result = await imported('r.pdf', ilacsReport({ rows, sections: [] }));
    expect(gradesOf(result)).toEqual({
      impact_of_leaders: 'good',
      help_and_protection: 'good',
      in_care_and_care_leavers: 'inadequate',
      overall: 'requires improvement to be good',
    });
  });

  it('of April 2026 or later needs no overall grade: it is not in this framework', async () => {
    const rows = [
      ...row(
        527,
        ['The impact of leaders on social work', 'practice with children and families'],
        ['Good'],
      ),
      ...row(
        486,
        ['The experiences and progress of', 'children who need help and protection'],
        ['Good'],
      ),
      ...row(444, ['The experiences and progress of', 'children in care'], ['Good']),
      ...row(403, ['The experiences and progress of care', 'leavers'], ['Good']),
    ];
    const later = await imported(
      'a.pdf',
      ilacsReport({ rows, sections: [], dates: 'Inspection dates: 4 to 15 May 2026' }),
    );
    expect([later.verdict, gradesOf(later).overall]).toEqual(['imported', 'not in this framework']);
    const before = await imported('b.pdf', ilacsReport({ rows, sections: [] }));
    expect([before.verdict, gradesOf(before).overall]).toEqual([
      'needs_review',
      'could not be read',
    ]);
    expect(codesOf(before)).toEqual(['judgement_table_missing']);
  });

  it('whose table and section heading differ gives no grade for that area, and says where they stand', async () => {
    const [first, ...others] = SECTIONS;
    const heading = [first?.heading[0] ?? '', 'protection: good'];
    const result = await imported(
      'r.pdf',
      ilacsReport({ sections: [{ heading, paragraphs: first?.paragraphs ?? [] }, ...others] }),
    );
    expect(result.verdict).toBe('needs_review');
    expect(gradesOf(result)).toMatchObject({
      help_and_protection: 'could not be read',
      in_care: 'good',
    });
    expect(result.reasons).toEqual([
      {
        code: 'grade_conflict',
        field: 'judgements.help_and_protection',
        detail: 'Page 1 prints “Requires improvement to be good”, page 3 “good”.',
      },
    ]);
  });

  it('with a row that has no grade takes none from the next row', async () => {
    const rows = [
      ...row(
        527,
        ['The impact of leaders on social work', 'practice with children and families'],
        ['Good'],
      ),
      ...column(['The experiences and progress of', 'children who need help and protection'], 486, {
        x: 77,
      }),
      ...row(444, ['The experiences and progress of', 'children in care'], ['Good']),
      ...row(403, ['The experiences and progress of care', 'leavers'], ['Good']),
      ...row(361, ['Overall effectiveness'], ['Good']),
    ];
    const result = await imported('r.pdf', ilacsReport({ rows, sections: [] }));
    expect(gradesOf(result)).toMatchObject({
      help_and_protection: 'could not be read',
      in_care: 'good',
    });
    expect(codesOf(result)).toEqual(['grade_conflict']);
  });

  it('without a list of what needs to improve is imported with a note', async () => {
    const result = await imported('r.pdf', ilacsReport({ asks: [] }));
    expect([result.verdict, codesOf(result)]).toEqual(['imported', ['recommendations_absent']]);
  });

  it.each([
    'Inspection date: 11 – 22 July 2022',
    'Inspection dates: 11 July 2022 to 22 July 2022',
    'Dates of inspection: 11 to 22 July 2022',
  ])('prints its dates as “%s”', async (dates) => {
    const result = await imported('r.pdf', ilacsReport({ dates }));
    expect(result.document?.visits).toMatchObject([{ start: '2022-07-11', end: '2022-07-22' }]);
  });

  it.each([
    'Lead inspector: Firstname Lastname HMI',
    'Lead inspector: Firstname Lastname, Her Majesty’s Inspector',
    'Lead inspector: Firstname Lastname\nHer Majesty’s Inspector',
  ])('names its lead inspector as “%s”', async (lead) => {
    const result = await imported('r.pdf', ilacsReport({ lead }));
    expect(result.document?.visits[0]?.leadInspector).toBe('Firstname Lastname');
  });

  it('whose dates make no sense stays out of the record, with the question kept', async () => {
    const result = await imported(
      'r.pdf',
      ilacsReport({ dates: 'Inspection dates: 4 to 15 Decembr 2023' }),
    );
    expect([result.verdict, codesOf(result), result.document]).toEqual([
      'needs_review',
      ['date_unparsed'],
      null,
    ]);
    expect(Object.keys(await bench.record())).toEqual([
      expect.stringMatching(/^corrections-[0-9a-f]{16}\.json$/),
    ]);
  });

  it('of a council that nobody knows is attributed to none', async () => {
    const result = await imported('r.pdf', ilacsReport({ council: 'Oldhamshire' }));
    expect([result.verdict, codesOf(result), result.document]).toEqual([
      'needs_review',
      ['authority_unknown'],
      null,
    ]);
  });
});

describe('A report of the single inspection framework', () => {
  it('gives every grade of a table that two pages share, the board’s apart, and the council’s recommendations and the board’s as the board’s', async () => {
    const result = await imported('r.pdf', sifReport({ adoption: 'Not judged' }));
    expect(result.verdict).toBe('imported');
    expect(gradesOf(result)).toEqual({
      overall: 'inadequate',
      help_and_protection: 'inadequate',
      looked_after: 'requires improvement to be good',
      adoption: 'not judged',
      care_leavers: 'requires improvement to be good',
      leadership: 'inadequate',
      lscb: 'requires improvement to be good',
    });
    const asked = result.document?.passages.filter((p) => p.kind === 'recommendation');
    expect(asked?.map(({ locator, quote }) => [isBoardSection(locator.section), quote])).toEqual([
      [false, 'Ensure that social workers visit children in time.'],
      [
        false,
        'Ensure that managers, from the age of 16. This affords young people a say in their plans.',
      ],
      [true, 'The board should publish its plan.'],
    ]);
  });

  it('prints when it was published and who led the inspection, on its last page', async () => {
    const { document } = await imported('2016-01-01.pdf', sifReport());
    expect(document?.source.published).toEqual({
      date: '2016-12-02',
      basis: 'printed',
      note: null,
    });
    expect(document?.visits).toMatchObject([
      { kind: 'SIF', start: '2016-09-12', end: '2016-10-06', leadInspector: 'Firstname Lastname' },
    ]);
  });
});

describe('A letter', () => {
  it('after a monitoring visit has its number, its own date and findings, and no grade', async () => {
    const result = await imported('letter.pdf', visitLetter());
    expect(result.verdict).toBe('imported');
    expect(result.document).toMatchObject({
      source: { kind: 'letter', dated: { date: '2017-09-28' }, published: null },
      visits: [
        {
          id: '80535-monitoring-visit-2017-09-05',
          ordinal: 3,
          end: '2017-09-06',
          leadInspector: 'Firstname Lastname',
        },
      ],
      judgements: [],
    });
    expect(result.document?.passages.map((p) => [p.kind, p.quote.slice(0, 28)])).toEqual([
      ['context', 'This letter summarises the f'],
      ['finding', 'The response to children who'],
      ['finding', 'The quality of pathway plans'],
      ['finding', 'The pace of change remains t'],
    ]);
  });

  it('after a focused visit lists what needs to improve', async () => {
    const result = await imported(
      'letter.pdf',
      visitLetter({
        heading: 'Focused visit to Oldham children’s services',
        dated: '14 March 2023',
        opening:
          'This letter summarises the findings of the focused visit to Oldham children’s services on 7 to 8 February 2023. His Majesty’s Inspectors for this visit were Firstname Lastname and Givenname Familyname.',
        asked: 'What needs to improve in this area of social work practice?',
      }),
    );
    expect(result.document?.visits).toMatchObject([
      { kind: 'focused visit', start: '2023-02-07', end: '2023-02-08' },
    ]);
    expect(result.document?.passages.filter((p) => p.kind === 'recommendation')).toHaveLength(2);
  });

  it('is read from plain text too, a newspaper’s article about it is not', async () => {
    const text =
      '25 June 2021\n\nDear Director\n\n### **Focused visit to Oldham children’s services**\n\nThis letter summarises the findings of a focused visit to Oldham children’s services on 12 and 13 May 2021. Her Majesty’s Inspectors were Firstname Lastname and Givenname Familyname.\n\n## Findings\n\n- Caseloads are too high, and the\n\nquality of plans varies.\n\nYours sincerely\n\nFirstname Lastname\nHer Majesty’s Inspector\n';
    const letter = await imported('letter.txt', text);
    expect(letter.document).toMatchObject({
      visits: [{ start: '2021-05-12', leadInspector: 'Firstname Lastname' }],
      source: { pages: null },
    });
    expect(letter.document?.passages.at(-1)).toMatchObject({
      quote: 'Caseloads are too high, and the quality of plans varies.',
      locator: { section: 'Findings', page: null, bullet: 1 },
    });
    const article = await imported(
      'article.txt',
      'Ofsted visited Oldham\n\nA monitoring visit found little progress.\n',
    );
    expect([article.verdict, codesOf(article)]).toEqual(['rejected', ['not_a_pdf']]);
  });
});
