import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { longestOnly, phrasesIn } from './annotators/phrases.js';
import type { Question } from './question.js';

const finder = finderOf(readVocabulary('own-council', z.literal('asked')));

/** Whether a question speaks of its asker's council without a name ("we", "our"). */
export const speaksOfOwnCouncil = ({ tokens }: Question): boolean =>
  longestOnly(phrasesIn(tokens, finder)).some(({ value }) => value === 'asked');

const OURS: ReadonlySet<string> = new Set(['our', 'ours']);

/** Whether it speaks of what is "ours": not of what "we" may ask, say or learn. */
export const speaksOfOurs = (question: Question): boolean =>
  question.tokens.some(({ word }) => OURS.has(word)) && speaksOfOwnCouncil(question);
