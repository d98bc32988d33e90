import { type Area, type Instructions, paintedText } from './painted-text.js';

/**
 * A run of text as the PDF places it: `x` and `y` are the start of its baseline in points from the
 * page's lower left corner, `size` the height of the type, `font` a name that is only unique within
 * the document.
 */
export type TextItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
};

/** The text of a page that its reader sees, and what it holds besides, as one string. */
export type VisibleText = { items: TextItem[]; hidden: string };

/** Text in smaller type than this many points is dust. */
const LEAST_SIZE = 1.5;

/** The page's corners: left, bottom, right, top. */
type Box = number[];

/** Parts text by where it stands: what lies outside the page, or is dust, nobody sees. */
export function textOnPage(items: TextItem[], [left = 0, bottom = 0, right = 0, top = 0]: Box) {
  const isOn = ({ x, y, width, size }: TextItem): boolean =>
    size >= LEAST_SIZE && x + width > left && x < right && y + size > bottom && y < top;
  return parted(items.map((item) => (isOn(item) ? { seen: item } : { unseen: item.text })));
}

/**
 * Parts text by how it is painted: without ink, or white on white. Text that is not found among
 * the letters painted counts as hidden where the page hides any.
 */
export async function paintedOnPage(
  items: TextItem[],
  instructions: Instructions,
): Promise<VisibleText> {
  const { letters, areas } = await paintedText(instructions);
  const painted = letters.flatMap(({ text, how, under }) =>
    [...plain(text)].map((letter) => ({ letter, how, under })),
  );
  if (painted.length > 0 && painted.every(({ how }) => how === 'painted'))
    return { items, hidden: '' };
  const sequence = painted.map(({ letter }) => letter).join('');
  let next = 0;
  return parted(
    items.map((item) => {
      const own = plain(item.text);
      const at = sequence.indexOf(own, next);
      if (at < 0) return { unseen: item.text };
      next = at + own.length;
      const isSeen = ({ how, under }: (typeof painted)[number]): boolean =>
        how === 'painted' || (how === 'white' && isOnColour(item, areas.slice(0, under)));
      return halves(item, painted.slice(at, next).map(isSeen));
    }),
  );
}

type Parted = { seen?: TextItem; unseen?: string };

const parted = (parts: Parted[]): VisibleText => ({
  items: parts.flatMap(({ seen }) => seen ?? []),
  hidden: parts
    .flatMap(({ unseen }) => unseen ?? [])
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim(),
});

/** What a run of text has of letters that are seen, and of those that are not. */
function halves(item: TextItem, isSeen: boolean[]): Parted {
  if (isSeen.every(Boolean)) return { seen: item };
  if (!isSeen.some(Boolean)) return { unseen: item.text };
  const kept: string[] = [];
  const left: string[] = [];
  let at = 0;
  for (const character of item.text) {
    const length = plain(character).length;
    (length === 0 || isSeen[at] ? kept : left).push(character);
    at += length;
  }
  return { seen: { ...item, text: kept.join('') }, unseen: left.join('') };
}

/** Whether a text stands on something painted that is not white: the last area under it counts. */
function isOnColour({ x, y, width, size }: TextItem, areas: Area[]): boolean {
  const [middle, height] = [x + width / 2, y + size / 3];
  const under = areas.findLast(
    ({ left, right, bottom, top }) =>
      left <= middle && middle <= right && bottom <= height && height <= top,
  );
  return under !== undefined && !under.isWhite;
}

/** Letters as both readings of a page have them: without ligatures and white space. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
