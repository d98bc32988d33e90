import { z } from 'zod';
import { formatMonth } from '../domain/dates.js';
import type { Remembered, RememberedPart, Slot } from '../domain/remembered.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { longestOnly, phrasesIn } from './annotators/phrases.js';
import type { Question } from './question.js';
import { remember } from './remembered.js';
import { residue, says, spansOf, textWithoutTokens } from './residue.js';

/** What a message that is nothing but a phrase of the vocabulary asks for. */
const Asking = z.enum(['who_said', 'more', 'before', 'forget']);
const finder = finderOf(readVocabulary('follow-ups', z.union([Asking, z.literal('leading')])));

/**
 * What a message asks in a conversation. `whole`: it stands by itself. `completed`: what it leaves
 * out is said in `text`, with what was asked before. `unkept`: it leaves out what was asked about,
 * of which nothing is kept. The others are what the vocabulary has by these names.
 */
export type FollowUp =
  | { kind: 'whole' }
  | { kind: 'completed'; text: string }
  | { kind: 'unkept' }
  | { kind: 'who_said' | 'forget' };

/**
 * Reads a message in a conversation of which something is remembered. Where `isThread` is false,
 * as in a direct message, only what plainly goes on is taken so: a whole question may ask of all
 * councils.
 */
export function followUp(question: Question, remembered: Remembered, isThread: boolean): FollowUp {
  const { tokens } = question;
  if (tokens.length === 0) return { kind: 'whole' };
  const met = longestOnly(phrasesIn(tokens, finder));
  const whole = met.find(
    ({ from, to, value }) => from === 0 && to === tokens.length && value !== 'leading',
  );
  switch (whole?.value) {
    case 'who_said':
      return remembered.quoted.length > 0 ? { kind: 'who_said' } : { kind: 'whole' };
    case 'forget':
      return { kind: 'forget' };
    case 'more':
      return completed(remembered, {});
    case 'before': {
      const text = remembered.newest === null ? '' : `before ${formatMonth(remembered.newest)}`;
      return completed(remembered, { replaced: ['time'], text });
    }
  }
  const leading = met.find(({ from, value }) => from === 0 && value === 'leading');
  const from = leading?.to ?? 0;
  const own = new Set(remember(question).parts.map(({ slot }) => slot));
  const hasSubject =
    own.has('subject') ||
    says(question, 'movement', 'interval') ||
    residue(question).some(({ at }) => at >= from);
  const hasCouncils = own.has('councils') || own.has('places') || own.has('many');
  const isWhole = hasCouncils ? hasSubject : !isThread && hasSubject && !leading;
  const isCommand = spansOf(question, 'command').some((span) => span.from >= from);
  if (isWhole || says(question, 'out_of_scope') || (isCommand && !hasSubject && !hasCouncils))
    return { kind: 'whole' };
  if (from === tokens.length)
    return { kind: spansOf(question, 'command').length > 0 ? 'whole' : 'unkept' };
  const replaced: Slot[] = [
    ...(hasCouncils ? (['councils', 'places'] as const) : []),
    ...(own.has('councils') || own.has('many') ? (['many'] as const) : []),
    ...(hasSubject ? (['subject', 'kind', 'time'] as const) : []),
    ...(own.has('kind') ? (['kind'] as const) : []),
    ...(own.has('time') ? (['time'] as const) : []),
  ];
  const text = textWithoutTokens(question, new Set(tokens.slice(0, from).map(({ at }) => at)));
  return completed(remembered, {
    ...{ replaced, text, isFirst: hasCouncils },
    hasSubject: hasSubject || own.has('kind'),
  });
}

/** What was asked before without the parts `replaced`, and the text of the message. */
function completed(
  { parts, hasOtherWords, isInPart }: Remembered,
  {
    replaced = [],
    text = '',
    isFirst = false,
    hasSubject = false,
  }: { replaced?: Slot[]; text?: string; isFirst?: boolean; hasSubject?: boolean },
): FollowUp {
  const kept = parts.filter(({ slot }) => !replaced.includes(slot));
  const isKept = ({ slot }: RememberedPart) => slot === 'subject' || slot === 'kind';
  const isKeptInPart = isInPart || (hasOtherWords && !kept.some(isKept));
  if (!hasSubject && isKeptInPart) return { kind: 'unkept' };
  if (kept.length === 0 && text !== '') return { kind: 'whole' };
  const said = kept.map((part) => part.said).join(' ');
  const own = text.replace(/[\s?!.]+$/u, '');
  return { kind: 'completed', text: (isFirst ? [own, said] : [said, own]).join(' ').trim() };
}
