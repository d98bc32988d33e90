import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isBoardSection } from '../../../src/domain/record.js';
import { type Workbench, workbench } from '../../support/imports.js';
import {
  bullet,
  chapter,
  dashed,
  numbered,
  type Part,
  paragraph,
  printed,
  section,
} from '../../support/printed.js';
import { column, type Page, sifReport } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const passagesOf = async (pages: Page[]) => {
  const [result] = await bench.import([await bench.put('r.pdf', pages)]);
  return (result?.document?.passages ?? []).map(({ kind, locator, quote }) => ({
    kind,
    section: locator.section,
    quote,
  }));
};

/** So much text of the report's size that nothing else is taken for it. */
const BODY = 'Leaders, social workers and carers work together for the children of the town. ';

const single = async (...parts: Part[]) => {
  const body = [chapter('Executive summary'), paragraph(BODY.repeat(20))];
  const pages = [...sifReport().slice(0, 2), ...printed(...body), ...printed(...parts)];
  return (await passagesOf(pages)).filter((p) => !p.quote.startsWith(BODY));
};

type Passages = Awaited<ReturnType<typeof single>>;
const asked = (passages: Passages) =>
  passages.filter((p) => p.kind === 'recommendation').map((p) => p.quote);
const of = (passages: Passages, words: string) => {
  const found = passages.filter((p) => p.quote.includes(words));
  expect(found).toHaveLength(1);
  return found[0];
};

