/**
 * The most of a text that is looked at, in characters. Slack advises messages of no more, and some
 * characters take long where thousands of them stand together.
 */
const LONGEST_TEXT = 4_000;

/**
 * The text of a question without what Slack and keyboards put around its words: links, mentions,
 * emoji, formatting marks, characters that nobody sees. What is left reads as it was meant;
 * cleaning it again changes nothing. A label that is words stays for its link, and so do quotation
 * marks, since they tell a quoted phrase.
 */
export function cleanText(typed: string): string {
  const text = typed.slice(0, LONGEST_TEXT).replace(LONE_PERCENT, 'percent');
  if (isPlain(text)) return text.trim().replace(/ {2,}/g, ' ');
  let cleaned = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = cleanedOnce(cleaned);
    if (next === cleaned) return cleaned;
    cleaned = next;
  }
  return withoutMarks(cleaned);
}

/** "What % of": the sign stands for the word. */
const LONE_PERCENT = /(?<=^|\s)%(?=\s|$)/g;

/** Whether nothing but spaces is to be cleaned, as of most questions. */
const isPlain = (text: string): boolean =>
  /^[a-z0-9 ,.?!'"()/;%+-]*$/i.test(text) && !/www\./i.test(text);

/**
 * What is dropped can leave a mark next to another, so that the text is gone through again. People
 * need two passes; marks nested on purpose are dropped altogether.
 */
const MOST_PASSES = 6;

function cleanedOnce(text: string): string {
  let cleaned = withPlainCharacters(text);
  cleaned = cleaned.replace(ENTITY, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ');
  cleaned = withoutAddresses(cleaned);
  cleaned = cleaned.replace(EMOJI_CODE, ' ').replace(GLUED_EMOJI_CODE, ' ');
  cleaned = cleaned.replace(LEADING_QUOTE_MARKS, ' ');
  return withSpaces(withoutFormatting(cleaned));
}

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3/gu;
/** A soft hyphen at the end of a line divides a word there. */
const DIVIDED = /\u00ad\r?\n/g;
const UNSEEN = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const APOSTROPHE = /[‘’‚‛′ʹʻʼʽ´ˈ＇]/g;
const QUOTATION_MARK = /[“”„‟″«»〝〞＂]/g;

/** The text in the characters of a plain keyboard. */
function withPlainCharacters(text: string): string {
  return text
    .replace(DIVIDED, '')
    .replace(EMOJI, ' ')
    .replace(UNSEEN, '')
    .replace(APOSTROPHE, "'")
    .replace(QUOTATION_MARK, '"')
    .normalize('NFKC');
}

/** Slack escapes three characters; what was escaped more than once is undone at once. */
const ENTITY = /&(?:amp;)*(amp|lt|gt|quot|nbsp|#39|#x27);/gi;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
};

const SLACK_LINK = /<(?:https?|ftp|file|slack|mailto|tel):[^<>]*>/gi;
const SLACK_MENTION = /<[@#!][^<>]*>/g;
const WEB_ADDRESS = /(?:https?|ftp|file|slack):\/\/[^\s"<>]*|\bwww\.[^\s"<>]*|\bmailto:[^\s"<>]*/gi;
const MAIL_ADDRESS = /^[^@]+@[^@]+\.[^@]+$/;
/** No mail address is longer, and a pattern must not search a longer word for one. */
const LONGEST_ADDRESS = 254;

const isMailAddress = (word: string): boolean =>
  word.length <= LONGEST_ADDRESS && MAIL_ADDRESS.test(word);

function withoutAddresses(text: string): string {
  return text
    .replace(SLACK_LINK, (link) => ` ${labelOf(link)} `)
    .replace(SLACK_MENTION, ' ')
    .replace(WEB_ADDRESS, ' ')
    .replace(/\S+/g, (word) => (isMailAddress(word) ? ' ' : word));
}

/** The label of a link where it is words: most are the address again. */
function labelOf(link: string): string {
  const bar = link.indexOf('|');
  const label = bar < 0 ? '' : link.slice(bar + 1, -1).trim();
  const isAddress = !/\s/.test(label) && /[./@]/.test(label);
  const isNumber = /^\d{5,}$/.test(label);
  return isAddress || isNumber ? '' : label;
}

/** `:eyes:` and `:pray::skin-tone-3:` as words of their own; a time such as 08:30:00 is none. */
const EMOJI_CODE =
  /(?<![\p{L}\p{N}]):(?=[^:]{2}|[\p{N}+-])[\p{Ll}\p{Lo}\p{N}_+'-]{1,100}:(?![\p{N}])/gu;
/** A code right behind a word, as Slack writes an emoji typed without a space. */
const GLUED_EMOJI_CODE = /:(?=[^:]*\p{L})[\p{Ll}\p{Lo}\p{N}_+'-]{2,100}:(?![\p{L}\p{N}])/gu;

/** Quoted lines begin with these marks. White space that ends a line is looked through once. */
const LEADING_QUOTE_MARKS = /^(?:[^\S\r\n\u2028\u2029]*>)+/gm;

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/**
 * The text without the marks of bold, italic, struck and code. Inside a word an underscore divides,
 * an asterisk is dropped, and a backtick stands for an apostrophe.
 */
function withoutFormatting(text: string): string {
  return text.replace(/[*_~`]+/g, (marks, at: number) => {
    const before = text[at - 1];
    const after = text[at + marks.length];
    if (!isWordCharacter(before) || !isWordCharacter(after)) return '';
    if (marks === '`') return "'";
    const isBetweenNumbers = /\d/.test(before ?? '') && /\d/.test(after ?? '');
    return /^\*+$/.test(marks) && !isBetweenNumbers ? '' : ' ';
  });
}

/** One plain space for every run of white space and control characters; none at the ends. */
const withSpaces = (text: string): string => text.replace(/[\s\p{Z}\p{Cc}\u2800]+/gu, ' ').trim();

/** The text without any character that cleaning looks at, but for colons between figures. */
function withoutMarks(text: string): string {
  const bare = text.replace(/[<>*_~`&@]|(?<!\d):|:(?!\d)/g, ' ').replace(/\bwww\./gi, ' ');
  return withSpaces(withPlainCharacters(bare));
}
