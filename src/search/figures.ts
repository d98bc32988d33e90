import type { RecordedPassage } from '../domain/record.js';
import { newestFirst } from '../domain/visit.js';
import { sentences, stemmed, words as wordsOf } from '../language/index.js';
import { isCutShort, leansOnBefore, startsInside } from './clarity.js';
import { figuresIn, MONTH, roughFiguresIn } from './figures-in-text.js';
import type { SearchRequest, SearchTerm } from './request.js';
import type { Hit } from './result.js';
import { narrowed, snippet } from './snippet.js';

/** The figure a question asks for: how many, what share of them, what age, or one of any sort. */
export type FigureAsked = 'count' | 'share' | 'age' | 'any';

/** The part of a request that says of what a figure is asked. */
type Subject = Pick<SearchRequest, 'terms' | 'themes'>;

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
  if (asked === 'age') return [];
  const subjects = subjectsOf(request);
  // "How many children in care" asks how many there are, and not how many of them do something.
  const isOfThemes = asked === 'count' && subjects.length === 1 && request.themes.length > 0;
  const isBare = isOfThemes && request.themes.length === 1;
  let giving: Hit[] = [];
  for (const [i, subject] of subjects.entries())
    if (giving.length === 0)
      giving = hits.flatMap((hit) =>
        narrowedTo(
          hit,
          request,
          (sentence) =>
            isBare
              ? givesCount(sentence, subject)
              : givesFigure(sentence, subject, asked, i < CLOSE),
          asked === 'count',
        ),
      );
  if (giving.length === 0 && !isOfThemes) giving = givingRoughly(hits, request, subjects[0] ?? []);
  const ofADay = giving.filter((hit) => asked === 'count' && isOfADay(hit.passage.passage.quote));
  return ofADay.length > 0
    ? ofADay.sort((a, b) => newestFirst(a.passage.visit, b.passage.visit))
    : giving;
}

/** Roughly how many is told by the newest visit alone: "most" of years ago tells nothing now. */
function givingRoughly(hits: Hit[], request: Subject, subject: Idea[]): Hit[] {
  const [newest] = hits.map(({ passage }) => passage.visit).sort(newestFirst);
  return hits
    .filter(({ passage }) => passage.visit.id === newest?.id)
    .flatMap((hit) =>
      narrowedTo(hit, request, (sentence) => givesRoughly(sentence, subject), false),
    );
}

/** The hit, narrowed where another part of a long passage gives the figure, or no hit. */
function narrowedTo(
  hit: Hit,
  { terms }: Subject,
  gives: (sentence: string) => boolean,
  asksOfADay: boolean,
): Hit[] {
  const { quote, tones } = hit.passage.passage;
  const found = sentences(quote).filter((each) => quote.includes(each) && gives(each));
  const ofADay = asksOfADay ? found.find(isOfADay) : undefined;
  if (ofADay) return [narrowedHit(hit, ofADay)];
  if (sentences(snippet(quote, terms, tones)).some(gives)) return [hit];
  return found[0] ? [narrowedHit(hit, found[0])] : [];
}

/**
 * How many there are is said of a day: "At 31 March 2014, 606 children were looked after", "445
 * children at the point of inspection".
 */
const isOfADay = (sentence: string): boolean => OF_A_DAY.test(sentence);
const OF_A_DAY = new RegExp(
  `^(?:As )?[Aa]t (?:the end of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} \\d{4}|\\bat the (?:point|time) of (?:the |this |our )?inspection\\b`,
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
 * in care are in good schools") and does not say how many there are. One in words mostly says how
 * many of them do what is asked of ("almost half do not receive their assessment").
 */
function givesFigure(
  sentence: string,
  subject: Idea[],
  asked: FigureAsked,
  isClose: boolean,
): boolean {
  return figuresIn(sentence).some(({ text, before, after: rest, isShare, isInWords }) => {
    const after = firstWords(rest, AROUND);
    const isAround = (idea: Idea) => names(idea, `${lastWords(before, AROUND)} ${after} ${text}`);
    if (!subject.every(isAround) || (isInWords && !isShare && !isClose)) return false;
    if (asked === 'share' || (isShare && isInWords)) return isShare;
    const [clause = ''] = rest.split(/[,.;:–(]/);
    const near = firstWords(clause, NEAR);
    const isCounted = subject.some((idea) => names(idea, near));
    if (asked === 'any' || subject.length === 0) return !isInWords || isCounted;
    return isShare ? !isCounted && subject.some((idea) => names(idea, after)) : isCounted;
  });
}

/**
 * How many there are: in digits right before what is counted, or as a share that is so ("41 per
 * cent of staff are still agency workers").
 */
const givesCount = (sentence: string, subject: Idea[]): boolean =>
  figuresIn(sentence).some(({ after, isShare, isInWords }) => {
    const [clause = ''] = after.split(/[,.;:–(]/);
    const said = isShare ? (clause.split(IS)[1] ?? '') : clause;
    return !isInWords && subject.every((idea) => names(idea, firstWords(said, NEAR)));
  });
const IS = /\b(?:are|is|were|was)\b/;

/** Roughly how many is said near all that is asked of: "the majority of …", "… has doubled". */
const givesRoughly = (sentence: string, subject: Idea[]): boolean =>
  subject.length > 0 &&
  roughFiguresIn(sentence).some(({ before, after }) => {
    const around = `${lastWords(before, AROUND)} ${firstWords(after, AROUND)}`;
    return subject.every((idea) => names(idea, around));
  });

const firstWords = (text: string, count: number) => wordsOf(text).slice(0, count).join(' ');
const lastWords = (text: string, count: number) => wordsOf(text).slice(-count).join(' ');

/** So many of the readings hold all that is asked of; numbers in words need that near. */
const CLOSE = 2;

/** Something that a question names, by the phrases (of stems) that name it. */
type Idea = string[];

/**
 * What a question asks a figure of, the closest reading first: its theme with the words beside it,
 * each word by itself ("how many social workers were hired" is told as "17 social workers" near
 * "appointed"), the words beside the theme alone ("17 appointments"), then the theme alone.
 */
function subjectsOf({ terms, themes }: Subject): Idea[][] {
  const counted = terms.filter((term) => !isFigureWord(term));
  const besides = counted.filter((term) => term.themes.length === 0).map(ideaOf);
  const named = themes.map((theme): Idea => [...theme.terms, ...theme.layWords].map(inStems));
  if (named.length === 0 || besides.length === 0) return [[...named, ...besides]];
  return [[...named, ...besides], counted.map(ideaOf), besides, named];
}

/** A word, or what inspectors write for it. */
const ideaOf = ({ stem: own, layWord, themes }: SearchTerm): Idea => [
  own,
  ...(themes.length > 0 ? [] : (layWord?.means ?? []).map(({ text }) => inStems(text))),
];

/** Whether a word of a question only asks for a figure. */
export const isFigureWord = ({ word }: SearchTerm): boolean =>
  /^(average|averages|mean|new|more|extra|median|typical|typically|total|figures?|sizes?|statistics|stats|numbers?|rates?|count|many|per|cent|old|ages?|aged|percent\w*|proportions?|share)$/.test(
    word,
  );

const names = (idea: Idea, text: string): boolean => {
  const own = ` ${inStems(text)} `;
  return idea.some((phrase) => own.includes(` ${phrase} `));
};

const inStems = (text: string): string => stemmed(text).join(' ');
