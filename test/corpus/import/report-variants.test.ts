import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gradesOf, type Workbench, workbench } from '../../support/imports.js';
import {
  column,
  ilacsReport,
  type Page,
  reprinted,
  row,
  sifReport,
} from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const imported = async (pages: Page[]) => {
  const [result] = await bench.import([await bench.put('document.pdf', pages)]);
  if (!result) throw new Error('nothing was imported');
  return result;
};

const titled = (...lines: string[]): Page[] =>
  reprinted(ilacsReport(), {
    'Inspection of Oldham local authority': column(lines, 800, { size: 22 }, 26),
    'children’s services': [],
  });

describe('A report in a form of another year', () => {
  it.each([
    [['Oldham Council', 'Inspection of children’s social care services']],
    [
      [
        'Oldham metropolitan borough',
        'Inspection of local authority children’s social care',
        'services',
      ],
    ],
    [['Inspection of children’s services', 'Oldham Metropolitan Borough Council']],
    [['INSPECTION OF OLDHAM CHILDREN’S SERVICES']],
    [['Inspection of Oldham childrens services']],
    [['Inspection of', 'Oldham', 'local', 'authority', 'children’s', 'services']],
  ])('is an inspection of the council where it is titled %j', async (lines) => {
    const { verdict, document } = await imported(titled(...lines));
    expect([verdict, document?.urn, document?.visits[0]?.kind]).toEqual([
      'imported',
      '80535',
      'ILACS',
    ]);
  });

  it.each([
    ['Inspection date: 4 to 15 December 2023', '2023-12-04', '2023-12-15'],
    ['Inspection dates 4 to 15 December 2023', '2023-12-04', '2023-12-15'],
    ['Inspection date(s): 4–15 December 2023', '2023-12-04', '2023-12-15'],
    ['Dates of inspection 4 December – 15 December 2023', '2023-12-04', '2023-12-15'],
    ['Date of the inspection: Monday 4 to Friday 15 December 2023', '2023-12-04', '2023-12-15'],
    ['Inspection period: 4 to 15 December 2023', '2023-12-04', '2023-12-15'],
    ['INSPECTION DATES: 4TH TO 15TH DECEMBER 2023', '2023-12-04', '2023-12-15'],
    ['Inspection dates: between 4 and 15 December 2023', '2023-12-04', '2023-12-15'],
    [
      'Inspection dates: 27 November to 1 December and 4 to 8 December 2023',
      '2023-11-27',
      '2023-12-08',
    ],
    ['Inspection dates: 28 Nov – 9 Dec 2022', '2022-11-28', '2022-12-09'],
    ['Inspection dates: 12.12.22 – 16.12.22', '2022-12-12', '2022-12-16'],
  ])('was there on the days of “%s”', async (dates, start, end) => {
    const { document } = await imported(ilacsReport({ dates }));
    expect(document?.visits).toMatchObject([{ start, end }]);
  });

  it.each([
    ['Lead inspector: Firstname Lastname, Her Majesty’s\nInspector', 'Firstname Lastname'],
    ['Lead inspector: Firstname\nLastname, His Majesty’s Inspector', 'Firstname Lastname'],
    ['Lead inspector: Firstname Lastname, Her\nMajesty’s Inspector', 'Firstname Lastname'],
    ['Lead inspector: Firstname Lastname, His Majesty’s Senior Inspector', 'Firstname Lastname'],
    ['Lead inspector: Firstname Lastname (HMI)', 'Firstname Lastname'],
    ['Lead inspector: Firstname Lastname SHMI, Ofsted', 'Firstname Lastname'],
    ['Lead Inspector Firstname Lastname, Ofsted Inspector', 'Firstname Lastname'],
    ['Lead HMI: Firstname O’Lastname-Familyname', 'Firstname O’Lastname-Familyname'],
    [
      'Lead inspectors: Firstname Lastname HMI and Givenname Familyname HMI',
      'Firstname Lastname and Givenname Familyname',
    ],
    [
      'Lead inspectors: Firstname Lastname and Givenname Familyname, His Majesty’s Inspectors',
      'Firstname Lastname and Givenname Familyname',
    ],
    [
      'Lead inspectors: Firstname Lastname, His Majesty’s Inspector,\nand Givenname Familyname, His Majesty’s Inspector',
      'Firstname Lastname and Givenname Familyname',
    ],
    ['Lead inspector: Regional Director for the North', null],
  ])('was led by the people of “%s”', async (lead, name) => {
    const { document } = await imported(ilacsReport({ lead }));
    expect(document?.visits[0]?.leadInspector).toBe(name);
  });

  it('may have the marks of footnotes in the type of the text, lost spaces, and colons after labels', async () => {
    const rows = [
      ...row(
        527,
        ['The impact of leaders on social work', 'practice with children andfamilies'],
        ['Good1'],
      ),
      ...row(
        486,
        ['The experiences and progress of', 'children who need help and protection:'],
        ['Requires improvementto be good'],
      ),
      ...row(444, ['The experience and progress of', 'children in care2'], ['GOOD']),
      ...row(
        403,
        ['The experiences and progress of care', 'leavers'],
        ['Requires', 'improvement', 'to be good'],
      ),
      ...row(355, ['Overall effectiveness'], ['Requires Improvement', 'to be good.*'], 361),
    ];
    const result = await imported(ilacsReport({ rows, sections: [] }));
    expect([result.verdict, gradesOf(result)]).toEqual([
      'imported',
      {
        impact_of_leaders: 'good',
        help_and_protection: 'requires improvement to be good',
        in_care: 'good',
        care_leavers: 'requires improvement to be good',
        overall: 'requires improvement to be good',
      },
    ]);
  });
});

