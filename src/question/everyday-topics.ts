import { z } from 'zod';
import { readVocabulary } from '../domain/vocabulary.js';
import { createPhraseFinder } from '../language/index.js';
import type { Discarded, Span, Token } from './question.js';

/** Whether they are one or many; "adoption" is none of the adopters. */
const singular = (word: string): string => word.replace(/s$/, '');

const people = createPhraseFinder(
  readVocabulary('people-of-reports', z.string()).entries.flatMap(({ phrases }) =>
    phrases.map((phrase) => [phrase, true] as const),
  ),
  {},
  singular,
);

/**
 * The spans without the topics of everyday life that reports never treat by themselves, where the
 * question names people whom reports are about beside them: what "bus" says is then a detail of
 * theirs. Among many councils a topic stays, for there anything comes close somewhere.
 */
export function withoutEverydayTopics(
  spans: Span[],
  tokens: Token[],
  discarded: Discarded[],
): Span[] {
  const isOfMany = spans.some(({ kind, value }) => kind === 'councils' && value === 'many');
  if (isOfMany || !spans.some(isEveryday)) return spans;
  const named = people.find(tokens.map(({ word }) => word));
  return spans.filter((span) => {
    const beside = named.find(({ from, to }) => to <= span.from || span.to <= from);
    if (!isEveryday(span) || !beside) return true;
    const surface = tokens.slice(beside.from, beside.to).map(({ typed }) => typed);
    discarded.push({ span, because: `people of reports “${surface.join(' ')}”` });
    return false;
  });
}

const isEveryday = ({ kind, value }: Span): boolean =>
  kind === 'out_of_scope' && value.everyday === true;
