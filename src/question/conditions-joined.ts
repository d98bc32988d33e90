import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Question, Token } from './question.js';
import { spansOf } from './residue.js';

const Joined = z.enum(['both', 'newest', 'which']);
const joined = finderOf(readVocabulary('conditions-joined', Joined));

const has = (tokens: Token[], value: z.infer<typeof Joined>): boolean =>
  joined.find(tokens.map(({ word }) => word)).some((met) => met.value === value);

/** Whether a question of several times or kinds asks for what is so in each of them. */
export const asksForBoth = ({ tokens }: Question): boolean => has(tokens, 'both');

/** So many words after the one for the newest may name what is the newest. */
const NEAR = 3;

/**
 * Whether the newest visit of each of many councils is meant, and not the newest of all ("which
 * councils were last inspected in 2021", "whose latest rating dates from 2019").
 */
export const asksOfNewestOfEach = (question: Question): boolean =>
  isOfMany(question) &&
  spansOf(question, 'order').some(
    ({ value, from, to }) =>
      value === 'newest' && has(question.tokens.slice(from, to + NEAR), 'newest'),
  );

/** "Whose last inspection was in 2021" asks for councils without the word. */
const isOfMany = (question: Question): boolean =>
  question.tokens[0]?.word === 'whose' ||
  question.spans.some(
    ({ kind, value }) =>
      kind === 'council_type' ||
      (kind === 'councils' && value === 'many') ||
      (kind === 'quantity' && value === 'count'),
  );

/**
 * Whether a question that names several councils asks which of them something is true of ("which of
 * leeds and kent are good", "are any of them"), and not whether it is true of all.
 */
export const asksWhichOfThem = (question: Question): boolean => {
  const [first] = spansOf(question, 'council');
  return (
    spansOf(question, 'councils').some(({ value }) => value === 'many') ||
    has(question.tokens.slice(0, first?.from ?? 0), 'which')
  );
};
