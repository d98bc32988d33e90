import { printedAreas } from '../../../domain/areas.js';
import type { Area } from '../../../domain/judgement.js';
import { GRADE_WORDS } from './grades.js';
import {
  BEFORE_SIF,
  BOARD,
  BOARD_RECOMMENDATIONS,
  CONTEXT,
  FINDINGS,
  GLOSSARY,
  LOCAL_AUTHORITY,
  PARTS_OF_CONTEXT,
  PARTS_OF_FINDINGS,
  PARTS_OF_RECOMMENDATIONS,
  RECOMMENDATIONS,
  STRENGTHS,
} from './heading-words.js';

/**
 * What stands under a heading: findings, the inspectors' own list of what must improve, or context
 * that is neither.
 */
export type Role = 'findings' | 'recommendations' | 'context';

/**
 * A heading that Ofsted's reports use: `area` where it opens the text on a graded area, `board` for
 * the safeguarding board. `divides` is set where it can be part of a chapter, such as "Summary".
 */
export type KnownHeading = {
  role: Role;
  area?: Area;
  board?: 'opens' | 'closes';
  divides?: true;
  /** Set where it is a section of a larger chapter, and a chapter where there is none. */
  isPart?: true;
};

const AREAS = printedAreas();

const whole = (patterns: string[], end = '[?:]?', start = ''): RegExp =>
  new RegExp(`^${start}(?:${patterns.join('|')})${end}$`, 'i');

/** "2.1 Adoption performance" */
const NUMBER = '(?:\\d{1,2}(?:\\.\\d)?\\.? )?';

/** "Section 2: The effectiveness of…" */
const SECTION_NUMBER = /^(?:section|part|chapter) \d{1,2}(?: ?[:.–-] ?| )(?=\S)/i;

/** "…: good", "… Grade 3 (adequate)" */
const GRADE_END = `(?: ?[:–-]? ?(?:(?:is|are):? )?(?:grade \\d ?)?\\(?${GRADE_WORDS}\\)?\\.?)?[?:]?`;
/** The headings of graded areas, a group for each: one pattern, for the end is long to compile. */
const OF_AREA = whole(
  AREAS.map(({ printed }) => `(${printed})`),
  GRADE_END,
  NUMBER,
);

/** `named` headings begin with anybody's name. */
const TABLE: { pattern: RegExp; heading: KnownHeading; named?: true }[] = [
  {
    pattern: whole(BOARD_RECOMMENDATIONS),
    heading: { role: 'recommendations', board: 'opens' },
  },
  { pattern: whole(RECOMMENDATIONS), heading: { role: 'recommendations' } },
  {
    pattern: whole(PARTS_OF_RECOMMENDATIONS),
    heading: { role: 'recommendations', divides: true },
  },
  {
    pattern: whole(BOARD, `(?: (?:(?:is|are) (?:judged )?)?${GRADE_WORDS}(?: because)?)?[.:]?`),
    heading: { role: 'findings', board: 'opens' },
    named: true,
  },
  { pattern: whole([...CONTEXT, ...GLOSSARY]), heading: { role: 'context', board: 'closes' } },
  {
    pattern: whole(PARTS_OF_CONTEXT),
    heading: { role: 'context', board: 'closes', divides: true },
  },
  { pattern: whole([LOCAL_AUTHORITY]), heading: { role: 'findings', board: 'closes' } },
  { pattern: OF_AREA, heading: { role: 'findings' } },
  { pattern: whole(BEFORE_SIF, GRADE_END), heading: { role: 'findings', isPart: true } },
  { pattern: whole(FINDINGS), heading: { role: 'findings' } },
  { pattern: whole(PARTS_OF_FINDINGS), heading: { role: 'findings', divides: true } },
  { pattern: whole(STRENGTHS), heading: { role: 'findings' }, named: true },
];

/**
 * Nearly every line is none of them: most go on with a sentence, and one look at the first words
 * tells.
 */
