/**
 * What is known of the English language and of nothing else: words, stems, sentences, stop words,
 * spelling, and phrases in a text. Every other room may use it, through this door only.
 */
export { editDistance } from './edit-distance.js';
export { isEnglish, isListedAsEnglish, readingEnglish } from './english.js';
export { memoised } from './memoised.js';
export {
  createPhraseMatcher,
  EXACT,
  type PhraseMatcher,
  type PhraseMention,
} from './phrase-matcher.js';
export {
  createPhraseBook,
  createPhraseFinder,
  type PhraseBook,
  type PhraseFinder,
  type PhraseMatch,
  type PhraseSets,
} from './phrases.js';
export { collapseSpace, firstSentence, sentenceSpans, sentences } from './sentences.js';
export { createSpeller, type Speller } from './spelling.js';
export { CONNECTING_WORDS, FUNCTION_WORDS } from './stop-words.js';
export { stem, stemmed, words } from './words.js';
