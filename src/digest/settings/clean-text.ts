const LINK = /<https?:[^<>\s]*>|\bhttps?:\/\/\S+/gi;
/** Slack's short codes: ":eyes:", ":pray::skin-tone-3:"; never the minutes of "8:30:00". */
const EMOJI = /(?<![\w:])(?::[a-z0-9_+'-]+:)+/gi;
/** Soft hyphens, zero-width characters, marks of direction, joiners and variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Slack's marks around bold, struck and code text. */
const MARKS = /[*~`]+/g;
/** The mark around italics stands at the edge of a word; inside one it is part of a name. */
const ITALIC = /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u2032]/g;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033]/g;

/**
 * Takes out of what a person typed all that is no part of what is meant: links, `:emoji:` codes,
 * invisible characters and formatting marks. Smart quotes become plain ones, runs of spaces one.
 */
export const cleanText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(LINK, ' ')
    .replace(EMOJI, ' ')
    .replace(MARKS, '')
    .replace(ITALIC, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
