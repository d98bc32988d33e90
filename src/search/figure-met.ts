import type { RecordedPassage } from '../domain/record.js';
import { sentences, words } from '../language/index.js';
import { createFit } from './alignment.js';
import { type FigureAsked, isFigureWord } from './figures.js';
import { figuresIn, tellsAge } from './figures-in-text.js';
import { createHolding, isContentTerm } from './holding.js';
import type { SearchTerm } from './request.js';
import type { Hit } from './result.js';
import { narrowed, snippet } from './snippet.js';

/** A sentence with so much of what is counted gives the figure that was asked for. */
const MOST_OF_IT = 0.6;
/** What is right behind a number in words has so much of a question where that is counted. */
const [COUNTED, NEXT] = [0.4, 3];
/** Words after which a number says how many there are ("has two homes"), not how many do so. */
const HAVING = /\b(?:has|have|had|runs?|operates?|owns?|manages?|there (?:are|were)) (?:\w+ )?$/i;
const nextWords = (text: string): string => words(text).slice(0, NEXT).join(' ');
/** So many of the best hits are looked through. */
const READ = 24;

/** The run of sentences that gives a figure, and how much (0–1) of what is counted it has. */
type Given = { from: number; to: number; share: number };

/**
 * The sentence of a text that has a figure of the sort asked for and, alone or with the one before,
 * most of what the question asks it of; the run begins with the one before where that has some.
 */
function figureIn(list: readonly string[], terms: SearchTerm[], asked: FigureAsked): Given | null {
  const { shares, fit } = createFit(countedOf(terms));
  const fits = list.map((each) => fit(each, []));
  const sum = (own: number[]) => own.reduce((all, each, i) => all + each * (shares[i] ?? 0), 0);
  const given = list.flatMap((sentence, i): Given[] => {
    const isAsked =
      asked === 'age'
        ? tellsAge(sentence)
        : figuresIn(sentence).some(
            // One in words mostly says how many of them do something, unless of what is counted.
            ({ isShare, isInWords, before, after }) =>
              (!isInWords ||
                (!isShare && HAVING.test(before) && sum(fit(nextWords(after), [])) >= COUNTED)) &&
              (asked === 'any' || isShare === (asked === 'share')),
          );
    const own = fits[i] ?? [];
    if (!isAsked || sum(own) === 0) return [];
    const both = sum(own.map((each, at) => Math.max(each, fits[i - 1]?.[at] ?? 0)));
    const isOfTwo = both > sum(own);
    return both >= MOST_OF_IT ? [{ from: isOfTwo ? i - 1 : i, to: i + 1, share: both }] : [];
  });
  return given.toSorted((a, b) => b.share - a.share)[0] ?? null;
}

/** The words that tell of what a figure is asked, or all but those of asking where none does. */
function countedOf(terms: SearchTerm[]): SearchTerm[] {
  const counted = terms.filter((term) => !isFigureWord(term));
  const content = counted.filter((term) => term.themes.length > 0 || isContentTerm(term));
  return content.length > 0 ? content : counted;
}

/** So many passages are seen first. */
const SEEN = 3;

/** Whether what is shown of the first of some passages gives the figure that is asked for. */
export const isFigureSeen = (
  shown: RecordedPassage[],
  terms: SearchTerm[],
  asked: FigureAsked,
): boolean =>
  shown
    .slice(0, SEEN)
    .some(
      ({ passage: { quote, tones } }) =>
        figureIn(sentences(snippet(quote, terms, tones)), terms, asked) !== null,
    );

/**
 * Whether the first of some passages shows a figure of any sort, a share in words among them
 * ("only half of children"), in a sentence that, with the one before, has all that is asked.
 */
export function isFigureHeld([first]: RecordedPassage[], terms: SearchTerm[]): boolean {
  if (!first) return false;
  const { quote, tones, themes } = first.passage;
  const holds = createHolding(terms.filter((term) => !isFigureWord(term)));
  const list = sentences(snippet(quote, terms, tones));
  return list.some(
    (sentence, i) =>
      figuresIn(sentence).some(({ isShare, isInWords }) => isShare || !isInWords) &&
      holds(`${list[i - 1] ?? ''} ${sentence}`, themes),
  );
}

/**
 * The hits that give the figure asked for in a sentence that, with the one before, has most of the
 * question, narrowed to these: what is counted may be named before its number ("Leaders … are
 * contacting the 300 young people"). The closest first.
 */
export function closestFigures(hits: Hit[], terms: SearchTerm[], asked: FigureAsked): Hit[] {
  const found = hits.slice(0, READ).flatMap((hit) => {
    const { quote } = hit.whole.passage;
    const list = sentences(quote);
    const given = figureIn(list, terms, asked);
    const run = given && list.slice(given.from, given.to).join(' ');
    if (!given || !run || !quote.includes(run)) return [];
    return [{ hit: { ...hit, passage: narrowed(hit.whole, run) }, share: given.share }];
  });
  return found.toSorted((a, b) => b.share - a.share).map(({ hit }) => hit);
}