describe('A table of judgements', () => {
  const labels = [
    ['The impact of leaders on social work', 'practice with children and families'],
    ['The experiences and progress of', 'children who need help and protection'],
    ['The experiences and progress of', 'children in care and care leavers'],
    ['Overall effectiveness'],
  ];
  const GRADES = {
    impact_of_leaders: 'good',
    help_and_protection: 'inadequate',
    in_care_and_care_leavers: 'requires improvement to be good',
    overall: 'good',
  };
  const grades = [['Good'], ['Inadequate'], ['Requires improvement', 'to be good'], ['Good']];
  const at = (i: number, y: number) => row(y, labels[i] ?? [], grades[i] ?? []);

  it('may go on at the top of the next page', async () => {
    const [first = [], second = [], ...others] = ilacsReport({
      rows: [...at(0, 200), ...at(1, 150)],
      sections: [],
    });
    const pages = [first, [...at(2, 780), ...at(3, 740), ...second], ...others];
    expect(gradesOf(await imported(pages))).toEqual(GRADES);
  });

  it('may be torn between the lines of one label', async () => {
    const [first = [], second = [], ...others] = ilacsReport({
      rows: [...at(0, 200), ...row(150, [labels[1]?.[0] ?? ''], ['Inadequate'])],
      sections: [],
    });
    const rest = column([labels[1]?.[1] ?? ''], 790, { x: 77 });
    const pages = [first, [...rest, ...at(2, 765), ...at(3, 735), ...second], ...others];
    const { help_and_protection, ...read } = gradesOf(await imported(pages));
    expect(['inadequate', 'could not be read']).toContain(help_and_protection);
    expect(read).toMatchObject({ impact_of_leaders: 'good', overall: 'good' });
  });

  it('whose grade runs on in the words of its label is read from the section that prints it again', async () => {
    const rows = [
      ...at(0, 527),
      ...column(
        ['The experiences and progress of', 'children who need help and protection Inadequate'],
        486,
        { x: 77 },
      ),
      ...at(2, 444),
      ...at(3, 403),
    ];
    const sections = [
      {
        heading: [
          'The experiences and progress of children who need help and',
          'protection: inadequate',
        ],
        paragraphs: ['Thresholds are applied unevenly.'],
      },
    ];
    expect(gradesOf(await imported(ilacsReport({ rows, sections })))).toEqual(GRADES);
    const alone = gradesOf(await imported(ilacsReport({ rows, sections: [] })));
    expect(['inadequate', 'could not be read']).toContain(alone.help_and_protection);
    expect(alone.in_care_and_care_leavers).toBe('requires improvement to be good');
  });

  it('with rows set close takes no grade of a neighbour', async () => {
    const rows = [
      ...row(500, ['The impact of leaders on social work practice'], ['Outstanding']),
      ...column(['with children and families'], 486, { x: 77 }),
      ...row(472, ['The experiences and progress of children who'], ['Inadequate']),
      ...column(['need help and protection'], 458, { x: 77 }),
      ...row(444, ['The experiences and progress of children in care'], ['Good']),
      ...column(['and care leavers'], 430, { x: 77 }),
      ...row(416, ['Overall effectiveness'], ['Requires improvement']),
    ].map((text) => (text.x === 303 ? { ...text, x: 400 } : text));
    expect(gradesOf(await imported(ilacsReport({ rows, sections: [] })))).toEqual({
      impact_of_leaders: 'outstanding',
      help_and_protection: 'inadequate',
      in_care_and_care_leavers: 'good',
      overall: 'requires improvement to be good',
    });
  });

  it('with wrapped grades of rows set close keeps them apart', async () => {
    const rows = [
      ...row(
        500,
        ['The impact of leaders on social work practice', 'with children and families'],
        ['Requires improvement', 'to be good'],
        500,
      ),
      ...row(
        471,
        ['The experiences and progress of children who', 'need help and protection'],
        ['Requires improvement', 'to be good'],
        471,
      ),
      ...row(
        442,
        ['The experiences and progress of children in care', 'and care leavers'],
        ['Requires improvement', 'to be good'],
        442,
      ),
      ...row(413, ['Overall effectiveness'], ['Requires improvement', 'to be good'], 413),
    ].map((text) => (text.x === 303 ? { ...text, x: 400 } : text));
    const result = await imported(ilacsReport({ rows, sections: [] }));
    expect(new Set(Object.values(gradesOf(result)))).toEqual(
      new Set(['requires improvement to be good']),
    );
  });
});

