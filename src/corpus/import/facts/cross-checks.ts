import { isInTitle, printedAreas } from '../../../domain/areas.js';
import type { Reason } from '../../../domain/document.js';
import {
  areasOfSchema,
  FRAMEWORKS,
  type Framework,
  frameworkOf,
  schemaOf,
} from '../../../domain/frameworks.js';
import type { Area, JudgementGrade } from '../../../domain/judgement.js';
import type { VisitKind } from '../../../domain/visit.js';
import type { DocumentText, ReadJudgement, Span } from '../reading.js';
import { GRADE_WORDS, gradeOf } from './grades.js';
import { areaOfLabel, knownHeading, withoutGrade } from './headings.js';

const LONGEST_WINDOW_DAYS = 60;

/** Later than any framework began. */
const LATEST = '9999';

/**
 * A grade that the document prints a second time, in the heading of the area's section or in a
 * sentence.
 */
type Printed = { area: Area; printed: string; page: number };

/**
 * The judgements held against every other place of the document that prints them. Two places that
 * differ leave the field empty; a row that the table lost is read from its section's heading, which
 * names area and grade together.
 */
export function checkJudgements(
  kind: VisitKind,
  table: { judgements: ReadJudgement[]; reasons: Reason[] },
  document: DocumentText,
  windows: Span[],
): { judgements: ReadJudgement[]; reasons: Reason[] } {
  const elsewhere = printedElsewhere(document);
  const rows = new Map(table.judgements.map((j) => [j.area, j]));
  const start = windows[0]?.start;
  const found = [...rows.keys(), ...elsewhere.map((p) => p.area)];
  const { framework, expected } = frameworkShown(kind, document, found, start);
  const areas = new Set([...rows.keys(), ...expected]);
  const judgements: ReadJudgement[] = [];
  const reasons: Reason[] = [];
  for (const area of areas) {
    const row = rows.get(area);
    const others = elsewhere.filter((p) => p.area === area);
    const read = row && row.grade !== 'could not be read' ? row : fromHeadings(area, others);
    const differing = others.find((p) => read && gradeOf(p.printed) !== read.grade);
    if (read && !differing) {
      judgements.push(read);
      continue;
    }
    if (!read && start && expected.includes(area) && !gradesArea(framework, area)) {
      judgements.push({ area, grade: 'not in this framework', printed: null, page: null });
      continue;
    }
    judgements.push(unread(area));
    reasons.push(
      read && differing
        ? {
            code: 'grade_conflict',
            field: `judgements.${area}`,
            detail: `Page ${read.page} prints “${read.printed}”, page ${differing.page} “${differing.printed}”.`,
          }
        : (table.reasons.find((r) => r.field === `judgements.${area}`) ?? {
            code: 'judgement_table_missing',
            field: `judgements.${area}`,
            detail: 'No grade of this area was found in the table of judgements.',
          }),
    );
  }
  return { judgements, reasons };
}

const unread = (area: Area): ReadJudgement => ({
  area,
  grade: 'could not be read' satisfies JudgementGrade,
  printed: null,
  page: null,
});

function fromHeadings(area: Area, others: Printed[]): ReadJudgement | undefined {
  const [first] = others;
  const grade = first ? gradeOf(first.printed) : null;
  return first && grade ? { area, grade, printed: first.printed, page: first.page } : undefined;
}

/**
 * The framework that the areas found show a document to be of, with the areas that it must grade;
 * the others are kept where they are printed. Where several fit alike it is that of the visit's
 * day, or else the newest.
 */
function frameworkShown(
  kind: VisitKind,
  { title }: DocumentText,
  found: Area[],
  start: string | undefined,
): { framework: Framework; expected: Area[] } {
  const overlap = (row: Framework): number =>
    areasOfSchema(schemaOf(row)).filter((area) => found.includes(area)).length;
  const framework = FRAMEWORKS.filter((row) => row.kind === kind).reduce(
    (best, row) => (overlap(row) > overlap(best) ? row : best),
    frameworkOf({ kind, start: start ?? null, period: LATEST }),
  );
  const inTitle = framework.sometimes?.filter((area) => isInTitle(area, title)) ?? [];
  return { framework, expected: [...areasOfSchema(schemaOf(framework)), ...inTitle] };
}

const gradesArea = ({ areas, sometimes = [] }: Framework, area: Area): boolean =>
  areas.includes(area) || sometimes.includes(area);

/** "The graded judgement for adoption performance is that it requires improvement." */
const SENTENCE = new RegExp(
  `graded judge?ment for (?:the )?(${printedAreas()
    .map(({ printed }) => printed)
    .join('|')}) is (?:that )?(?:it )?(?:is )?(${GRADE_WORDS})\\b`,
  'i',
);

function printedElsewhere({ body }: DocumentText): Printed[] {
  const found: Printed[] = [];
  let inBoard = false;
  for (const block of body) {
    if (block.kind !== 'heading') {
      const sentence = SENTENCE.exec(block.text);
      const area = sentence?.[1] ? areaOfLabel(sentence[1]) : undefined;
      if (area && sentence?.[2]) found.push({ area, printed: sentence[2], page: block.page });
      continue;
    }
    const known = knownHeading(block.text);
    if (known?.board) inBoard = known.board === 'opens';
    if (!known?.area || inBoard) continue;
    const name = withoutGrade(block.text);
    const printed =
      block.grade ?? block.text.slice(name.length).replace(/^[\s:–-]*(?:(?:is|are):?\s+)?/i, '');
    if (printed !== '' && gradeOf(printed))
      found.push({ area: known.area, printed, page: block.page });
  }
  return found;
}

/**
 * Visit dates that no inspection can have had: one window longer than two months, or a visit that
 * ended after the letter about it was `dated`, is a misprint or a misreading.
 */
export function implausibleDates(windows: Span[], dated: string | null): string | null {
  const end = windows.at(-1)?.end ?? '';
  if (dated && dated < end)
    return `The letter is dated ${dated}, before the visit ended on ${end}.`;
  const long = windows.find(
    ({ start, end }) => (Date.parse(end) - Date.parse(start)) / 86_400_000 > LONGEST_WINDOW_DAYS,
  );
  return long ? `The visit would have gone on from ${long.start} to ${long.end}.` : null;
}