describe('What inspectors ask for', () => {
  it('is each numbered point with the points under it, in the chapter and section it stands in', async () => {
    const passages = await single(
      section('What does the local authority need to improve?'),
      section('Priority and immediate action'),
      paragraph('The inspection did not find any areas for priority and immediate action.'),
      section('Areas for improvement'),
      numbered(1, 'Ensure that the plans of children:'),
      dashed('say what will change'),
      dashed('are shared with parents.'),
      numbered(2, 'Improve the response to children following significant events.'),
    );
    expect(asked(passages)).toEqual([
      'Ensure that the plans of children: – say what will change – are shared with parents.',
      'Improve the response to children following significant events.',
    ]);
    expect(of(passages, 'significant events')?.section).toBe(
      'What does the local authority need to improve: Areas for improvement',
    );
  });

  it('is each bullet under the numbered names of groups', async () => {
    const passages = await single(
      chapter('Recommendations'),
      numbered(1, 'Quality and effectiveness of practice'),
      bullet('Ensure that plans are clear.'),
      bullet('Ensure that visits are made in time.'),
      numbered(2, 'Oversight by leaders'),
      bullet('Review the corporate parenting strategy.'),
    );
    expect(asked(passages)).toHaveLength(3);
    expect(of(passages, 'strategy')?.section).toBe('Recommendations: Oversight by leaders');
  });

  it('is nothing where there are no recommendations', async () => {
    const passages = await single(
      chapter('Recommendations'),
      paragraph('There are no recommendations.'),
      chapter('Executive summary'),
      paragraph('Services are good.'),
    );
    expect(asked(passages)).toEqual([]);
  });

  it('ends where the report turns to the young people who live there', async () => {
    const passages = await single(
      chapter('Recommendations'),
      bullet('Ensure that plans are clear.'),
      section('Summary for children and young people'),
      bullet('Most of you told us that you like your social worker.'),
    );
    expect(asked(passages)).toEqual(['Ensure that plans are clear.']);
    expect(of(passages, 'Most of you')).toMatchObject({
      kind: 'finding',
      section: 'Summary for children and young people',
    });
  });

  it.each([
    'Section 2: The effectiveness of the Local Safeguarding Children Board',
    'The effectiveness Local Safeguarding Children Board',
    'The Local Safeguarding Children Board (LSCB)',
  ])('of the board is the board’s under “%s”', async (heading) => {
    const passages = await single(
      chapter(heading),
      section('Areas for improvement'),
      numbered(1, 'Publish the learning from case reviews.'),
      section('Key strengths and weaknesses of the LSCB'),
      numbered(2, 'The chair of the board is independent.'),
      chapter('What the inspection judgements mean: the LSCB'),
      paragraph('An outstanding LSCB is highly influential in improving the care of children.'),
    );
    expect(asked(passages)).toHaveLength(1);
    const isBoards = (words: string) => isBoardSection(of(passages, words)?.section ?? null);
    expect([isBoards('Publish'), isBoards('The chair'), isBoards('influential')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('What the local authority does well', () => {
  it('is findings in a chapter of its own', async () => {
    const passages = await single(
      section('Summary of key findings'),
      numbered(1, 'Children wait for too long.'),
      section('The local authority has the following strengths:'),
      numbered(2, 'Foster carers are well supported.'),
    );
    expect(of(passages, 'Foster carers')).toMatchObject({
      kind: 'finding',
      section: 'The local authority has the following strengths',
    });
  });
});

describe('Context', () => {
  it('is everything about the area, each part in its section', async () => {
    const passages = await single(
      chapter('Information about this local authority area'),
      section('Previous Ofsted inspections'),
      bullet('The local authority operates four children’s homes.'),
      section('Children living in this area'),
      bullet('Approximately 50,000 children live in Oldham.'),
      chapter('The experiences and progress of children who need help and protection'),
      numbered(1, 'Thresholds are not understood by the police.'),
    );
    expect(passages.map((p) => [p.kind, p.section])).toEqual([
      ['context', 'Information about this local authority area: Previous Ofsted inspections'],
      ['context', 'Information about this local authority area: Children living in this area'],
      ['finding', 'The experiences and progress of children who need help and protection'],
    ]);
  });

  it('is what Ofsted says of itself, whatever heading it stands under', async () => {
    const ofItself = [
      'The arrangements in place to evaluate the effectiveness of what is done by the authority are good.',
      'A Local Safeguarding Children Board (LSCB) requires improvement if it is not yet good.',
      'The inspection team consisted of nine of Her Majesty’s Inspectors (HMI) from Ofsted.',
      'T: 0300 123 1231',
      'The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates.',
      'You may copy all or parts of this document for non-commercial educational purposes.',
      'Piccadilly Gate Store Street Manchester M1 2WD',
    ];
    const passages = await single(
      chapter('Inspection findings – the Local Safeguarding Children Board'),
      ...ofItself.map(paragraph),
    );
    expect(passages.map((p) => [p.kind, isBoardSection(p.section)])).toEqual(
      ofItself.map(() => ['context', false]),
    );
  });
});

describe('A report before the single inspection framework', () => {
  const earlier = (title: string[], ...parts: Part[]): Page[] => [
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
    ...printed(...parts),
    [
      { text: 'Record of main findings: Oldham', x: 71, y: 760, size: 14, bold: true },
      ...['Overall effectiveness', 'The quality of practice', 'Being healthy'].flatMap(
        (text, i) => [
          { text, x: 71, y: 720 - 30 * i },
          { text: 'Adequate', x: 420, y: 720 - 30 * i },
        ],
      ),
    ],
  ];

  it('asks for what must be done by when', async () => {
    const passages = await passagesOf(
      earlier(
        ['Inspection of local authority arrangements', 'for the protection of children', 'Oldham'],
        chapter('Areas for improvement'),
        numbered(3, 'In order to improve, the authority should take the following action.'),
        paragraph('Immediately:'),
        bullet('ensure that referrals are decided on within a day'),
        paragraph('Within three months:'),
        bullet('review the quality of plans.'),
        chapter('The quality of practice'),
        numbered(4, 'Assessments are timely.'),
      ),
    );
    expect(passages).toEqual([
      expect.objectContaining({ kind: 'context', section: 'Areas for improvement' }),
      {
        kind: 'recommendation',
        section: 'Areas for improvement: Immediately',
        quote: 'ensure that referrals are decided on within a day',
      },
      {
        kind: 'recommendation',
        section: 'Areas for improvement: Within three months',
        quote: 'review the quality of plans.',
      },
      { kind: 'finding', section: 'The quality of practice', quote: 'Assessments are timely.' },
    ]);
  });

  it('on two services has the chapters of each', async () => {
    const passages = await passagesOf(
      earlier(
        ['Inspection of safeguarding and', 'looked after children services', 'Oldham'],
        chapter('The inspection outcomes: safeguarding services'),
        section('Areas for improvement'),
        bullet('ensure that referrals are decided on within a day'),
        section('Safeguarding outcomes for children and young people'),
        section('Children and young people are safe and feel safe Grade 3 (adequate)'),
        numbered(7, 'Children said that they feel safe.'),
        chapter('The inspection outcomes: services for looked after children'),
        section('How good are outcomes for looked after children and care leavers?'),
        section('Being healthy Grade 2 (good)'),
        numbered(12, 'Health assessments are timely.'),
      ),
    );
    expect(passages.map((p) => [p.kind, p.section])).toEqual([
      ['recommendation', 'The inspection outcomes: safeguarding services: Areas for improvement'],
      [
        'finding',
        'The inspection outcomes: safeguarding services: Children and young people are safe and feel safe',
      ],
      ['finding', 'The inspection outcomes: services for looked after children: Being healthy'],
    ]);
  });
});