describe('A report before the single inspection framework', () => {
  const earlier = (title: string[], rows: string[][]): Page[] => [
    [
      ...column(title, 750, { size: 22 }, 26),
      ...column(
        [
          'Inspection dates: 12 – 21 November 2012',
          'Reporting inspector Firstname Lastname HMI',
          'Age group: All',
          'Published: 7 January 2013',
        ],
        600,
        {},
        24,
      ),
    ],
    [
      { text: 'Record of main findings', x: 71, y: 760, size: 14, bold: true },
      ...rows.flatMap(([label = '', grade = ''], i) => row(720 - 30 * i, [label], [grade])),
    ],
  ];

  it('of arrangements for protection gives what its last page records', async () => {
    const result = await imported(
      earlier(
        [
          'Inspection of local authority arrangements',
          'for the protection of children',
          'Oldham Council',
        ],
        [
          ['Overall effectiveness', 'Adequate'],
          ['Leadership and governance', 'Good'],
        ],
      ),
    );
    expect(result.document).toMatchObject({
      urn: '80535',
      visits: [{ kind: 'pre-SIF safeguarding', leadInspector: 'Firstname Lastname' }],
    });
    expect(gradesOf(result)).toMatchObject({ overall: 'adequate', leadership: 'good' });
  });

  it('that grades safeguarding and looked after children apart has no one overall grade', async () => {
    const result = await imported(
      earlier(
        ['Inspection of safeguarding and looked after', 'children services', 'Oldham'],
        [
          ['Overall effectiveness', 'Good'],
          ['Capacity for improvement', 'Good'],
          ['Overall effectiveness', 'Adequate'],
        ],
      ),
    );
    expect(gradesOf(result).overall).toBe('could not be read');
    expect(result.verdict).toBe('needs_review');
  });
});

describe('A report of the single inspection framework', () => {
  const HEADLINE = 'Children’s services in Oldham are inadequate';
  it.each([
    ['The overall judgement is that children’s services are inadequate', 'inadequate'],
    ['The overall judgement is inadequate.', 'inadequate'],
    ['The overall judgement is requires improvement', 'requires improvement to be good'],
    ['Overall effectiveness: good', 'good'],
    [
      'Children’s services in Oldham Council require improvement to be good',
      'requires improvement to be good',
    ],
    ['Children’s services in Oldham are judged to be good2', 'good'],
    ['Services for children in Oldham are outstanding', 'outstanding'],
    ['Children’s services in Oldham are not yet good', 'could not be read'],
    ['Children’s services in Oldham must now become good', 'could not be read'],
  ])(
    'has as its overall grade only what a whole sentence states: “%s”',
    async (sentence, grade) => {
      const result = await imported(reprinted(sifReport(), { [HEADLINE]: sentence }));
      expect(gradesOf(result)).toMatchObject({ overall: grade, leadership: 'inadequate' });
    },
  );

  it('may have that sentence over three lines', async () => {
    const lines = ['Children’s services in', 'Oldham require improvement', 'to be good'];
    const result = await imported(
      reprinted(sifReport(), { [HEADLINE]: column(lines, 600, { size: 14, bold: true }, 17) }),
    );
    expect(result.document?.judgements.find((j) => j.area === 'overall')).toMatchObject({
      grade: 'requires improvement to be good',
      printed: 'require improvement to be good',
    });
  });

  it.each(['Re-inspection of', 'Re‑inspection of', 'Reinspection of'])(
    'is a re-inspection where it says “%s”',
    async (words) => {
      const line = 'Inspection of services for children in need of help and protection, children';
      const result = await imported(
        reprinted(sifReport(), { [line]: line.replace('Inspection of', words) }),
      );
      expect([result.document?.urn, result.document?.visits[0]?.kind]).toEqual([
        '80535',
        'SIF re-inspection',
      ]);
    },
  );

  it('may name the council under the words of the title', async () => {
    const pages = reprinted(sifReport(), {
      'Oldham Metropolitan Borough Council': [],
      and: [{ text: 'Oldham Metropolitan Borough Council', x: 71, y: 675, size: 14, bold: true }],
    });
    expect((await imported(pages)).document?.urn).toBe('80535');
  });

  it.each([
    'The Local Safeguarding Children Board (LSCB) requires improvement.',
    'The LSCB requires improvement',
    'The effectiveness of the LSCB requires improvement',
  ])('grades the board in the words “%s”', async (sentence) => {
    const result = await imported(
      reprinted(sifReport(), {
        'The Local Safeguarding Children Board requires improvement': sentence,
      }),
    );
    expect(gradesOf(result).lscb).toBe('requires improvement to be good');
  });
});
