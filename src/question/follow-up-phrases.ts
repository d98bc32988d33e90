import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { longestOnly, phrasesIn } from './annotators/phrases.js';
import type { Question } from './question.js';

/** What a phrase of the vocabulary asks for or, where it is not the whole message, leads to. */
const WHOLE = [
  ...(['who_said', 'when', 'newer', 'more', 'before', 'now', 'still'] as const),
  ...(['successors', 'meaning', 'misread', 'forget'] as const),
] as const;
const LEADING = ['leading', 'asking', 'asking_report', 'beside', 'comparing'] as const;
const Said = z.enum([...WHOLE, ...LEADING, 'referring', 'adding']);
export type Said = z.infer<typeof Said>;
const finder = finderOf(readVocabulary('follow-ups', Said));

/** What leads to the rest of a message and says nothing of it. */
const LEADS: ReadonlySet<Said | null> = new Set<Said>(['leading', 'asking', 'asking_report']);
/** What leads to those with which something is compared, and says that it is. */
const COMPARING: ReadonlySet<Said | null> = new Set<Said>(['beside', 'comparing']);
/** What is no whole message: those, and what points back from anywhere in one. */
const PARTS: ReadonlySet<Said | null> = new Set<Said>([...LEADING, 'referring', 'adding']);

/** What a message that is nothing but one phrase asks for. */
export function wholePhraseOf({ tokens }: Question): Said | null {
  const whole = phrasesIn(tokens, finder).find(
    ({ from, to, value }) => from === 0 && to === tokens.length && !PARTS.has(value),
  );
  return whole?.value ?? null;
}

/** Whether a message asks what was said means, and nothing else. */
export const asksMeaning = (question: Question): boolean => wholePhraseOf(question) === 'meaning';

/** What a message begins with that leads to the rest of it: the longest such phrase. */
export const leadOf = (question: Question) => firstOf(question, LEADS);

/** What a message begins with that compares: the longest such phrase, to those that follow it. */
export const comparisonOf = (question: Question) => firstOf(question, COMPARING);

const firstOf = ({ tokens }: Question, values: ReadonlySet<Said | null>) =>
  longestOnly(
    phrasesIn(tokens, finder).filter(({ from, value }) => from === 0 && values.has(value)),
  )[0] ?? null;

/** Whether a message has a phrase of the vocabulary anywhere. */
export const saysFollowing = ({ tokens }: Question, said: Said): boolean =>
  phrasesIn(tokens, finder).some(({ value }) => value === said);
