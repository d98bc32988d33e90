import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { createPhraseBook, stem } from '../language/index.js';
import { placesOf } from './places-of.js';
import type { Question } from './question.js';
import { spansOf } from './residue.js';
import { searchedTokens } from './searched.js';

const besides = finderOf(readVocabulary('beside-subjects', z.string()), createPhraseBook(stem));

/**
 * Whether a question asks for nothing but particular subjects: all else that would be searched for
 * says of whom, or of which service. One word of a question on more may be an everyday word for
 * what reports call otherwise.
 */
export function isSubjectAlone(question: Question): boolean {
  const said = new Set(spansOf(question, 'subject').flatMap(placesOf));
  const words = question.tokens.map(({ word }) => word);
  for (const { words: places } of besides.find(words)) for (const at of places) said.add(at);
  for (const { from } of spansOf(question, 'subject'))
    if (isBare(question, from - 1)) said.add(from - 1);
  return said.size > 0 && searchedTokens(question).every(({ at }) => said.has(at));
}

/** Whether a word names nothing itself: before a subject it says which ("childhood obesity"). */
const isBare = ({ spans }: Question, at: number): boolean =>
  !spans.some(({ from, to }) => from <= at && at < to);
