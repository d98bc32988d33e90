import { isBoardSection } from '../../../domain/record.js';
import { GRADE_WORDS } from './grades.js';
import type { Heading } from './heading-lines.js';
import {
  dividesGlossary,
  type KnownHeading,
  knownHeading,
  type Role,
  withoutGrade,
  withoutNumber,
} from './headings.js';

type Chapter = {
  name: string;
  size: number;
  isOnArea: boolean;
  isRecommendations: boolean;
  /** The part of the report that the chapter is in, where the report has such. */
  within: { name: string; size: number } | null;
};

/**
 * Where in a report a text stands: in a chapter, and there in a section of it. `board` is set where
 * it is about the safeguarding board.
 */
export type Place = {
  role: Role;
  chapter: Chapter | null;
  section: string | null;
  board: boolean;
};

/** Before the first heading. */
export const opening = (isBoardReview: boolean): Place => ({
  role: 'findings',
  chapter: null,
  section: null,
  board: isBoardReview,
});

/**
 * The place as its headings name it, "Care leavers: Summary"; `null` before the first one. In a
 * report on a council the board is always named.
 */
export function placeName({ chapter, section, board }: Place, isBoardReview: boolean) {
  if (!chapter) return null;
  const names = [chapter.within?.name, chapter.name, section];
  const name = names.filter((part) => part).join(': ');
  return board && !isBoardReview && !isBoardSection(name)
    ? `Local Safeguarding Children Board: ${name}`
    : name;
}

/** Headings that divide nothing: a grade alone, a table's head, "Services are good because:". */
const DIVIDES_NOTHING = new RegExp(
  `^(?:(?:key )?judge?ment(?: judge?ment)? grade|grade \\d.*|\\(?${GRADE_WORDS}\\)?\\.?|.* because ?:?|)$`,
  'i',
);

/** What a chapter of context goes on about in headings of its own. */
const OF_CONTEXT =
  /\b(?:area|inspect\w+|information|reviews?|team|ofsted|children living|local leadership|annex)\b/i;

/** "The graded judgement for adoption performance is that it is good" */
const GRADED = new RegExp(
  `^the graded judge?ments? (?:for|about|on) (?:the )?(.{5,80}?)(?: (?:is|are)\\b.{0,60}?${GRADE_WORDS}\\.?|)$`,
  'i',
);

/** The area that a sentence or a heading gives a grade to within another area's chapter. */
export function gradedName(text: string): string | null {
  const name = GRADED.exec(text)?.[1];
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : null;
}

/** The place of what follows the sentence that grades an area. */
export const inGradedArea = (before: Place, name: string, size: number): Place => ({
  ...before,
  role: 'findings',
  chapter: {
    name,
    size,
    isOnArea: true,
    isRecommendations: false,
    within: before.chapter?.within ?? null,
  },
  section: null,
});

/** The place of what follows a heading. */
export function placeAfter(before: Place, heading: Heading, isBoardReview: boolean): Place {
  const { chapter } = before;
  const { size, text } = heading;
  if (chapter && size <= chapter.size && dividesGlossary(chapter.name, text)) return before;
  if (chapter && ENDS_REPORT.test(chapter.name)) return before;
  const known = knownHeading(text) ?? knownHeading(withoutNumber(text));
  const board = isBoardReview || (known?.board ? known.board === 'opens' : before.board);
  if (DIVIDES_NOTHING.test(text)) return { ...before, board };
  const graded = gradedName(text);
  if (graded) return inGradedArea(before, graded, size);
  const name = nameOf(heading);
  if (!known) return afterUnknown(before, heading, name);
  const isGraded = text !== withoutGrade(text);
  if (isGraded && known.board === 'opens' && before.board && chapter && size < chapter.size)
    return before;
  if (known.divides && chapter && isPartOf(before, chapter, size, known))
    return { role: known.role, chapter, section: name, board };
  if (known.isPart && chapter && size < chapter.size)
    return before.role === 'findings' ? { ...before, section: name } : before;
  if (known.area && chapter && isOnlyNamed(chapter, heading, isGraded))
    return before.role === 'findings' ? { ...before, section: name } : before;
  const { role, area } = known;
  return {
    role,
    chapter: {
      name,
      size,
      isOnArea: area !== undefined,
      isRecommendations: role === 'recommendations' && !known.divides,
      within: partOfReport(chapter, size),
    },
    section: null,
    board,
  };
}

/** A table of every grade, whose rows have the names of chapters, with nothing after it. */
const ENDS_REPORT = /^record of main findings/i;

/** Parts of a report on two services, which have chapters of the same names. */
const PART_OF_REPORT = /^(?:the )?inspection outcomes?\b/i;

/** The part of the report that a chapter of this size opens in, where `before` stood. */
function partOfReport(before: Chapter | null, size: number): Chapter['within'] {
  const part = before && PART_OF_REPORT.test(before.name) ? before : before?.within;
  return part && size < part.size ? { name: part.name, size: part.size } : null;
}

const nameOf = ({ text }: Heading): string =>
  withoutNumber(withoutGrade(text)).replace(/ ?[?:.]$/, '');

/**
 * A heading that we do not know opens a chapter where it is set as large as the chapter's; smaller
 * ones divide a chapter of findings.
 */
function afterUnknown(before: Place, { setBy, size }: Heading, name: string): Place {
  const { chapter, role } = before;
  const isLarge = setBy === 'size' && (!chapter || size >= chapter.size);
  const opens = chapter
    ? isLarge && !(role === 'context' && OF_CONTEXT.test(name))
    : setBy !== 'room';
  if (opens) {
    const opened = {
      name,
      size,
      isOnArea: false,
      isRecommendations: false,
      within: partOfReport(chapter, size),
    };
    return { ...before, role: 'findings', chapter: opened, section: null };
  }
  const divides = chapter && role !== 'recommendations' && setBy !== 'room' && name.length <= 110;
  return divides ? { ...before, section: name } : before;
}

/** Whether a heading such as "Summary" is a part of the chapter, and not one of its own. */
function isPartOf(before: Place, chapter: Chapter, size: number, { role }: KnownHeading): boolean {
  if (role === 'context') return before.role === 'context' && size <= chapter.size;
  if (role === 'recommendations') return chapter.isRecommendations && size <= chapter.size;
  return chapter.isOnArea && size <= chapter.size;
}

/**
 * Whether a heading only has the name of an area, within a chapter on all of them, and does not
 * open the area's own.
 */
const isOnlyNamed = (chapter: Chapter, { size, grade }: Heading, graded: boolean): boolean =>
  grade === null &&
  !graded &&
  size < chapter.size &&
  !/^inspection (?:judge?ment|finding)/i.test(chapter.name);
