import type { Line } from '../pdf/lines.js';
import type { Block } from './blocks.js';
import { knownHeading, withoutGrade } from './headings.js';
import { isFrontLabel } from './labels.js';

/** The first label or salutation ends the title. */
const TITLE_ENDS =
  /^(?:inspection dates?|dates? of|review dates?|visit dates?|report published|published|lead inspector|reporting inspector|judgement|this letter|(?:his|her) majesty)/i;

const endsTitle = ({ text }: Line): boolean => TITLE_ENDS.test(text) || isFrontLabel(text);

/** Title and names: the lines before the first label or salutation, joined. */
export function titleOf(lines: Line[]): string {
  const ends = lines.findIndex(endsTitle);
  return lines
    .slice(0, Math.min(ends < 0 ? 12 : ends, 40))
    .map((line) => line.text)
    .join(' ');
}

/**
 * Parts a document at its first section: what stands before is its front page, even where that
 * takes two pages.
 */
export function frontAndBody(lines: Line[], blocks: Block[]): { front: Line[]; body: Block[] } {
  const at = blocks.findIndex(opensBody);
  const first = at < 0 ? undefined : blocks[at];
  const end = first
    ? lines.findIndex((line) => line.page === first.page && line.y <= first.y)
    : lines.length;
  const front = lines.slice(0, end).filter((line) => line.page <= 4);
  const body = blocks.filter((block, i) => i >= at || isFrontText(block));
  return { front, body };
}

/**
 * A section's heading; an area's name is one only with its grade in words, for the table has the
 * names too.
 */
function opensBody(block: Block): boolean {
  if (block.kind !== 'heading') return false;
  const known = knownHeading(block.text);
  if (!known || known.board === 'opens') return false;
  return !known.area || withoutGrade(block.text) !== block.text;
}

const FORM =
  /^(?:inspection dates?|dates? of|review dates?|report published|published|lead inspector|reporting inspector|age group|the judgements on areas|it is ofsted[’']s expectation|© crown|further copies|this document may be|website:)/i;

/** Of the front page only whole sentences about the council are text of the report. */
const isFrontText = (block: Block): boolean =>
  block.kind !== 'heading' &&
  block.text.length >= 60 &&
  /[.?!:;][’”'")]*$/.test(block.text) &&
  !FORM.test(block.text);
