import type { PdfText } from './pdf.js';

/** Reports and letters laid out as Ofsted lays them out, about visits that never took place. */
export type Page = (string | PdfText)[];

const LEFT = 71;
const GRADES = 303;

/** Lines set one under the other from `y` down, `pitch` apart. */
export const column = (
  lines: string[],
  y: number,
  at: Partial<PdfText> = {},
  pitch = 14.5,
): PdfText[] => lines.map((text, i) => ({ text, x: LEFT, y: y - i * pitch, size: 12, ...at }));

/** A row of the judgement table: label and grade each over as many lines as they are given. */
export const row = (y: number, label: string[], grade: string[], gradeY = y): PdfText[] => [
  ...column(label, y, { x: 77 }),
  ...column(grade, gradeY, { x: GRADES }),
];

export const footer = (text: string, page: number): PdfText[] => [
  { text, x: LEFT, y: 40, size: 8 },
  { text: String(page), x: 513, y: 34, size: 20 },
];

export type Ilacs = {
  council?: string;
  dates?: string;
  lead?: string;
  rows?: PdfText[];
  asks?: string[];
  sections?: { heading: string[]; paragraphs: string[] }[];
};

const APART: PdfText[] = [
  ...row(
    527,
    ['The impact of leaders on social work', 'practice with children and families'],
    ['Good'],
  ),
  ...row(
    486,
    ['The experiences and progress of', 'children who need help and protection'],
    ['Requires improvement to be good'],
  ),
  ...row(444, ['The experiences and progress of', 'children in care'], ['Good']),
  ...row(403, ['The experiences and progress of care', 'leavers'], ['Outstanding']),
  ...row(361, ['Overall effectiveness'], ['Good']),
];

export const SECTIONS = [
  {
    heading: [
      'The experiences and progress of children who need help and',
      'protection: requires improvement to be good',
    ],
    paragraphs: ['Thresholds are applied unevenly.', 'Plans are clear.'],
  },
  {
    heading: ['The experiences and progress of children in care: good'],
    paragraphs: ['Children live in stable homes.'],
  },
  {
    heading: ['The experiences and progress of care leavers: outstanding'],
    paragraphs: ['Care leavers are well supported.'],
  },
  {
    heading: ['The impact of leaders on social work practice with children and', 'families: good'],
    paragraphs: ['Leaders know their services well.'],
  },
];

/** An ILACS report of three pages in the layout of 2023. */
export function ilacsReport({
  council = 'Oldham',
  dates = 'Inspection dates: 4 to 15 December 2023',
  lead = 'Lead inspector: Firstname Lastname, His Majesty’s Inspector',
  rows = APART,
  asks = ['The timeliness of plans.', 'The oversight of practice.'],
  sections = SECTIONS,
}: Ilacs = {}): Page[] {
  const foot = `Inspection of ${council} local authority children’s services`;
  let number = 0;
  let y = 740;
  const body: PdfText[] = [];
  for (const { heading, paragraphs } of sections) {
    body.push(...column(heading, y, { size: 14, bold: true }, 17));
    y -= 17 * heading.length + 12;
    for (const text of paragraphs) {
      body.push({ text: `${++number}.`, x: LEFT, y, size: 12 }, { text, x: 99, y, size: 12 });
      y -= 29;
    }
  }
  const asked = asks.map((text, i) => ({
    text: `\uf06e ${text}`,
    x: LEFT,
    y: 673 - 27 * i,
    size: 12,
  }));
  return [
    [
      { text: `Inspection of ${council} local authority`, x: LEFT, y: 686, size: 26 },
      { text: 'children’s services', x: LEFT, y: 655, size: 26 },
      { text: dates, x: LEFT, y: 625, size: 12 },
      ...column(lead.split('\n'), 599),
      { text: 'Judgement', x: 77, y: 560, size: 12, bold: true },
      { text: 'Grade', x: GRADES, y: 560, size: 12, bold: true },
      ...rows,
      ...column(
        [
          'Services for children have improved since the last inspection, and leaders',
          'have a clear plan.',
        ],
        325,
      ),
      ...footer(foot, 1),
    ],
    [
      ...(asks.length > 0
        ? [{ text: 'What needs to improve?', x: LEFT, y: 700, size: 14, bold: true }]
        : []),
      ...asked,
      ...footer(foot, 2),
    ],
    [...body, ...footer(foot, 3)],
  ];
}

/**
 * A report of the single inspection framework in the layout of 2016, with the review of the board.
 */
