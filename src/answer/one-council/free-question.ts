import { spansOf } from '../../question/index.js';
import { type Hit, type SearchRequest, withContinuation, withFigure } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { figureAskedOf } from '../figure-asked.js';
import { requestOf } from '../search-request.js';
import { visitsMeant } from './about.js';
import { type NothingFacts, nothing } from './nothing.js';
import { type PassagesFacts, passages } from './passages.js';
import { gradeOfTheme, type ThemeFacts, themeThroughTime } from './theme-through-time.js';

/**
 * What the search comes to: one theme through time, the closest passages, or nothing.
 * `lacksFigure`: a figure is asked for and no passage gives it.
 */
export type FreeQuestionFacts =
  | { found: 'theme'; theme: ThemeFacts; lacksFigure: boolean }
  | { found: 'passages'; passages: PassagesFacts; lacksFigure: boolean }
  | { found: 'nothing'; nothing: NothingFacts };

/** Searches for a question; one theme and nothing else becomes that theme through time. */
export function freeQuestion(asked: AskedOfOne): FreeQuestionFacts {
  const { authority, question, context } = asked;
  const request = requestOf(question, [authority.urn], context);
  const result = context.search.find(request);
  const isTheme = isThemeAlone(asked, request);
  if (result.verdict === 'found') return answered(asked, request, result.hits, isTheme);
  const isGradedTheme =
    result.verdict === 'report_silent' &&
    gradeOfTheme(visitsMeant(asked), request.themes, context) !== null;
  return isTheme && isGradedTheme
    ? { found: 'theme', theme: themeThroughTime(asked, request, []), lacksFigure: false }
    : { found: 'nothing', nothing: nothing(asked, request, result) };
}

/** Who asks for a figure gets the passages that have it, and is told where none has. */
function answered(
  asked: AskedOfOne,
  request: SearchRequest,
  hits: Hit[],
  isTheme: boolean,
): FreeQuestionFacts {
  const figure = figureAskedOf(asked.question);
  const giving = figure ? withFigure(hits, request, figure) : [];
  if (giving.length > 0) {
    const ranked = giving.map(({ passage }) => passage);
    const facts = passages(asked, ranked, request.terms);
    const shown = withContinuation(facts.shown, asked.context.record.passages);
    return { found: 'passages', passages: { ...facts, shown }, lacksFigure: false };
  }
  const lacksFigure = figure !== null;
  if (isTheme)
    return { found: 'theme', theme: themeThroughTime(asked, request, hits), lacksFigure };
  const ranked = hits.map(({ passage }) => passage);
  return { found: 'passages', passages: passages(asked, ranked, request.terms), lacksFigure };
}

/** Whether the question is one theme and the words by which it asks how that went. */
function isThemeAlone({ question }: AskedOfOne, { themePhrases, terms }: SearchRequest): boolean {
  const asking = [
    ...spansOf(question, 'trend'),
    ...spansOf(question, 'movement'),
    ...spansOf(question, 'order'),
    ...spansOf(question, 'command'),
  ];
  return (
    themePhrases === 1 &&
    terms.every(
      ({ themes, position }) =>
        themes.length > 0 || asking.some(({ from, to }) => from <= position && position < to),
    )
  );
}
