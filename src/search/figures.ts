import type { RecordedPassage } from '../domain/record.js';
import { newestFirst } from '../domain/visit.js';
import { sentences, stem, words as wordsOf } from '../language/index.js';
import { isCutShort, leansOnBefore, startsInside } from './clarity.js';
import type { SearchRequest, SearchTerm } from './request.js';
import type { Hit } from './result.js';
import { narrowed, snippet } from './snippet.js';

/** The figure that a question asks for: how many, what share of them, or one of any sort. */
export type FigureAsked = 'count' | 'share' | 'any';

/** The part of a request that says of what a figure is asked. */
type Subject = Pick<SearchRequest, 'terms' | 'themes'>;

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const AGE = '\\d{1,2}';
const COUNTED = '(?:%|per ?cent|children|young people|cases|social|staff|agency|workers|families)';

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
];
/** Most texts have no figure of any sort. */
const DIGIT = /\d/;
const FIGURE = /\b\d[\d,]*(?:\.\d+)?\b(\s?%|\s?per ?cent\b)?/gi;

/** How many words after its number the things counted are named: "17 newly appointed workers". */
const NEAR = 5;
/** How many words before or after a figure its subject is named. */
const AROUND = 12;

/**
 * The hits that give the figure asked for, in a sentence that names what is counted; of a long
 * passage that shows another part of itself, that sentence. A count on a given day says how many
 * there are, so that those come alone where there are any, the newest first.
 */
export function withFigure(hits: Hit[], request: Subject, asked: FigureAsked): Hit[] {
  const figured = hits.filter(({ passage }) => DIGIT.test(passage.passage.quote));
  let giving: Hit[] = [];
  for (const subject of subjectsOf(request)) {
    if (giving.length > 0) break;
    giving = figured.flatMap((hit) => narrowedToFigure(hit, request, subject, asked));
  }
  const ofADay = giving.filter((hit) => asked === 'count' && isOfADay(hit.passage.passage.quote));
  return ofADay.length > 0
    ? ofADay.sort((a, b) => newestFirst(a.passage.visit, b.passage.visit))
    : giving;
}

/** The hit, narrowed where another part of a long passage gives the figure, or no hit. */
function narrowedToFigure(
  hit: Hit,
  { terms }: Subject,
  subject: Idea[],
  asked: FigureAsked,
): Hit[] {
  const { quote, tones } = hit.passage.passage;
  const found = sentences(quote).filter(
    (each) => quote.includes(each) && givesIn(each, subject, asked),
  );
  const ofADay = asked === 'count' ? found.find(isOfADay) : undefined;
  if (ofADay) return [narrowedHit(hit, ofADay)];
  if (sentences(snippet(quote, terms, tones)).some((each) => givesIn(each, subject, asked)))
    return [hit];
  return found[0] ? [narrowedHit(hit, found[0])] : [];
}

/** How many there are is said of a day: "At 31 March 2014, 606 children were looked after". */
const isOfADay = (sentence: string): boolean => OF_A_DAY.test(sentence);
const OF_A_DAY = new RegExp(
  `^(?:As )?[Aa]t (?:the end of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} \\d{4}`,
  'i',
);

/** A hit narrowed to a sentence, with the next one where that goes on from it ("However, …"). */
function narrowedHit(hit: Hit, sentence: string): Hit {
  const { quote } = hit.passage.passage;
  const list = sentences(quote);
  const next = list[list.indexOf(sentence) + 1];
  const both = next && leansOnBefore(next) ? `${sentence} ${next}` : sentence;
  return { ...hit, passage: narrowed(hit.passage, quote.includes(both) ? both : sentence) };
}

/**
 * The passages, each with the next one of its paragraph where its sentence goes on there: who reads
 * that the average was 18.5 must also read "although some had as many as 28". `all` are the
 * passages of the record in their order.
 */
export function withContinuation(
  shown: RecordedPassage[],
  all: RecordedPassage[],
): RecordedPassage[] {
  const keys = new Set(shown.map(({ key }) => key));
  return shown.flatMap((recorded) => {
    const whole = all.findIndex(({ key }) => key === recorded.key);
    const [self, next] = [all[whole], all[whole + 1]];
    if (!self || !next || keys.has(next.key) || !goesOn(self, next)) return [recorded];
    if (!self.passage.quote.endsWith(recorded.passage.quote)) return [recorded];
    keys.add(next.key);
    return [recorded, next];
  });
}

const goesOn = (passage: RecordedPassage, next: RecordedPassage): boolean =>
  next.source.id === passage.source.id &&
  next.paragraph === passage.paragraph &&
  (isCutShort(passage.passage.quote) ||
    startsInside(next.passage.quote) ||
    leansOnBefore(next.passage.quote));

/**
 * A count stands right before what is counted; a share that does is one of them ("58% of children
 * in care are in good schools") and does not say how many there are.
 */
function givesIn(sentence: string, subject: Idea[], asked: FigureAsked): boolean {
  if (!DIGIT.test(sentence)) return false;
  const text = NO_FIGURES.reduce((left, pattern) => left.replace(pattern, ' '), sentence);
  return [...text.matchAll(FIGURE)].some((figure) => {
    const rest = text.slice(figure.index + figure[0].length);
    const after = wordsOf(rest).slice(0, AROUND).join(' ');
    const around = `${wordsOf(text.slice(0, figure.index)).slice(-AROUND).join(' ')} ${after}`;
    const isShare = figure[1] !== undefined;
    if (!subject.every((idea) => names(idea, `${around} ${figure[0]}`))) return false;
    if (asked === 'share') return isShare;
    if (asked === 'any' || subject.length === 0) return true;
    const [clause = ''] = rest.split(/[,.;:–(]/);
    const near = wordsOf(clause).slice(0, NEAR).join(' ');
    const isCounted = subject.some((idea) => names(idea, near));
    return isShare ? !isCounted && subject.some((idea) => names(idea, after)) : isCounted;
  });
}

/** Something that a question names, by the phrases (of stems) that name it. */
type Idea = string[];

/**
 * What a question asks a figure of, the closest reading first: its theme with the words beside it,
 * those words alone ("how many social workers were appointed" is told as "17 appointments"), then
 * the theme alone.
 */
function subjectsOf({ terms, themes }: Subject): Idea[][] {
  const besides = terms
    .filter((term) => term.themes.length === 0 && !isFigureWord(term))
    .map((term): Idea => [term.stem]);
  const named = themes.map((theme): Idea => [...theme.terms, ...theme.layWords].map(stemmed));
  if (named.length === 0 || besides.length === 0) return [[...named, ...besides]];
  return [[...named, ...besides], besides, named];
}

const isFigureWord = ({ word }: SearchTerm): boolean =>
  /^(average|averages|mean|median|typical|typically|total|figures?|statistics|stats|numbers?|rates?|count|many|per|cent|percent\w*|proportions?|share)$/.test(
    word,
  );

const names = (idea: Idea, text: string): boolean => {
  const own = ` ${stemmed(text)} `;
  return idea.some((phrase) => own.includes(` ${phrase} `));
};

const stemmed = (text: string): string => wordsOf(text).map(stem).join(' ');
