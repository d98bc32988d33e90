import type { ReadPassage } from '../reading.js';
import type { Block, TextBlock } from './blocks.js';
import { isOfficeText, isTableRow, opensBackPage } from './context.js';
import type { Heading } from './heading-lines.js';
import { dividesGlossary, knownHeading, type Role, withoutGrade } from './headings.js';

type Place = { role: Role; section: string | null; board: boolean; size: number };

/**
 * The passages of a document in order. Under "what needs to improve" each numbered item is a
 * recommendation, or each bullet where nothing is numbered; what a board must improve is context,
 * as is everything about the board, about the area and about Ofsted, unless the whole document is
 * the board's review. `frontIsVerdict` tells that the sentences of the front page only say what the
 * grades beside them say; they are context.
 */
export function passagesOf(
  blocks: Block[],
  isBoardReview: boolean,
  frontIsVerdict: boolean,
): ReadPassage[] {
  const groups = sectionsOf(blocks, isBoardReview, frontIsVerdict);
  return withPlaces(groups.flatMap((group) => passagesOfSection(group, isBoardReview)));
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

type Group = { place: Place; texts: TextBlock[] };

function sectionsOf(blocks: Block[], isBoardReview: boolean, frontIsVerdict: boolean): Group[] {
  let place: Place = { role: 'findings', section: null, board: isBoardReview, size: 0 };
  const groups: Group[] = [{ place, texts: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      place = placeAfter(place, block, isBoardReview);
      groups.push({ place, texts: [] });
      continue;
    }
    if (isTableRow(block)) continue;
    const isVerdict = frontIsVerdict && place.section === null && block.page === 1;
    if (isVerdict || isOfficeText(block, place.role === 'recommendations')) {
      if (opensBackPage(block)) place = { ...place, role: 'context', section: 'About Ofsted' };
      groups.push({ place: { ...place, role: 'context' }, texts: [block] }, { place, texts: [] });
    } else groups.at(-1)?.texts.push(block);
  }
  return groups;
}

function placeAfter(before: Place, heading: Heading, isBoardReview: boolean): Place {
  if (
    before.section &&
    heading.size <= before.size &&
    dividesGlossary(before.section, heading.text)
  )
    return before;
  const known = knownHeading(heading.text);
  const text = withoutGrade(heading.text);
  const board =
    isBoardReview ||
    (known?.board === 'opens' ? true : known?.board === 'closes' ? false : before.board);
  const inRecommendations = before.role === 'recommendations';
  if (!known) {
    const leaves = before.section === null || (inRecommendations && heading.size > before.size);
    return leaves ? { role: 'findings', section: text, board, size: heading.size } : before;
  }
  const graded = heading.grade !== null || text !== heading.text;
  if (known.area && inRecommendations && !graded && heading.size < before.size) return before;
  const section =
    board && !isBoardReview && known.board !== 'opens'
      ? `Local Safeguarding Children Board: ${text}`
      : text;
  const size = known.role === 'recommendations' && inRecommendations ? before.size : heading.size;
  return { role: known.role, section: section.replace(/[?:]$/, ''), board, size };
}

/**
 * "…the local authority should take the following action.": what must improve are the bullets under
 * it.
 */
const LEADS_IN = /\bfollowing\b[^.:]*[.:]$/i;

/** A word that no line goes on with. */
const ENDS_IN_SOFT_HYPHEN = /\u00ad$/u;

function passagesOfSection(
  { place, texts: printed }: Group,
  isBoardReview: boolean,
): ReadPassage[] {
  const isContext = place.role === 'context' || (place.board && !isBoardReview);
  const texts = withNestedBullets(printed);
  const isNumbered = (text: TextBlock) => text.number !== null && !LEADS_IN.test(text.text);
  const numbered = texts.some(isNumbered);
  return texts.map((text) => {
    const isItem = numbered ? isNumbered(text) : text.kind === 'bullet';
    const asked = place.role === 'recommendations' && isItem;
    return {
      kind: isContext ? 'context' : asked ? 'recommendation' : 'finding',
      section: place.section,
      page: text.page,
      lastPage: text.lastPage,
      paragraph: null,
      bullet: null,
      isBullet: text.kind === 'bullet',
      printedNumber: text.number,
      quote: text.text.replace(ENDS_IN_SOFT_HYPHEN, ''),
    };
  });
}

/** A bullet that ends in a colon and the bullets set further in under it are one point. */
function withNestedBullets(texts: TextBlock[]): TextBlock[] {
  const merged: TextBlock[] = [];
  let isOpen = false;
  for (const text of texts) {
    const outer = merged.at(-1);
    if (isOpen && outer && text.kind === 'bullet' && text.x > outer.x + 6) {
      merged[merged.length - 1] = {
        ...outer,
        text: `${outer.text} ${text.sign} ${text.text}`,
        lastPage: text.lastPage,
      };
    } else {
      merged.push(text);
      isOpen = text.kind === 'bullet' && text.text.endsWith(':');
    }
  }
  return merged;
}
