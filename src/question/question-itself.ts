import type { Question } from './question.js';
import { says } from './residue.js';
import { isWordThat } from './subject-named.js';

/** What ends one sentence of several, or quotes one: such a message is no question by itself. */
const SEVERAL = /[.!?;“”"]\s/;

/**
 * A question as it was asked, without a council that only says where; empty for a message. `named`
 * are the places of its councils.
 */
export function questionItself(question: Question, named: ReadonlySet<number>): string {
  const { tokens, text } = question;
  if (says(question, 'command', 'quoted') || SEVERAL.test(text.trim())) return '';
  const isWhere = (at: number): boolean =>
    named.has(at) &&
    (named.has(at - 1) ? isWhere(at - 1) : isWordThat('where', tokens[at - 1]?.word ?? ''));
  const isGone = ({ at }: { at: number }): boolean =>
    isWhere(at) || (named.has(at + 1) && isWhere(at + 1));
  return tokens
    .filter((token) => !isGone(token))
    .map(({ start, at }) => text.slice(start, tokens[at + 1]?.start).trim())
    .join(' ')
    .replace(/[?,.\s]+$/, '');
}
