/**
 * What tells at a glance that two texts are not a slip of the fingers apart: how many words and
 * characters each has, and which letters, a bit each.
 */
export type Outline = { spaces: number; length: number; letters: number };

/** The most slips by which a name is still known. */
export const FURTHEST = 2;

const SPACE = bitOf(' ');

function bitOf(character: string, at = 0): number {
  return 1 << (character.charCodeAt(at) & 31);
}

export function outlineOf(text: string): Outline {
  const outline = { spaces: 0, length: text.length, letters: 0 };
  for (let at = 0; at < text.length; at++) {
    outline.letters |= bitOf(text, at);
    if (text[at] === ' ') outline.spaces++;
  }
  return outline;
}

/** The outline of two texts with a space between them. */
export const besideEachOther = (one: Outline, other: Outline): Outline => ({
  spaces: one.spaces + 1 + other.spaces,
  length: one.length + 1 + other.length,
  letters: one.letters | SPACE | other.letters,
});

/** The outline of a text once its words are joined. */
export const withoutSpaces = ({ spaces, length, letters }: Outline): Outline => ({
  spaces: 0,
  length: length - spaces,
  letters: letters & ~SPACE,
});

/** A number for each count of words and characters; one character more is one more. */
export const shapeOf = ({ spaces, length }: Outline): number => spaces * 1_000 + length;

/**
 * Whether two texts differ in more letters than slips can change: each adds one at most, and takes
 * one at most.
 */
export function differInMany(one: number, other: number): boolean {
  let different = one ^ other;
  for (let slip = 0; slip < 2 * FURTHEST; slip++) different &= different - 1;
  return different !== 0;
}
