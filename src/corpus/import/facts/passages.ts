import type { ReadPassage } from '../reading.js';
import type { Block, TextBlock } from './blocks.js';
import { isOfficeText, isTableRow, opensBackPage } from './context.js';
import { withoutNumber } from './headings.js';
import { gradedName, inGradedArea, opening, type Place, placeAfter, placeName } from './place.js';
import {
  areItems,
  leadsIn,
  namesGroup,
  withNestedBullets,
  withSubPoints,
} from './recommendations.js';

/**
 * The passages of a document in order. Under "what needs to improve" each numbered item is a
 * recommendation, or each bullet where nothing is numbered. What is said of the board is context,
 * as is everything about the area and about Ofsted, unless the whole document is the board's
 * review; what the board must improve is a recommendation in a section that names it.
 */
export function passagesOf(blocks: Block[], form: Form): ReadPassage[] {
  const groups = sectionsOf(blocks, form);
  return withPlaces(groups.flatMap((group) => passagesOfSection(group, form)));
}

/**
 * Gives every passage its own place. Printed numbers stand; what is not numbered is counted within
 * its section, and bullets within their paragraph.
 */
function withPlaces(passages: ReadPassage[]): ReadPassage[] {
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  const isNumbered = new Set(
    passages.filter((p) => p.printedNumber !== null).map((p) => p.section),
  );
  let paragraph: number | null = null;
  let section: string | null = null;
  return passages.map((passage) => {
    if (passage.section !== section) paragraph = null;
    section = passage.section;
    if (passage.isBullet)
      return { ...passage, paragraph, bullet: next(JSON.stringify([section, paragraph])) };
    const counted = isNumbered.has(section) ? null : next(JSON.stringify([section]));
    paragraph = passage.printedNumber ?? counted;
    return { ...passage, paragraph, bullet: null };
  });
}

/**
 * What of a document's form decides what its texts are. `frontIsVerdict` tells that the sentences
 * of the front page only say what the grades beside them say; they are context.
 */
type Form = { isBoardReview: boolean; isLetter: boolean; frontIsVerdict: boolean };

type Group = { place: Place; texts: TextBlock[] };

function sectionsOf(blocks: Block[], { isBoardReview, frontIsVerdict }: Form): Group[] {
  let place = opening(isBoardReview);
  const groups: Group[] = [{ place, texts: [] }];
  const open = (next: Place) => {
    place = next;
    groups.push({ place, texts: [] });
  };
  /** Whether the text before is Ofsted's own and the list that it leads in to goes on. */
  let leadsOn = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      leadsOn = false;
      open(placeAfter(place, block, isBoardReview));
      continue;
    }
    if (isTableRow(block)) continue;
    const isAsked = place.role === 'recommendations';
    const isVerdict = frontIsVerdict && place.chapter === null && block.page <= 2;
    leadsOn &&= block.kind === 'bullet';
    if (isVerdict || leadsOn || isOfficeText(block, isAsked)) {
      leadsOn ||= block.text.endsWith(':');
      if (opensBackPage(block)) open(inBackPage(place));
      groups.push({ place: ofOffice(place), texts: [block] }, { place, texts: [] });
    } else if (isAsked && namesGroup(block, blocks[i + 1])) {
      open({ ...place, section: withoutNumber(block.text).replace(/ ?:$/, '') });
    } else {
      const graded = gradedName(block.text);
      if (graded && place.chapter) open(inGradedArea(place, graded, place.chapter.size));
      else if (endsSummary(groups, block)) open({ ...place, section: null });
      groups.at(-1)?.texts.push(block);
    }
  }
  return groups;
}

const inBackPage = (before: Place): Place => ({
  ...before,
  role: 'context',
  chapter: {
    name: 'About Ofsted',
    size: 0,
    isOnArea: false,
    isRecommendations: false,
    within: null,
  },
  section: null,
});

/**
 * The place of a text of Ofsted's own in a chapter: it stays in a chapter of context, and is in
 * none of findings, for it is none of them.
 */
const ofOffice = (place: Place): Place =>
  place.role === 'context'
    ? place
    : { role: 'context', chapter: null, section: null, board: place.board };

/** Whether numbered paragraphs begin after the summary of an area, which is not numbered. */
function endsSummary(groups: Group[], { number }: TextBlock): boolean {
  const last = groups.at(-1);
  return (
    last?.place.section === 'Summary' &&
    number !== null &&
    last.texts.length > 0 &&
    last.texts.every((text) => text.number === null)
  );
}

/** What stands before a report's first heading is its summary; no heading says so. */
const OPENING = 'Summary';

/** A word that no line goes on with. */
const ENDS_IN_SOFT_HYPHEN = /\u00ad$/u;

function passagesOfSection(
  { place, texts: printed }: Group,
  { isBoardReview, isLetter }: Form,
): ReadPassage[] {
  const { role } = place;
  const isAsked = role === 'recommendations';
  const isContext = role === 'context' || (place.board && !isBoardReview);
  const texts = isAsked ? withSubPoints(printed) : withNestedBullets(printed);
  const items = areItems(texts);
  const section = placeName(place, isBoardReview) ?? (isContext || isLetter ? null : OPENING);
  return texts.map((text, i) => ({
    kind:
      isAsked && items[i]
        ? 'recommendation'
        : isContext || (isAsked && leadsIn(text))
          ? 'context'
          : 'finding',
    section,
    page: text.page,
    lastPage: text.lastPage,
    pageStarts: text.pageStarts,
    paragraph: null,
    bullet: null,
    isBullet: text.kind === 'bullet',
    printedNumber: text.number,
    quote: text.text.replace(ENDS_IN_SOFT_HYPHEN, ''),
  }));
}
