import { AREA_IDS, type AreaId } from './areas.js';

/**
 * A kind of visit in one period of it. `from` and `until` say when its first and last visits began,
 * as the beginning of an ISO date ("2023", "2026-04"). They are absent where that is not known; a
 * row ends where the next of its kind begins.
 */
type FrameworkRow = {
  kind: string;
  /** What a reader calls the visit. */
  visitName: string;
  from?: string;
  until?: string;
  /** What it grades: all of a council's services, part of them, or the board; absent: nothing. */
  reach?: 'full' | 'part' | 'board';
  /** What its abbreviation stands for, to readers who do not work with it. */
  inWords?: string;
  /** The areas that each of its reports grades, in the order of the printed table. */
  areas: readonly AreaId[];
  /** The areas that only some of its reports grade. */
  sometimes?: readonly AreaId[];
  /** The name of its set of areas, where that is not the kind: grades line up only within it. */
  schema?: string;
  /** The kind that it repeats under the same framework. */
  repeats?: string;
  /** Set where visits are numbered: "third monitoring visit". */
  numbered?: true;
  /** What a report's title or a letter's heading prints, as the source of a regular expression. */
  announced: string;
  /** What such a title does not have. */
  notAnnounced?: string;
  /** How sentences of reports name such a visit, as the source of a regular expression. */
  mentioned?: string;
  /** What Ofsted's official statistics call it. */
  listed?: readonly string[];
  /** The file of `corpus/import/layouts/` that reads its documents. */
  layout: 'sif' | 'board-review' | 'before-sif' | 'ilacs' | 'letter';
};

const SIF = {
  from: '2013-11',
  until: '2017',
  reach: 'full',
  areas: [
    'overall',
    'help_and_protection',
    'looked_after',
    'adoption',
    'care_leavers',
    'leadership',
  ],
  sometimes: ['lscb'],
  schema: 'single inspection framework',
  layout: 'sif',
} as const;

const BEFORE_SIF = {
  until: '2013-10',
  reach: 'part',
  areas: ['overall'],
  sometimes: ['capacity_to_improve', 'outcomes', 'quality_of_provision', 'leadership'],
  layout: 'before-sif',
} as const;

const ILACS = {
  kind: 'ILACS',
  inWords: 'Ofsted’s full inspections since 2018',
  visitName: 'inspection',
  reach: 'full',
  announced: "inspection of\\b.*\\bchildren[’'‘`´]?s[’'‘]?\\s+(?:social (?:care|work) )?services",
  notAnnounced: 'visit|joint targeted|looked after children services',
  listed: ['ILACS Standard Inspection', 'ILACS Short Inspection'],
  layout: 'ilacs',
} as const;

/**
 * Ofsted's frameworks: the one table that kinds of visit and their areas are taken from. A new
 * framework is a new row; only where it grades something new does it need a row of `AREAS` too. A
 * visit belongs to the last row of its kind that began before it, and a title announces the first
 * row that it fits. Sources: the judgement tables of the published reports and Ofsted's pages on
 * its frameworks.
 */
const ROWS = [
  {
    ...SIF,
    kind: 'SIF',
    inWords: 'Ofsted’s full inspections from 2013 to 2017',
    visitName: 'inspection',
    announced: 'inspection of services for children in need of help and protection',
    notAnnounced: '\\bre[-‐‑–]?\\s?inspection of services',
  },
  {
    ...SIF,
    kind: 'SIF re-inspection',
    visitName: 're-inspection',
    repeats: 'SIF',
    announced: '\\bre[-‐‑–]?\\s?inspection of services for children in need of help and protection',
  },
  {
    kind: 'LSCB review',
    visitName: 'LSCB review',
    reach: 'board',
    areas: ['lscb'],
    announced: 'review of the effectiveness of the local safeguarding',
    notAnnounced: 'inspection of services',
    layout: 'board-review',
  },
  {
    ...BEFORE_SIF,
    kind: 'pre-SIF looked after children',
    visitName: 'inspection of looked-after services',
    announced: 'inspection of (?:services for )?looked after children',
  },
  {
    ...BEFORE_SIF,
    kind: 'pre-SIF safeguarding',
    visitName: 'inspection of safeguarding',
    announced: 'inspection of .*(?:arrangements for the protection of children|safeguarding)',
  },
  {
    ...ILACS,
    schema: 'ILACS to 2022',
    from: '2018',
    areas: ['impact_of_leaders', 'help_and_protection', 'in_care_and_care_leavers', 'overall'],
  },
  {
    ...ILACS,
    schema: 'ILACS from 2023',
    from: '2023',
    areas: ['impact_of_leaders', 'help_and_protection', 'in_care', 'care_leavers', 'overall'],
  },
  {
    ...ILACS,
    schema: 'ILACS from 2023',
    from: '2026-04',
    areas: ['impact_of_leaders', 'help_and_protection', 'in_care', 'care_leavers'],
  },
  {
    kind: 'focused visit',
    visitName: 'focused visit',
    from: '2018',
    areas: [],
    announced: '\\bfocus(?:ed|sed)? visit',
    mentioned: '\\bfocuss?ed visits?\\b',
    listed: ['ILACS Focused Visit'],
    layout: 'letter',
  },
  {
    kind: 'monitoring visit',
    visitName: 'monitoring visit',
    areas: [],
    numbered: true,
    announced: '\\bmonitoring visit',
    mentioned: '\\bmonitoring (?:visits?|inspections?)\\b',
    listed: ['LA Monitoring visit'],
    layout: 'letter',
  },
] as const satisfies readonly FrameworkRow[];

