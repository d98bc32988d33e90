/**
 * The search in a record's passages: a request in, ranked passages and whether they answer out. It
 * reads no question; other rooms come in through this door only.
 */
export { createAlignment, type Evidence } from './alignment.js';
export { highestCoverage } from './answerability.js';
export {
  byClarity,
  bySpeaker,
  hasStanding,
  isCutShort,
  isFragment,
  leansOnBefore,
  onlyTellsGrade,
  speaksOfGrade,
  tellsOfGrade,
  textAfter,
} from './clarity.js';
export { closestSentenceFirst } from './closest-sentence.js';
export { contraryTo } from './contrary.js';
export { diversify, withoutRepeats } from './diversify.js';
export { sharedWords } from './documents.js';
export { withExactPhrase } from './exact-phrase.js';
export { closestFigures, isFigureHeld, isFigureSeen } from './figure-met.js';
export { type FigureAsked, isFigureWord, withContinuation, withFigure } from './figures.js';
export { figuresIn, tellsEach } from './figures-in-text.js';
export { type GroupedResult, groupByCouncil, isOneTheme } from './grouping.js';
export { createHolding, createLacking, isContentTerm, namesNarrower } from './holding.js';
export { isInEverydayWords, withoutTone } from './how-named.js';
export { inTone } from './in-tone.js';
export {
  CACHE_FORMAT,
  cacheNote,
  type IndexCache,
  newIndexCache,
  openIndexCache,
} from './index/cache.js';
export { isDeciding, type LateSaid, lateSaidIn, mayDecide } from './lay-concepts.js';
export { usesPhrase } from './literal-phrase.js';
export { withNames } from './names.js';
export { nearestThemes } from './nearest-themes.js';
export { nearlyClaimedIn } from './nearly-claimed.js';
export { withOfficialWords } from './official-words.js';
export { hasOtherFigure } from './other-figure.js';
export { namesGroup, namesRelatives, type People, peopleInText } from './people.js';
export { newestFirstOfBest } from './preferred.js';
export type { Vocabulary } from './ranked-index.js';
export type {
  InspectorsWord,
  LiteralPhrase,
  OutOfScopeTopic,
  SearchRequest,
  SearchTerm,
} from './request.js';
export type { CouncilHits, Hit, SearchResult, Verdict } from './result.js';
export { ofRing, saysNot, saysNothing } from './ring-concepts.js';
export { type PartedClaim, type SaidOtherwise, saidInOtherWords } from './said-in-other-words.js';
export { type Difference, nearlySaidIn, qualifiedIn } from './said-in-sentence.js';
export { createSearch, openSearch, type Search, type SearchOptions } from './search.js';
export { sentenceClaimed } from './sentence-claimed.js';
export { fallsShort, SAYS_NOTHING, type SentenceFound } from './sentence-found.js';
export { sidesUnsaid } from './sides-unsaid.js';
export { narrowed, snippet } from './snippet.js';
export { onlyRanking } from './sought-concept.js';
export {
  type Joint,
  type RingMet,
  type SoughtConcept,
  soughtConcepts,
  type ThemeNamed,
} from './sought-concepts.js';
export { onSubject, usesAnyOf } from './subjects.js';
export { themesApart } from './themes-apart.js';
export { type Told, toldOf } from './told.js';
export { toldOfProgress } from './told-of-progress.js';
export { visitMentions } from './visit-mentions.js';
export { ofWords } from './word-concepts.js';
export { isSaidIn, withWordsNear, wordForWord } from './word-for-word.js';
