/** A number that is white, or so near that paper shows nothing. */
const WHITE = '(?:1(?:\\.0*)?|0?\\.9[5-9]\\d*)\\s+';
const BLANK = '(?:0(?:\\.0*)?|0?\\.0[0-4]\\d*)\\s+';

/** What sets the colour or the mode of text, found first because it is found quickly. */
const SETTER = /\s(?:g|rg|k|scn?|Tr)(?=[\s([</]|$)/g;

/** Modes of painting without ink. */
const WITHOUT_INK = /(?<![\d.])[37](?:\.0*)?\s+Tr$/;

/** A white of gray, of red, green and blue, or of the four inks. */
const SETS_WHITE = new RegExp(
  `(?<![\\d.]|\\d\\s+)(?:${WHITE}(?:g|scn?)|(?:${WHITE}){3}(?:rg|scn?)|(?:${BLANK}){4}(?:k|scn?))$`,
);

/** No operands of a setter are longer. */
const OPERANDS = 60;

/** Marks of structure, a string, or the end of a colour, whichever comes first. */
const STRING_OR_COLOUR = /<<[^>]*>>|[(<]|[\s\])](?:g|rg|k|cs|scn?|Q)(?=[\s([</]|$)/g;

/**
 * Whether a page's instructions may paint text that nobody sees: without ink, or in white. Whether
 * they do, only following them can tell, for white letters may stand on a coloured ground.
 */
export function mayHideText(instructions: Buffer): boolean {
  const text = instructions.toString('latin1');
  SETTER.lastIndex = 0;
  for (let found = SETTER.exec(text); found; found = SETTER.exec(text)) {
    const { index } = found;
    // Black is what most setters set.
    if (text.startsWith(' 0 g', index - 2) || text.startsWith('\n0 g', index - 2)) continue;
    const setter = text.slice(Math.max(0, index - OPERANDS), SETTER.lastIndex);
    if (WITHOUT_INK.test(setter)) return true;
    if (SETS_WHITE.test(setter) && paintsText(text, SETTER.lastIndex)) return true;
  }
  return false;
}

/** Whether text comes before the next colour. */
function paintsText(text: string, from: number): boolean {
  STRING_OR_COLOUR.lastIndex = from;
  let found = STRING_OR_COLOUR.exec(text);
  while (found?.[0].startsWith('<<')) found = STRING_OR_COLOUR.exec(text);
  return found !== null && /[(<]/.test(found[0]);
}

/** Whether a state of painting that objects define has no opacity. */
export function mayBeClear(objects: Buffer): boolean {
  for (let at = objects.indexOf('/ca'); at >= 0; at = objects.indexOf('/ca', at + 3))
    if (/^\/ca\s+(?:0(?:\.0\d*)?|\.0\d*)[\s/>]/.test(objects.toString('latin1', at, at + 16)))
      return true;
  return false;
}
