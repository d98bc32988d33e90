import { printedAreas } from '../../../domain/areas.js';
import type { Area } from '../../../domain/judgement.js';
import { GRADE_WORDS } from './grades.js';

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
};

const AREAS = printedAreas();

const RECOMMENDATIONS = [
  'what needs to (?:improve|change)(?: in this area of social work practice)?',
  'what (?:does|do) (?:the )?.{2,60} needs? to improve',
  '(?:key )?recommendations(?: for (?:the )?.{2,40})?',
];

const PARTS_OF_RECOMMENDATIONS = [
  '(?:key )?areas? for (?:further )?(?:improvement|development)',
  '(?:areas? for )?(?:priority|immediate)(?: and (?:immediate|priority))? actions?',
];

const STRENGTHS = [
  "(?:the )?.{2,40}[’'] ?s? strengths",
  'the (?:local authority|council) has (?:a number of |the following )strengths',
];

const FINDINGS = [
  '(?:executive |overall )?summary of (?:the )?(?:key |main )?(?:inspection )?findings',
  '(?:executive|overall) summary',
  '(?:a )?summary for (?:children|young people)(?: and (?:young people|children|families))*(?: (?:in|of) .{2,40})?',
  'progress since the (?:last|previous) (?:ofsted )?inspections?',
  'inspection (?:judgements?|findings)(?: about .{2,40}| – .{2,60})',
  'inspection judgements?',
  '(?:the )?inspection outcomes?(?: ?[:–-] ?.{2,60})?',
  '(?:the )?(?:main |key |headline )?findings and evaluation of progress',
  'areas covered by the visit',
];

const PARTS_OF_FINDINGS = [
  'summary',
  '(?:the )?(?:main |key |headline |inspection )?findings',
  'strengths',
  'overview',
];

const CONTEXT = [
  'information about (?:this|the) (?:local authority(?: area)?|area|inspection|review)(?: (?:and|of|in|on|about|inspection|review)\\b.{0,40})?',
  'about this (?:inspection|review|visit)',
  'about (?:ofsted|the .{2,40})',
  '(?:service|local authority) information',
  '(?:the )?inspection team',
  'record of main findings',
  'annex(?:e|es)?(?: .{0,60})?',
  'glossary',
];

const PARTS_OF_CONTEXT = ['(?:previous|other) ofsted inspections?'];

/** Ofsted's own description of its grades, the same in every report. */
const GLOSSARY = [
  '(?:the )?(?:inspection )?judgements and what they mean',
  'what the .{0,40}(?:judgements|grades) mean(?: ?[:–-] ?.{2,40})?',
];

/** The safeguarding board, by any of its names: "Barnsley Safeguarding Children’s Board (BSCB)". */
const THE_BOARD =
  "(?:the )?(?:(?:[\\w’'-]+ ){0,4}safeguarding children(?:[’']?s|[’'])? (?:board|partnership)|lscb)(?: ?\\([a-z]+\\))?";

const BOARD = [
  THE_BOARD,
  `(?:review of )?(?:the )?effectiveness (?:of )?${THE_BOARD}`,
  `(?:(?:executive )?summary|(?:key )?(?:strengths|weaknesses|findings)(?: and (?:strengths|weaknesses|findings))?) of ${THE_BOARD}`,
  `inspection (?:judgements?|findings)(?: about| –| -|:| of| on)? ${THE_BOARD}`,
  `${THE_BOARD}[’']?s? strengths`,
];

const BOARD_RECOMMENDATIONS = [
  `what (?:does|do) ${THE_BOARD} needs? to improve`,
  `recommendations for ${THE_BOARD}`,
];

const LOCAL_AUTHORITY =
  'the local authority(?: ?[-:–] ?(?:executive )?summary(?: of (?:key )?findings)?)?';

const whole = (patterns: string[], end = '[?:]?', start = ''): RegExp =>
  new RegExp(`^${start}(?:${patterns.join('|')})${end}$`, 'i');

/** "2.1 Adoption performance" */
const NUMBER = '(?:\\d{1,2}(?:\\.\\d)?\\.? )?';

/** "Section 2: The effectiveness of…" */
const SECTION_NUMBER = /^(?:section|part|chapter) \d{1,2}(?: ?[:.–-] ?| )(?=\S)/i;

const GRADE_END = `(?: ?[:–-]? ?(?:(?:is|are):? )?${GRADE_WORDS}\\.?)?[?:]?`;
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
  ...AREAS.map(({ printed, area }) => ({
    pattern: whole([printed], GRADE_END, NUMBER),
    heading: { role: 'findings' as const, area },
  })),
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

/** What a line means as a heading, or `undefined` where it is none that we know. */
export function knownHeading(printed: string): KnownHeading | undefined {
  if (printed.length > 160 || /^[a-z]/.test(printed)) return undefined;
  const text = printed.replace(SECTION_NUMBER, '');
  if (!BESIDE_NAMES.test(text) && !UNNAMED.test(text)) return undefined;
  return TABLE.find(({ pattern }) => pattern.test(text))?.heading;
}

const GLOSSARY_HEADING = whole(GLOSSARY);
const GLOSSARY_PART = whole(['(?:the )?(?:local authority|lscb)', ...BOARD]);

/**
 * Whether a heading only divides Ofsted's glossary, by who is judged ("The LSCB"), and opens no
 * other part of the report.
 */
export const dividesGlossary = (section: string, heading: string): boolean =>
  GLOSSARY_HEADING.test(section) && GLOSSARY_PART.test(heading);

/** A heading's words without the grade that ends them: "…help and protection: inadequate". */
export const withoutGrade = (text: string): string =>
  text.replace(new RegExp(`\\s*[:–-]?\\s*(?:\\b(?:is|are):?)?\\s*\\b${GRADE_WORDS}\\.?$`, 'i'), '');

const WRAPPED = new RegExp(
  `^(?:\\d{1,2}(?:\\.\\d)?\\.? )?(?:the )?(?:${[
    ...new Set(AREAS.flatMap(({ wraps }) => wraps ?? [])),
    'what (?:does|do|needs|the)',
    '(?:section \\d:? ?)?(?:the )?(?:effectiveness|local safeguarding)',
    'summary for',
    'the inspection judgements',
    'information about',
    'inspection judgements?',
  ].join('|')})`,
  'i',
);

/** Whether a line can be the first of a known heading that is set over several lines. */
export const startsKnownHeading = (text: string): boolean => WRAPPED.test(text);

/**
 * A label has no more after it than a colon or the mark of a footnote; spaces between its words can
 * be lost.
 */
const LABELS = AREAS.map(({ printed, area }) => ({
  pattern: whole([printed.replaceAll(' ', '')], '[:.]?[\\d*†‡]{0,2}', NUMBER.replaceAll(' ', '')),
  area,
}));

/** "1. Quality and effectiveness of practice", "Section 2: The effectiveness of…" */
const ANY_NUMBER = /^\d{1,2}(?:\.\d{1,2})?[.):]? +(?=\p{Lu})/u;

/** A heading without the number before it. */
export const withoutNumber = (text: string): string =>
  text.replace(SECTION_NUMBER, '').replace(ANY_NUMBER, '');

/** The area whose label a table's row prints, whole ("2.1 Adoption performance"). */
export function areaOfLabel(label: string): Area | undefined {
  const squeezed = label.replace(/\s+/g, '');
  return LABELS.find(({ pattern }) => pattern.test(squeezed))?.area;
}
