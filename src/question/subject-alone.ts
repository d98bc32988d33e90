import { z } from 'zod';
import { readVocabulary } from '../domain/vocabulary.js';
import { createPhraseFinder, stem } from '../language/index.js';
import type { Question } from './question.js';
import { placesOf } from './refine.js';
import { spansOf } from './residue.js';
import { searchedTokens } from './searched.js';

const besides = createPhraseFinder(
  readVocabulary('beside-subjects', z.string()).entries.flatMap(({ phrases }) =>
    phrases.map((phrase) => [phrase, true] as const),
  ),
  {},
  stem,
);

/**
 * Whether a question asks for nothing but particular subjects: all else that would be searched for
 * says of whom, or of which service. One word of a question on more may be an everyday word for
 * what reports call otherwise.
 */
export function isSubjectAlone(question: Question): boolean {
  const said = new Set(spansOf(question, 'subject').flatMap(placesOf));
  const words = question.tokens.map(({ word }) => word);
  for (const { words: places } of besides.find(words)) for (const at of places) said.add(at);
  return said.size > 0 && searchedTokens(question).every(({ at }) => said.has(at));
}
