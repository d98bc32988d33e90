import { type ActNamed, actsNamedIn } from '../domain/acts.js';
import { isVoice, voiceWritten } from '../domain/particular-subjects.js';
import type { SynonymRing } from '../domain/synonym-rings.js';
import { placesOf } from './places-of.js';
import type { Kind, Question } from './question.js';
import { spansOf } from './residue.js';

/** An act that a question names, as typed, and the places of its words. */
export type ActAsked = Pick<ActNamed, 'act' | 'isUndone'> & { text: string; at: number[] };

/** Of these spans every word is of whose words, councils and visits a question is. */
const OF_SCOPE: ReadonlySet<Kind> = new Set<Kind>([
  ...(['councils', 'council', 'place', 'council_type', 'period', 'visit', 'inspector'] as const),
  ...(['speaker', 'command', 'mention', 'claim', 'subject'] as const),
]);

/**
 * What a question asks to be done, or left undone, with what it names ("nobody spotted", "lose
 * track of").
 */
export function actsAsked({ tokens, spans, text }: Question): ActAsked[] {
  const scope = new Set(spans.filter(({ kind }) => OF_SCOPE.has(kind)).flatMap(placesOf));
  return actsNamedIn(tokens.map(({ word }) => word)).flatMap(({ act, isUndone, words }) => {
    const own = tokens.filter((_, i) => words.includes(i));
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || scope.has(first.at)) return [];
    return [{ act, isUndone, text: text.slice(first.start, last.end), at: own.map((t) => t.at) }];
  });
}

/** People whose words are asked for, how reports tell these, and the places that ask for them. */
export type VoiceAsked = { name: string; ring: SynonymRing; text: string; at: number[] };

/** Whose words a question asks for ("where do foster carers praise …"); `null` where nobody's. */
export function voiceAsked(question: Question): VoiceAsked | null {
  const span = spansOf(question, 'subject').find(({ value }) => isVoice(value));
  const ring = span ? voiceWritten(span.value) : null;
  if (!span || !ring) return null;
  const { tokens, text } = question;
  const own = tokens.filter((_, i) => placesOf(span).includes(i));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return null;
  return {
    name: span.value,
    ring,
    text: text.slice(first.start, last.end),
    at: own.map(({ at }) => at),
  };
}
