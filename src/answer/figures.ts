import { newestFirst } from '../domain/visit.js';
import { sentences, stem, words as wordsOf } from '../language/index.js';
import type { Query, Term } from '../question/legacy/query.js';
import { type Hit, snippet } from '../search/index.js';

const RATE = '(?:vacancy|turnover|sickness|referral|absence|caseload|employment|adoption)';
const ASKS_SHARE = /\bpercent(?:age|ages)?\b|\bper cent\b|\bproportions?\b/;
const ASKS_COUNT = /\bhow many\b(?! (?:councils|authorities))|(?<!\ban? (?:\w+ )?)\bnumbers? of\b/;
const ASKS_ANY = new RegExp(
  `\\b(?:average|figures?)\\b|\\bper (?!se\\b)\\w+|\\brates? of\\b|\\b${RATE} rates?\\b|\\b(?:what|the) (?:\\w+ )?(?:numbers?|rates?)\\b`,
);

/** Who asks for a figure wants the passage that has it, not the theme's whole story; "too many" and "how many councils" ask for none of a passage. */
export const asksForFigure = (query: Query): boolean =>
  asksForShare(query) || asksForCount(query) || ASKS_ANY.test(query.words.join(' '));

const asksForShare = ({ words, text }: Query): boolean =>
  ASKS_SHARE.test(words.join(' ')) || text.includes('%');
const asksForCount = ({ words }: Query): boolean => ASKS_COUNT.test(words.join(' '));

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const AGE = '\\d{1,2}';
const COUNTED = '(?:%|per ?cent|children|young people|cases|social|staff|agency|workers|families)';

/** Numbers that count nothing asked for: ages, spans of time, dates, years, and the numbers of sections, levels and the like. */
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
];
const FIGURE = /\b\d[\d,]*(?:\.\d+)?\b(\s?%|\s?per ?cent\b)?/gi;

/** How many words after its number the things counted are named: "17 newly appointed social workers". */
const NEAR = 5;
/** How many words before or after a figure its subject is named. */
const AROUND = 12;

/**
 * The hits that give the figure asked for, in a sentence that names what is counted; of a long passage that shows another part of
 * itself, that sentence. A count on a given day says how many there are, so those come alone where there are any, the newest first.
 */
export function withFigure(hits: Hit[], query: Query): Hit[] {
  const giving = hits.flatMap((hit) => {
    const { quote } = hit.passage.passage;
    const found = sentences(quote).filter((each) => quote.includes(each) && gives(each, query));
    const ofADay = asksForCount(query) ? found.find(isOfADay) : undefined;
    if (ofADay) return [narrowed(hit, ofADay)];
    if (gives(snippet(quote, query.terms), query)) return [hit];
    return found[0] ? [narrowed(hit, found[0])] : [];
  });
  const ofADay = giving.filter((hit) => asksForCount(query) && isOfADay(hit.passage.passage.quote));
  return ofADay.length > 0
    ? ofADay.sort((a, b) => newestFirst(a.passage.visit, b.passage.visit))
    : giving;
}

/** How many there are is said of a day: "At 31 March 2014, 606 children were being looked after". */
const isOfADay = (sentence: string): boolean =>
  new RegExp(
    `^(?:As )?[Aa]t (?:the end of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} \\d{4}`,
    'i',
  ).test(sentence);

const narrowed = (hit: Hit, quote: string): Hit => ({
  ...hit,
  passage: { ...hit.passage, passage: { ...hit.passage.passage, quote } },
});

const gives = (text: string, query: Query): boolean =>
  sentences(text).some((sentence) => givesIn(sentence, query));

/**
 * A count stands right before what is counted; a share that does is one of them ("58% of children in care are in good schools")
 * and does not say how many there are.
 */
function givesIn(sentence: string, query: Query): boolean {
  const told = NO_FIGURES.reduce((text, pattern) => text.replace(pattern, ' '), sentence);
  const subject = subjectOf(query);
  return [...told.matchAll(FIGURE)].some((figure) => {
    const rest = told.slice(figure.index + figure[0].length);
    const after = wordsOf(rest).slice(0, AROUND).join(' ');
    const around = `${wordsOf(told.slice(0, figure.index)).slice(-AROUND).join(' ')} ${after}`;
    const isShare = figure[1] !== undefined;
    if (!subject.every((idea) => names(idea, `${around} ${figure[0]}`))) return false;
    if (asksForShare(query)) return isShare;
    if (!asksForCount(query) || subject.length === 0) return true;
    const [clause = ''] = rest.split(/[,.;:–(]/);
    const near = wordsOf(clause).slice(0, NEAR).join(' ');
    const isCounted = subject.some((idea) => names(idea, near));
    return isShare ? !isCounted && subject.some((idea) => names(idea, after)) : isCounted;
  });
}

/** What a question names, each idea by the phrases (of stems) that name it: a theme by all of its phrases, a word by itself. */
function subjectOf({ terms, themes }: Query): string[][] {
  const alone = terms.filter((term) => term.themes.length === 0 && !isFigureWord(term));
  const ofThemes = themes.map((theme) => [...theme.terms, ...theme.layWords].map(stemmed));
  return ofThemes.length > 0 ? ofThemes : alone.map((term) => [term.stem]);
}

const isFigureWord = ({ word }: Term): boolean =>
  /^(average|figures?|numbers?|rates?|many|per|cent|percent\w*|proportions?)$/.test(word);

const names = (idea: string[], text: string): boolean => {
  const own = ` ${stemmed(text)} `;
  return idea.some((phrase) => own.includes(` ${phrase} `));
};

const stemmed = (text: string): string => wordsOf(text).map(stem).join(' ');
