/** A figure of a text, with what stands before and after it. */
export type FigureInText = {
  text: string;
  before: string;
  after: string;
  /** A share of something: "58%", "almost half". */
  isShare: boolean;
  /** Said in words: "a third", "seven". */
  isInWords: boolean;
};

/** The names of months, as a part of patterns. */
export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const AGE = '\\d{1,2}';
const COUNTED = '(?:%|per ?cent|children|young people|cases|social|staff|agency|workers|families)';
/** The numbers that are spelt, as a part of patterns. */
export const IN_WORDS = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a dozen)';

/**
 * Numbers that count nothing asked for: ages, spans of time, dates, years, and the numbers of
 * sections, levels and the like.
 */
const NO_FIGURES = [
  new RegExp(
    `\\b(?:aged?|ages|age of|turn(?:s|ed|ing)?|reach(?:es|ed|ing)?) (?:between |under |over |from |of )?${AGE}(?:(?:–|-| to | and | or )${AGE})?\\b`,
    'gi',
  ),
  new RegExp(
    `\\b${AGE}(?:-? ?(?:–|-|to|and|or) ?${AGE})?[- ](?:years?|months?|hours?)\\b|\\b${AGE}\\+|\\b24/7\\b`,
    'gi',
  ),
  new RegExp(`\\b(?:under|over|post)[- ](?:1\\d|2[0-5]|\\d)s?\\b(?! ?${COUNTED})`, 'gi'),
  /\b(?:sections?|regulations?|paragraphs?|page|level|stage|year|part|band|act|tier|grade) \d+(?:[./]\d+)*/gi,
  new RegExp(`\\b\\d{1,2} ${MONTH}\\b`, 'gi'),
  /\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b/g,
  new RegExp(`\\b${IN_WORDS}[- ](?:working )?(?:days?|weeks?|months?|years?|hours?)\\b`, 'gi'),
  /\b(?:first|second|other|latter) (?:half|quarter|third)\b|\bhalf[- ](?:terms?|days?|years?|brothers?|sisters?|siblings?)/gi,
  /\bone (?:to|on|by)[- ]one\b/gi,
  /\bcovid[- ]?19\b/gi,
];

const DIGITS = '\\b\\d[\\d,]*(?:\\.\\d+)?\\b(?<percent>\\s?%|\\s?per ?cent\\b)?';
const PART =
  '\\b(?:(?:one|an?) half|half|(?:a|one|two)[- ]thirds?|(?:a|one|three)[- ]quarters?|(?:a|one|two|three|four)[- ]fifths?|a tenth)\\b';
const OUT_OF = `\\b(?:one|${IN_WORDS}|\\d+)(?: in every| in| out of)(?: every)? (?:${IN_WORDS}|\\d+)\\b`;
/** "One" is a number before whom it counts alone: "one of them" is any. */
const SINGLE =
  'one(?= (?:child|young person|care leaver|looked after child|unaccompanied child|social worker|foster carer|family|household)\\b)';
const FIGURE = new RegExp(
  `(?<share>${OUT_OF}|${PART})|${DIGITS}|(?<number>\\b(?:${IN_WORDS}|${TENS}(?:-\\w+)?|${SINGLE})\\b)`,
  'gi',
);
const ROUGHLY =
  /\b(?:(?:vast |large |great )?majority|(?:small |large |significant |sizeable )?minority|most|nearly all|almost all|very few|(?:small|high|large|significant|increasing|low) (?:number|proportion|percentage)|doubled|halved|trebled|tripled)\b/gi;

const placed = (text: string, found: RegExpMatchArray) => ({
  text: found[0],
  before: text.slice(0, found.index),
  after: text.slice((found.index ?? 0) + found[0].length),
});

/** The figures of a sentence, in digits and in words, without those that count nothing. */
export function figuresIn(sentence: string): FigureInText[] {
  const text = NO_FIGURES.reduce((left, pattern) => left.replace(pattern, ' '), sentence);
  return [...text.matchAll(FIGURE)].map((found) => {
    const { share, number, percent } = found.groups ?? {};
    return {
      ...placed(text, found),
      isShare: share !== undefined || percent !== undefined,
      isInWords: share !== undefined || number !== undefined,
    };
  });
}

/** Whether a sentence tells an age: "at 16", "aged 16", "under 18", "their 18th birthday". */
export const tellsAge = (sentence: string): boolean => AGES.test(sentence);
const AGES = new RegExp(
  [
    `\\b(?:aged?|ages|age of|at|from|turn(?:s|ed|ing)?|reach(?:es|ed|ing)?|becom(?:e|es|ing)|until|under|over|post)[- ](?:(?:between|under|over|from|of|the age of) )?(?:1\\d|2[0-5]|[1-9])\\b(?! ?(?:%|per ?cent|${MONTH}|children|cases))`,
    '\\b(?:1\\d|2[0-5]|[1-9])(?:th|st|nd|rd) birthday',
    '\\b\\d{1,2}[- ]years?[- ]olds?\\b|\\b\\d{1,2} years (?:old|of age)\\b',
    '\\b(?:sixteen|seventeen|eighteen|twenty-one|twenty-five)\\b',
  ].join('|'),
  'i',
);

/** The words of a sentence that say roughly how many: "the majority", "doubled". */
export const roughFiguresIn = (sentence: string) =>
  [...sentence.matchAll(ROUGHLY)].map((found) => placed(sentence, found));

/** Whether a text tells how many are of each: "caseloads of 20", "65 children on average". */
export const tellsEach = (text: string): boolean =>
  /\b(?:each|per|averag\w+|caseloads?|apiece|ratio)\b/i.test(text);
