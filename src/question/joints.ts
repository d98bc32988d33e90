import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Question } from './question.js';

/** The place of a word that joins two subjects of a question: "or", else "and". */
export type JointWord = { at: number; isOr: boolean };

const finder = finderOf(readVocabulary('joints', z.enum(['or', 'and', 'beside'])));

const jointsOf = ({ tokens }: Question) =>
  finder
    .find(tokens.map(({ word }) => word))
    .flatMap(({ value, from }) => {
      const at = tokens[from]?.at;
      return at === undefined ? [] : [{ at, value }];
    })
    .sort((a, b) => a.at - b.at);

/** The places of each "or" and "and" of a question. */
export const jointsIn = (question: Question): JointWord[] =>
  jointsOf(question).flatMap(({ at, value }) =>
    value === 'beside' ? [] : [{ at, isOr: value === 'or' }],
  );

/** The places of the words that join two subjects of which a sentence need not have both. */
export const placesBetweenSubjects = (question: Question): number[] =>
  jointsOf(question).flatMap(({ at, value }) => (value === 'or' ? [] : [at]));