export type KindId = (typeof ROWS)[number]['kind'];
export type Framework = FrameworkRow & { kind: KindId };
export const FRAMEWORKS: readonly Framework[] = ROWS;
export const KIND_IDS: readonly KindId[] = [...new Set(ROWS.map(({ kind }) => kind))];

/** The kinds that give no grade. */
export type UngradedKind = Exclude<(typeof ROWS)[number], { reach: string }>['kind'];

/** What a visit's framework follows from: `start` is an ISO date, `period` a year or a month. */
export type Dated = { kind: KindId; start: string | null; period: string };

const rowsOf = (kind: KindId): Framework[] => FRAMEWORKS.filter((row) => row.kind === kind);

/** The row that a visit belongs to; the first of its kind where it began before all of them. */
export function frameworkOf({ kind, start, period }: Dated): Framework {
  const rows = rowsOf(kind);
  const row = rows.findLast(({ from }) => !from || (start ?? period) >= from) ?? rows[0];
  if (!row) throw new Error(`The table of frameworks has no row of the kind ${kind}.`);
  return row;
}

/** What holds for every row of a kind. */
const sampleOf = (kind: KindId): Framework => frameworkOf({ kind, start: null, period: '' });

/** Whether visits of this kind yield graded judgements. */
export const isGraded = (kind: KindId): boolean => sampleOf(kind).reach !== undefined;

/** Whether it inspects the whole of a council's services for children. */
export const isFullInspection = (kind: KindId): boolean => sampleOf(kind).reach === 'full';

/** Whether it inspects only part of a council's services. */
export const isPartInspection = (kind: KindId): boolean => sampleOf(kind).reach === 'part';

/** Whether it looks at the safeguarding board, whose grade is never the council's. */
export const isBoardReview = (kind: KindId): boolean => sampleOf(kind).reach === 'board';

/** Whether visits of this kind are numbered. */
export const isNumbered = (kind: KindId): boolean => sampleOf(kind).numbered ?? false;

/** The kind that Ofsted's official statistics call so, or `undefined`. */
export const kindListed = (type: string): KindId | undefined =>
  FRAMEWORKS.find(({ listed }) => listed?.includes(type))?.kind;

/** What a reader calls a visit of this kind. */
export const kindName = (kind: KindId): string => sampleOf(kind).visitName;

/** What abbreviations of frameworks stand for, by these. */
export const FRAMEWORKS_IN_WORDS: ReadonlyMap<string, string> = new Map(
  FRAMEWORKS.flatMap(({ kind, inWords }) => (inWords ? [[kind, inWords] as const] : [])),
);

/** The kind whose framework it is of: its own, or the one that a re-inspection repeats. */
export const frameworkName = (kind: KindId): string => sampleOf(kind).repeats ?? kind;

/**
 * The set of areas that a visit was graded in, named for readers; null for visits that give no
 * grade. Grades of two visits line up only where these are equal.
 */
export const judgementSchema = (visit: Dated): string | null =>
  isGraded(visit.kind) ? schemaOf(frameworkOf(visit)) : null;

/** The name of the set of areas that a row grades. */
export const schemaOf = ({ kind, schema }: Framework): string => schema ?? kind;

/** The areas that any row of a set grades, in the order of the printed table. */
export const areasOfSchema = (schema: string): AreaId[] => [
  ...new Set(FRAMEWORKS.filter((row) => schemaOf(row) === schema).flatMap(({ areas }) => areas)),
];

/** The areas that a visit can have grades in, as lists show them; none where it gives no grade. */
export function gradedAreas(visit: Dated): AreaId[] {
  const { areas, sometimes = [] } = frameworkOf(visit);
  return AREA_IDS.filter((area) => areas.includes(area) || sometimes.includes(area));
}

/** Whether a visit is a full inspection that gives no overall grade. */
export const isWithoutOverall = (visit: Dated): boolean =>
  isFullInspection(visit.kind) && !frameworkOf(visit).areas.includes('overall');

/** The areas of the newest framework of full inspections, as lists show them. */
export function newestAreas(): AreaId[] {
  const newest = FRAMEWORKS.findLast(({ reach }) => reach === 'full');
  const areas = newest ? areasOfSchema(schemaOf(newest)) : [];
  return AREA_IDS.filter((area) => areas.includes(area));
}
