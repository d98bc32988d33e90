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
 * the safeguarding board.
 */
export type KnownHeading = { role: Role; area?: Area; board?: 'opens' | 'closes' };

const AREAS = printedAreas();

const RECOMMENDATIONS = [
  'what needs to (?:improve|change)(?: in this area of social work practice)?',
  'what (?:does|do) (?:the )?.{2,60} needs? to improve',
  '(?:key )?recommendations',
  'areas? for (?:improvement|development)',
  '(?:areas? for )?priority(?: and immediate)? actions?',
];

const STRENGTHS = ["(?:the )?.{2,40}[’'] ?s? strengths"];

const FINDINGS = [
  '(?:executive )?summary(?: of findings| for children and young people)?',
  'strengths',
  'progress since the last inspection',
  'inspection (?:judgements?|findings)(?: about .{2,40}| – .{2,60})?',
  '(?:main |key |headline )?findings(?: and evaluation of progress)?',
  'areas covered by the visit',
  'overview',
];

const CONTEXT = [
  'information about (?:this|the) (?:local authority(?: area)?|area|inspection|review)(?: .{2,40})?',
  'about this (?:inspection|review|visit)',
  'about (?:ofsted|the .{2,40})',
  '(?:service|local authority) information',
  '(?:the )?inspection team',
  'record of main findings',
  'previous ofsted inspections',
  'annex(?:e|es)?(?: .{0,60})?',
  'glossary',
];

/** Ofsted's own description of its grades, the same in every report. */
const GLOSSARY = [
  '(?:the )?(?:inspection )?judgements and what they mean',
  'what the .{0,40}(?:judgements|grades) mean(?: ?[:–-] ?.{2,40})?',
];

const BOARD = [
  "(?:the )?(?:[\\w’'-]+ ){0,4}safeguarding children(?:[’']s)? (?:board|partnership)(?: ?\\([a-z]+\\))?",
  'inspection (?:judgements?|findings)(?: about| –) the (?:lscb|local safeguarding children board)',
];

const whole = (patterns: string[], end = '[?:]?', start = ''): RegExp =>
  new RegExp(`^${start}(?:${patterns.join('|')})${end}$`, 'i');

/** "2.1 Adoption performance" */
const NUMBER = '(?:\\d{1,2}(?:\\.\\d)?\\.? )?';

const GRADE_END = `(?: ?[:–-]? ?(?:(?:is|are):? )?${GRADE_WORDS}\\.?)?[?:]?`;
/** `named` headings begin with anybody's name. */
const TABLE: { pattern: RegExp; heading: KnownHeading; named?: true }[] = [
  { pattern: whole(RECOMMENDATIONS), heading: { role: 'recommendations' } },
  {
    pattern: whole(BOARD, `(?: (?:is )?${GRADE_WORDS}(?: because)?)?[.:]?`),
    heading: { role: 'findings', board: 'opens' },
    named: true,
  },
  { pattern: whole([...CONTEXT, ...GLOSSARY]), heading: { role: 'context', board: 'closes' } },
  { pattern: whole(['the local authority']), heading: { role: 'findings', board: 'closes' } },
  ...AREAS.map(({ printed, area }) => ({
    pattern: whole([printed], GRADE_END, NUMBER),
    heading: { role: 'findings' as const, area },
  })),
  { pattern: whole(FINDINGS), heading: { role: 'findings' } },
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
export function knownHeading(text: string): KnownHeading | undefined {
  if (text.length > 160 || /^[a-z]/.test(text)) return undefined;
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
    'local safeguarding',
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

/** The area whose label a table's row prints, whole ("2.1 Adoption performance"). */
export function areaOfLabel(label: string): Area | undefined {
  const squeezed = label.replace(/\s+/g, '');
  return LABELS.find(({ pattern }) => pattern.test(squeezed))?.area;
}