export function sifReport({ adoption = 'Good', board = 'requires improvement' } = {}): Page[] {
  return [
    [
      { text: 'Oldham Metropolitan Borough Council', x: LEFT, y: 745, size: 26 },
      ...column(
        [
          'Inspection of services for children in need of help and protection, children',
          'looked after and care leavers',
          'and',
          'Review of the effectiveness of the Local Safeguarding Children Board',
          'Inspection date: 12/09/2016 to 06/10/2016',
          'Report published: 2 December 2016',
        ],
        715,
        { size: 14, bold: true },
        20,
      ),
      {
        text: 'Children’s services in Oldham are inadequate',
        x: LEFT,
        y: 560,
        size: 14,
        bold: true,
      },
      { text: '1. Children who need help and protection', x: LEFT, y: 530, size: 12, bold: true },
      { text: 'Inadequate', x: 388, y: 530, size: 12, bold: true },
      { text: '2. Children looked after and achieving', x: LEFT, y: 500, size: 12, bold: true },
      { text: 'Requires improvement', x: 388, y: 493, size: 12 },
      { text: 'permanence', x: 89, y: 486, size: 12, bold: true },
      { text: '2.1 Adoption performance', x: 119, y: 456, size: 12 },
      { text: adoption, x: 388, y: 456, size: 12 },
    ],
    [
      { text: '2.2 Experiences and progress of care leavers', x: 119, y: 740, size: 12 },
      { text: 'Requires', x: 388, y: 747, size: 12 },
      { text: 'improvement', x: 388, y: 733, size: 12 },
      { text: '3. Leadership, management and governance', x: LEFT, y: 703, size: 12, bold: true },
      { text: 'Inadequate', x: 388, y: 703, size: 12, bold: true },
      { text: '2', x: LEFT, y: 34, size: 20 },
    ],
    [
      { text: 'Recommendations', x: LEFT, y: 740, size: 14, bold: true },
      { text: '1.', x: LEFT, y: 712, size: 12 },
      { text: 'Ensure that social workers visit children in time.', x: 103, y: 712, size: 12 },
      { text: '2.', x: LEFT, y: 683, size: 12 },
      { text: 'Ensure that managers, from the age of', x: 103, y: 683, size: 12 },
      { text: '16. This affords young people', x: 103, y: 668, size: 12 },
      { text: 'a say in their plans.', x: 103, y: 654, size: 12 },
    ],
    [
      {
        text: 'The Local Safeguarding Children Board (LSCB)',
        x: LEFT,
        y: 740,
        size: 16,
        bold: true,
      },
      {
        text: `The Local Safeguarding Children Board ${board}`,
        x: LEFT,
        y: 710,
        size: 14,
        bold: true,
      },
      { text: 'Recommendations', x: LEFT, y: 680, size: 14, bold: true },
      { text: '3.', x: LEFT, y: 652, size: 12 },
      { text: 'The board should publish its plan.', x: 103, y: 652, size: 12 },
      { text: 'Information about this inspection', x: LEFT, y: 600, size: 14, bold: true },
      { text: 'Lead inspector: Firstname Lastname HMI', x: LEFT, y: 570, size: 12 },
      { text: 'Deputy lead inspector: Givenname Familyname HMI', x: LEFT, y: 540, size: 12 },
    ],
  ];
}

export type Letter = { heading?: string; opening?: string; asked?: string; dated?: string };

/** A letter after a visit, in Ofsted's usual form. */
export function visitLetter({
  heading = 'Monitoring visit of Oldham local authority children’s services',
  opening = 'This letter summarises the findings of the monitoring visit to Oldham children’s services on 5 and 6 September 2017. The visit was the third monitoring visit since the local authority was judged inadequate in December 2016. The inspectors were Firstname Lastname HMI and Givenname Familyname HMI.',
  asked = 'Areas covered by the visit',
  dated = '28 September 2017',
}: Letter = {}): Page[] {
  const words = opening.split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return [
    [
      { text: 'Ofsted', x: 400, y: 780, size: 10 },
      { text: 'Piccadilly Gate', x: 400, y: 768, size: 10 },
      { text: dated, x: LEFT, y: 740, size: 12 },
      ...column(['The Director', 'Director of Children’s Services', 'Civic Centre'], 710),
      { text: 'Dear Director', x: LEFT, y: 640, size: 12 },
      { text: heading, x: LEFT, y: 612, size: 12, bold: true },
      ...column(lines, 584),
      { text: asked, x: LEFT, y: 480, size: 12, bold: true },
      { text: '\uf0b7 The response to children who go missing.', x: 89, y: 452, size: 12 },
      { text: '\uf0b7 The quality of pathway plans.', x: 89, y: 430, size: 12 },
      { text: 'Findings and evaluation of progress', x: LEFT, y: 400, size: 12, bold: true },
      { text: 'The pace of change remains too slow.', x: LEFT, y: 372, size: 12 },
      { text: 'Yours sincerely', x: LEFT, y: 330, size: 12 },
      { text: 'Firstname Lastname', x: LEFT, y: 290, size: 12 },
      { text: 'Her Majesty’s Inspector', x: LEFT, y: 275, size: 12 },
    ],
  ];
}

/** Pages with some lines printed in another way: a text for a text, or several lines for one. */
export const reprinted = (pages: Page[], changes: Record<string, string | PdfText[]>): Page[] =>
  pages.map((page) =>
    page.flatMap((line) => {
      const change = typeof line === 'string' ? undefined : changes[line.text];
      if (typeof line === 'string' || change === undefined) return [line];
      return typeof change === 'string' ? [{ ...line, text: change }] : change;
    }),
  );
