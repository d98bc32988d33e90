/**
 * What is asked: any text in, a `Question` out, a value that answers and search are made from. It
 * knows no passage and no answer.
 */

export { isAboutSomebody } from './about-somebody.js';
export { type ActAsked, actsAsked, type VoiceAsked, voiceAsked } from './acts-asked.js';
export {
  asksForAlert,
  isOfPlace,
  isSureOpening,
  newsIn,
  openingOf,
  type SaidOfReports,
  saidIn,
  unreadInRequest,
  wordsOfRequest,
} from './alert-words.js';
export { claimsTwo } from './claim-sentences.js';
export { type ClaimedPart, claimedParts } from './claimed-parts.js';
export { asksOfMention, claimedTexts, quotesPartOfClaim } from './claimed-text.js';
export { sentencesAside } from './claims-aside.js';
export { type Claim, claimsIn } from './claims-in.js';
export { cleanText } from './clean.js';
export { asksForBoth, asksOfNewestOfEach, asksWhichOfThem } from './conditions-joined.js';
export { type CouncilMatch, type CouncilNames, createCouncilNames } from './council-names.js';
export { isDeniedOfArea } from './denied-of-area.js';
export { type Feature, featuresOf, type Said } from './features.js';
export { type FollowUp, followUp, needsWhatWasBefore } from './follow-up.js';
export { asksMeaning } from './follow-up-phrases.js';
export { type GradeGroup, gradeGroupsOf } from './grade-groups.js';
export { jointsIn, placesBetweenSubjects } from './joints.js';
export { type LayWord, layWordsOf } from './lay-words.js';
export {
  absencesAsked,
  asksGoodOrBad,
  asksOfExcess,
  excessAsked,
  isNameOfFault,
  lacksAsked,
  leaningOf,
  mannersOfSpeech,
  namesFault,
  tonesDenied,
} from './leaning.js';
export { type OnlyOne, onlyOneAsked } from './only-one.js';
export { oppositeClaimed } from './opposite-claimed.js';
export { speaksOfOurs, speaksOfOwnCouncil } from './own-council.js';
export { mentionsParticularCase, namesSomebody } from './particular-case.js';
export { LATEST as OPEN_END } from './period/months.js';
export { placesOf } from './places-of.js';
export { isPlainFollowUp, readsLikeAQuestion } from './plain-follow-up.js';
export type {
  FormerCouncil,
  Kind,
  Period,
  Place,
  Question,
  Span,
  SpanOfKind,
  Token,
} from './question.js';
export { createQuestionReader, LONGEST_QUESTION, type QuestionReader } from './reader.js';
export { isOfTheme, remember } from './remembered.js';
export {
  firstOf,
  isOfVocabulary,
  residue,
  says,
  spansOf,
  textWithout,
  textWithoutTokens,
} from './residue.js';
export { restated } from './restated.js';
export { literalPhraseOf, pointKindOf, STOP_WORDS, searchedTokens } from './searched.js';
export { isSubjectAlone } from './subject-alone.js';
export {
  type HeldApart,
  isCrowded,
  isPlainOfGrades,
  isTangled,
  type ListOfGrades,
  timesGraded,
} from './tangled.js';
export { type TextToCheck, textToCheck } from './text-to-check.js';
export { type Throughout, throughoutOf } from './throughout.js';
export { isCapitalised } from './tokens.js';
export { asksForTrend, asksOfProgress, type TrendAsked, trendAsked } from './trend-asked.js';
export {
  ANY_VISIT,
  createVisitsMeant,
  isAnyVisit,
  isMeant,
  isOver,
  isReleased,
  type ReleaseMonths,
  releaseMonths,
  type VisitFilter,
  visitFilterOf,
} from './visits-meant.js';
export { wordsSearched } from './words-searched.js';
