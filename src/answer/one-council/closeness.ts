import type { RecordedPassage } from '../../domain/record.js';
import { placesOf, type Question, spansOf } from '../../question/index.js';
import {
  createAlignment,
  createHolding,
  createLacking,
  type Hit,
  highestCoverage,
  isContentTerm,
  type SearchRequest,
  snippet,
} from '../../search/index.js';

/** What has this share of a question answers it; with less, it is only what is nearest. */
const MOST_OF_IT = 0.6;
/** With much less of a question or of the score than the best a passage only stands beside it. */
const CLOSE = 0.4;
/** So many passages are seen first. */
const SEEN = 3;

/** How many of some passages, from the first on, are as close as the best of the hits. */
export function closeOf(shown: RecordedPassage[], hits: Hit[]): number {
  const coverage = CLOSE * highestCoverage(hits);
  const score = CLOSE * Math.max(0, ...hits.map((hit) => hit.score));
  const close = new Set(
    hits
      .filter((hit) => hit.coverage >= coverage || hit.score >= score)
      .map(({ passage }) => passage.key),
  );
  const first = shown.findIndex(({ key }) => !close.has(key));
  return first < 0 ? shown.length : Math.max(1, first);
}

/** Whether one of the hits covers most of the meaning of a question. */
export const isMostlyCovered = (hits: Hit[]): boolean => highestCoverage(hits) >= MOST_OF_IT;

/**
 * Whether what is shown of one of some passages has most of what is asked, in the asker's words
 * or inspectors':
 * "pocket money" is not told where a council's money is. What fills a question counts for nothing.
 */
export function haveMostOfIt(
  passages: RecordedPassage[],
  question: Question,
  { terms }: SearchRequest,
): boolean {
  const idle = new Set(
    [...spansOf(question, 'filler'), ...spansOf(question, 'whole')].flatMap(placesOf),
  );
  const align = createAlignment(
    terms.filter(({ themes, position }) => themes.length > 0 || !idle.has(position)),
  );
  const holds = createHolding(terms);
  return passages.slice(0, SEEN).some(({ passage: { quote, tones, themes } }) => {
    const shown = snippet(quote, terms, tones);
    return align(shown).met >= MOST_OF_IT && holds(shown, themes);
  });
}

/** What holds so much (0–1) of a question, by how rare its parts are, answers all but the rest. */
const ALL_BUT_A_PART = 0.5;

/**
 * The words of the question, as typed, that the first passages lack which hold most of it; none
 * where these hold too little of it.
 */
export function unsaidIn(
  passages: RecordedPassage[],
  { tokens, text }: Question,
  { terms }: SearchRequest,
): string[] {
  const lacking = createLacking(terms);
  const [best] = passages
    .slice(0, SEEN)
    .flatMap(({ passage: { quote, tones, themes } }) =>
      lacking ? [lacking(snippet(quote, terms, tones), themes)] : [],
    )
    .sort((a, b) => b.held - a.held);
  if (!best || best.held < ALL_BUT_A_PART) return [];
  // That a report does not "come" or "learn" is nothing to a reader.
  const content = new Set(terms.filter(isContentTerm).map(({ position }) => position));
  return best.places.flatMap((places) => {
    const [from, to] = [tokens[Math.min(...places)], tokens[Math.max(...places)]];
    return places.some((at) => content.has(at)) ? [text.slice(from?.start, to?.end)] : [];
  });
}