const UNNAMED = new RegExp(
  TABLE.flatMap(({ pattern, named }) => (named ? [] : [pattern.source])).join('|'),
  'i',
);
/** Words that every heading with a name has. */
const BESIDE_NAMES = /safeguarding children|strengths|lscb/i;

/** The headings met so far: reports have the same ones again and again. */
const met = new Map<string, KnownHeading>();
const MOST_REMEMBERED = 10_000;

/** What a line means as a heading, or `undefined` where it is none that we know. */
export function knownHeading(printed: string): KnownHeading | undefined {
  if (printed.length > 160 || /^[a-z]/.test(printed)) return undefined;
  const remembered = met.get(printed);
  if (remembered) return remembered;
  const text = printed.replace(SECTION_NUMBER, '');
  if (!BESIDE_NAMES.test(text) && !UNNAMED.test(text)) return undefined;
  const row = TABLE.find(({ pattern }) => pattern.test(text));
  if (!row) return undefined;
  const heading =
    row.pattern === OF_AREA ? { ...row.heading, area: areaIn(text, OF_AREA) } : row.heading;
  if (met.size < MOST_REMEMBERED) met.set(printed, heading);
  return heading;
}

/** The area that a text names by a pattern with a group for each. */
function areaIn(text: string, pattern: RegExp): Area | undefined {
  const [, ...printed] = pattern.exec(text) ?? [];
  return AREAS[printed.findIndex((name) => name !== undefined)]?.area;
}

const GLOSSARY_HEADING = whole(GLOSSARY);
const GLOSSARY_PART = whole(['(?:the )?(?:local authority|lscb)', ...BOARD]);

/**
 * Whether a heading only divides Ofsted's glossary, by who is judged ("The LSCB"), and opens no
 * other part of the report.
 */
export const dividesGlossary = (section: string, heading: string): boolean =>
  GLOSSARY_HEADING.test(section) && GLOSSARY_PART.test(heading);

const ENDING_GRADE = new RegExp(
  `\\s*[:–-]?\\s*(?:\\b(?:is|are):?)?\\s*(?:\\bgrade \\d)?\\s*(?:\\(|\\b)${GRADE_WORDS}\\)?\\.?$`,
  'i',
);

/** A heading's words without the grade that ends them: "…help and protection: inadequate". */
export const withoutGrade = (text: string): string => text.replace(ENDING_GRADE, '');

const WRAPPED = new RegExp(
  `^(?:\\d{1,2}(?:\\.\\d)?\\.? )?(?:the )?(?:${[
    ...new Set(AREAS.flatMap(({ wraps }) => wraps ?? [])),
    'what (?:does|do|needs|the)',
    '(?:section \\d:? ?)?(?:the )?(?:effectiveness|local safeguarding)',
    'summary for',
    'the inspection judgements',
    'information about',
    'inspection judgements?',
    '(?:the )?(?:contribution of health|evaluation,? including|how good are|children and young people are)',
  ].join('|')})`,
  'i',
);

/** Whether a line can be the first of a known heading that is set over several lines. */
export const startsKnownHeading = (text: string): boolean => WRAPPED.test(text);

/**
 * A label has no more after it than a colon or the mark of a footnote; spaces between its words can
 * be lost.
 */
const LABEL = whole(
  AREAS.map(({ printed }) => `(${printed.replaceAll(' ', '')})`),
  '[:.]?[\\d*†‡]{0,2}',
  NUMBER.replaceAll(' ', ''),
);

/** "1. Quality and effectiveness of practice", "Section 2: The effectiveness of…" */
const ANY_NUMBER = /^\d{1,2}(?:\.\d{1,2})?[.):]? +(?=\p{Lu})/u;

/** A heading without the number before it. */
export const withoutNumber = (text: string): string =>
  text.replace(SECTION_NUMBER, '').replace(ANY_NUMBER, '');

/** The area whose label a table's row prints, whole ("2.1 Adoption performance"). */
export const areaOfLabel = (label: string): Area | undefined =>
  areaIn(label.replace(/\s+/g, ''), LABEL);
