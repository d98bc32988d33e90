/**
 * One area that Ofsted grades: what everything that names, reads or lists areas takes from here.
 */
type AreaRow = {
  /** The reader's name of the area. */
  name: string;
  /** How a sentence names it: "graded good for leadership". */
  phrase: string;
  /**
   * What it judges. Areas with a subject in common may be listed side by side, because frameworks
   * name and cut the same subject differently. A theme of the record with this id is graded by the
   * area.
   */
  subjects: readonly string[];
  /** Its printed labels and headings, whole, as sources of regular expressions without flags. */
  printed: readonly string[];
  /** The first words of its heading, where that is so long that it is set over several lines. */
  wraps?: string;
  /** What the title of a report prints where this area is graded in some reports only. */
  inTitle?: RegExp;
  /** How the name of its column in Ofsted's official statistics begins. */
  column?: string;
};

/** Every area, in the order in which lists of grades show them. */
export const AREAS = {
  overall: {
    name: 'Overall effectiveness',
    phrase: 'overall',
    subjects: ['overall'],
    printed: ['overall effectiveness(?: of (?:services|the) .{5,80})?'],
    wraps: 'overall effectiveness',
    column: 'Overall effectiveness',
  },
  impact_of_leaders: {
    name: 'Impact of leaders',
    phrase: 'for leadership',
    subjects: ['leadership'],
    printed: ['(?:the )?impact of leaders on (?:social work )?practice with children and families'],
    wraps: 'impact of leaders',
    column: 'The impact of leaders',
  },
  leadership: {
    name: 'Leadership, management and governance',
    phrase: 'for leadership',
    subjects: ['leadership'],
    printed: [
      'leadership,? (?:management and governance|governance and management)',
      'leadership and (?:management|governance)',
    ],
    wraps: 'leadership,? management',
  },
  help_and_protection: {
    name: 'Help and protection',
    phrase: 'for help and protection',
    subjects: ['help-and-protection'],
    printed: [
      '(?:(?:the )?experiences? and progress of )?children (?:who|in) need (?:of )?help and protection',
    ],
    wraps: 'children who',
    column: 'The experiences and progress of children who need help',
  },
  in_care: {
    name: 'Children in care',
    phrase: 'for children in care',
    subjects: ['children-in-care'],
    printed: ['(?:the )?experiences? and progress of children in care'],
    wraps: 'experiences? and progress of',
    column: 'The experiences and progress of children in care',
  },
  in_care_and_care_leavers: {
    name: 'Children in care and care leavers (graded together)',
    phrase: 'for children in care and care leavers',
    subjects: ['children-in-care', 'care-leavers'],
    printed: ['(?:the )?experiences? and progress of children in care and care leavers'],
    wraps: 'experiences? and progress of',
    column: 'The experiences and progress of children in care',
  },
  looked_after: {
    name: 'Children looked after and achieving permanence',
    phrase: 'for children in care',
    subjects: ['children-in-care'],
    printed: [
      '(?:(?:the )?experiences? and progress of )?children looked after and achieving permanence',
    ],
    wraps: 'children looked',
  },
  adoption: {
    name: 'Adoption performance',
    phrase: 'for adoption',
    subjects: ['adoption'],
    printed: ['adoption performance'],
  },
  care_leavers: {
    name: 'Care leavers',
    phrase: 'for care leavers',
    subjects: ['care-leavers'],
    printed: ['(?:the )?experiences? and progress of care leavers'],
    wraps: 'experiences? and progress of',
    column: 'The experiences and progress of care leavers',
  },
  lscb: {
    name: 'Local Safeguarding Children Board (not the council)',
    phrase: 'for the safeguarding board',
    subjects: ['safeguarding-board'],
    printed: [],
    inTitle: /safeguarding children board/i,
  },
  capacity_to_improve: {
    name: 'Capacity to improve',
    phrase: 'for capacity to improve',
    subjects: ['capacity-to-improve'],
    printed: ['capacity to improve'],
  },
  outcomes: {
    name: 'Outcomes',
    phrase: 'for outcomes',
    subjects: ['outcomes'],
    printed: ['outcomes for (?:looked after )?children and young people'],
    wraps: 'outcomes for',
  },
  quality_of_provision: {
    name: 'Quality of provision',
    phrase: 'for quality of provision',
    subjects: ['quality-of-provision'],
    printed: ['quality of provision'],
  },
} as const satisfies Record<string, AreaRow>;

export type AreaId = keyof typeof AREAS;

export const AREA_IDS = Object.keys(AREAS) as AreaId[];

const rowOf = (area: AreaId): AreaRow => AREAS[area];

/** How the name of an area's column in Ofsted's official statistics begins, where it has one. */
export const columnOf = (area: AreaId): string | undefined => rowOf(area).column;

/**
 * The areas asked about as a sentence names them, each subject once: "for care leavers", "for
 * children in care and for adoption". None is the overall grade. An area that joins two subjects is
 * named only where it stands alone.
 */
export function areaPhrase(areas: readonly AreaId[] | null): string {
  const asked: readonly AreaId[] = areas && areas.length > 0 ? areas : ['overall'];
  const single = asked.filter((area) => rowOf(area).subjects.length === 1);
  const named = single.length > 0 ? single : asked;
  return [...new Set(named.map((area) => AREAS[area].phrase))].join(' and ');
}

/** The areas that grade what a theme of the record is about; they change with the framework. */
export const areasOfTheme = (themeId: string): AreaId[] =>
  AREA_IDS.filter((area) => rowOf(area).subjects.includes(themeId));

/** What every area prints, for readers of documents. */
export const printedAreas = (): { area: AreaId; printed: string; wraps: string | null }[] =>
  AREA_IDS.flatMap((area) =>
    rowOf(area).printed.map((printed) => ({ area, printed, wraps: rowOf(area).wraps ?? null })),
  );

/** Whether a report with this title grades an area that only some reports of its kind grade. */
export const isInTitle = (area: AreaId, title: string): boolean =>
  rowOf(area).inTitle?.test(title) ?? false;

/** What areas grade, in the order in which grades stand in lists, with the areas that grade it. */
export const gradedSubjects = (): { name: string; areas: AreaId[] }[] => {
  const subjects = [...new Set(AREA_IDS.flatMap((area) => rowOf(area).subjects))];
  return subjects.map((subject) => {
    const areas = AREA_IDS.filter((area) => rowOf(area).subjects.includes(subject));
    const own = areas.find((area) => rowOf(area).subjects.length === 1) ?? areas[0];
    return { name: own ? rowOf(own).name : subject, areas };
  });
};
