import type { RecordedPassage } from '../../domain/record.js';
import { asksForTrend, isSubjectAlone, literalPhraseOf, spansOf } from '../../question/index.js';
import {
  closestSentenceFirst,
  type Hit,
  highestCoverage,
  namesNarrower,
  newestFirstOfBest,
  type SearchRequest,
  type SearchResult,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { figureAskedOf } from '../figure-asked.js';
import { requestOf } from '../search-request.js';
import { visitsMeant } from './about.js';
import { asksOfClaim, contraryOf, decidedBy } from './claim.js';
import { closeOf, haveMostOfIt, isMostlyCovered, unsaidIn } from './closeness.js';
import { figureTold, isFigureTold } from './figure-told.js';
import { harmFirst, holdingFirst, standingFirst } from './hits-in-order.js';
import { searchedOrCriticised } from './improvements-asked.js';
import { type NothingFacts, nothing } from './nothing.js';
import { type PassagesFacts, passages } from './passages.js';
import { progressFirst } from './progress-first.js';
import { type SubjectsAsked, subjectsAsked, subjectsFirst } from './subjects.js';
import { gradeOfTheme, type ThemeFacts, themeThroughTime } from './theme-through-time.js';

/**
 * What the search comes to: one theme through time, the closest passages, or nothing.
 * `lacksFigure`: a figure is asked for and no passage gives it. `absent` are words of the question,
 * as typed, for subjects that no page speaks of.
 */
export type FreeQuestionFacts =
  | { found: 'theme'; theme: ThemeFacts; lacksFigure: boolean; absent: string[] }
  | { found: 'passages'; passages: PassagesFacts; lacksFigure: boolean; absent: string[] }
  | { found: 'nothing'; nothing: NothingFacts };

/** What covers less of a claim is not about it. */
const NEAR_A_CLAIM = 0.5;

/** Searches for a question; one theme and nothing else becomes that theme through time. */
export function freeQuestion(asked: AskedOfOne): FreeQuestionFacts {
  const { authority, question, context } = asked;
  const meant = requestOf(question, [authority.urn], context);
  // How a theme went is told from every visit, how a thing beside it went by the newest.
  const isOfTime = asksForTrend(question) && isThemeAlone(asked, meant);
  const timed = isOfTime ? { ...meant, preferredVisitIds: null } : meant;
  const { request, result } = searchedOrCriticised(timed, context.search);
  const subjects = result.verdict === 'not_a_subject' ? null : subjectsAsked(asked);
  const isSilent = subjects?.found.length === 0 && !subjects.isParaphrased;
  if (subjects && isSilent && isSubjectAlone(asked.question)) {
    const absent = { words: subjects.absent, hits: result.hits };
    return { found: 'nothing', nothing: nothing(asked, request, result, absent) };
  }
  const speaking =
    subjects && subjects.found.length > 0
      ? subjectsFirst(result.hits, subjects.passages)
      : closestSentenceFirst(result.hits, request);
  const hits = standingFirst(speaking, asked);
  const isTheme = isThemeAlone(asked, request);
  if (asksOfClaim(asked) && highestCoverage(hits) < NEAR_A_CLAIM && !isDecided(asked, hits))
    return {
      found: 'nothing',
      nothing: nothing(asked, request, result, { words: [], hits }),
    };
  const isInScope = result.verdict !== 'not_a_subject';
  const isDenied = asksOfClaim(asked) && isInScope && contraryOf(asked) !== null;
  if (hits.length > 0 || isDenied) return answered(asked, request, hits, { isTheme, subjects });
  const isGradedTheme =
    result.verdict === 'report_silent' &&
    gradeOfTheme(visitsMeant(asked), request.themes, context) !== null;
  return isTheme && isGradedTheme
    ? {
        found: 'theme',
        theme: themeThroughTime(asked, request, []),
        lacksFigure: false,
        absent: [],
      }
    : { found: 'nothing', nothing: nothing(asked, request, result) };
}

const isDecided = (asked: AskedOfOne, hits: Hit[]): boolean =>
  decidedBy(asked, hits.map(toPassage)) !== null;

/** Who asks for a figure gets the passages that have it, and is told where none has. */
function answered(
  asked: AskedOfOne,
  request: SearchRequest,
  hits: Hit[],
  { isTheme, subjects }: { isTheme: boolean; subjects: SubjectsAsked | null },
): FreeQuestionFacts {
  const absent = subjects?.absent ?? [];
  const figure = figureAskedOf(asked.question);
  const told = figure && figureTold(asked, request, hits, figure);
  if (told) return { found: 'passages', passages: told, lacksFigure: false, absent };
  // An age may be told without a number.
  const lacking = figure === 'age' ? null : figure;
  if (lacking && isOnlyCounted(asked)) {
    const silent: SearchResult = { verdict: 'no_match', hits: [], elsewhere: 0, outOfScope: null };
    return { found: 'nothing', nothing: nothing(asked, request, silent) };
  }
  // What is narrower than its theme is told by the passages that speak of it, not through time.
  const isNarrower =
    isTheme &&
    subjects !== null &&
    subjects.found.length > 0 &&
    literalPhraseOf(asked.question) !== null;
  // What no page names may be what is on it in other words; of that nothing is said for certain.
  const isParaphrased = subjects?.isParaphrased ?? false;
  if (isTheme && !isNarrower && !isParaphrased)
    return {
      found: 'theme',
      theme: themeThroughTime(asked, request, hits),
      lacksFigure: lacking !== null,
      absent,
    };
  const isOfSubject =
    subjects !== null && subjects.found.length > 0 && isSubjectAlone(asked.question);
  const near = isNarrower || isOfSubject ? onSubjects(hits, subjects) : hits;
  const newest = progressFirst(newestFirstOfBest(near), asked, request);
  const likely = harmFirst(newest, asked);
  // Whether a claim is so is decided by what is nearest to all of it.
  const ranked = asksOfClaim(asked) ? likely : holdingFirst(likely, request);
  const facts = passages(asked, ranked.map(toPassage), isOfSubject ? [] : request.terms);
  const subject = isNarrower || isOfSubject ? (subjects.found[0] ?? null) : null;
  const close = closeOf(facts.shown, near);
  const shown = facts.shown.slice(0, close);
  const hasIt = isOfSubject || haveMostOfIt(shown, asked.question, request);
  const isFound = hasIt && !isParaphrased && isMostlyCovered(near);
  const unsaid = isFound || isParaphrased ? [] : unsaidIn(shown, asked.question, request);
  return {
    found: 'passages',
    passages: {
      ...facts,
      subject,
      close,
      asked: { ...facts.asked, isFound, unsaid },
    },
    lacksFigure: lacking !== null && !isFigureTold(asked, facts.shown, request.terms, lacking),
    absent,
  };
}

const toPassage = ({ passage }: Hit): RecordedPassage => passage;

/** Whether the very words of the theme ask for a number ("child population"), which none gives. */
function isOnlyCounted({ question }: AskedOfOne): boolean {
  const themes = spansOf(question, 'theme');
  return (
    themes.length > 0 &&
    themes.every(({ from, to }) =>
      spansOf(question, 'quantity').some((asked) => asked.from < to && from < asked.to),
    )
  );
}

/** Of a theme asked for by the name of something narrower, only what speaks of that. */
function onSubjects(hits: Hit[], { passages: speaking }: SubjectsAsked): Hit[] {
  const keys = new Set(speaking.map(({ key }) => key));
  return hits.filter(({ passage }) => keys.has(passage.key));
}

/** Whether the question is one theme and the words by which it asks how that went. */
function isThemeAlone({ question }: AskedOfOne, { themePhrases, terms }: SearchRequest): boolean {
  const asking = [
    ...spansOf(question, 'trend'),
    ...spansOf(question, 'movement'),
    ...spansOf(question, 'order'),
    ...spansOf(question, 'command'),
  ];
  // Whether a thing was said is answered by what was said, not through time.
  if (spansOf(question, 'claim').some(({ value }) => value === 'asked')) return false;
  return (
    themePhrases === 1 &&
    !namesNarrower(terms) &&
    terms.every(
      ({ themes, position }) =>
        themes.length > 0 || asking.some(({ from, to }) => from <= position && position < to),
    )
  );
}
