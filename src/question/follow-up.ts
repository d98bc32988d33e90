import { z } from 'zod';
import { formatMonth } from '../domain/dates.js';
import type { Remembered, RememberedPart, Slot } from '../domain/remembered.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { longestOnly, phrasesIn } from './annotators/phrases.js';
import type { Question } from './question.js';
import { remember } from './remembered.js';
import { residue, says, spansOf, textWithoutTokens } from './residue.js';

/** What a phrase of the vocabulary asks for or, where it is not the whole message, leads to. */
const WHOLE = ['who_said', 'when', 'newer', 'more', 'before', 'now', 'forget'] as const;
const LEADING = ['leading', 'asking', 'asking_report', 'beside', 'comparing'] as const;
const Said = z.enum([...WHOLE, ...LEADING, 'referring']);
type Said = z.infer<typeof Said>;
const finder = finderOf(readVocabulary('follow-ups', Said));

/** What leads to the rest of a message and says nothing of it. */
const LEADS: ReadonlySet<Said | null> = new Set<Said>(['leading', 'asking', 'asking_report']);
/** What leads to those with which something is compared, and says that it is. */
const COMPARING: ReadonlySet<Said | null> = new Set<Said>(['beside', 'comparing']);
/** What is no whole message: those, and what points back from anywhere in one. */
const PARTS: ReadonlySet<Said | null> = new Set<Said>([...LEADING, 'referring']);

/**
 * What a message asks in a conversation. `whole`: it stands by itself. `completed`: what it leaves
 * out is said in `text`, with `kept` of what was asked before. `more`: it asks for what that leaves
 * out. `unkept`: it leaves out what was
 * asked about, of which nothing is kept. The others are what the vocabulary has by these names.
 */
export type FollowUp =
  | { kind: 'whole' }
  | { kind: 'completed' | 'more'; text: string; kept: string[] }
  | { kind: 'unkept' }
  | { kind: 'who_said' | 'when' | 'newer' | 'forget' };

/**
 * Reads a message in a conversation of which something is remembered. Where `isThread` is false,
 * as in a direct message, only what plainly goes on is taken so: a whole question may ask of all
 * councils.
 */
export function followUp(question: Question, remembered: Remembered, isThread: boolean): FollowUp {
  const { tokens } = question;
  if (tokens.length === 0) return { kind: 'whole' };
  const whole = wholePhraseOf(question);
  switch (whole) {
    case 'who_said':
    case 'when':
    case 'newer':
    case 'forget':
      return { kind: whole };
    case 'more': {
      const again = completed(remembered, {});
      return again.kind === 'completed' ? { ...again, kind: whole } : again;
    }
    case 'before':
      return beforeThat(remembered);
    case 'now': {
      const text = remembered.parts.some(isOfSubject) ? '' : 'latest';
      return completed(remembered, { replaced: ['time'], text });
    }
  }
  const leading = leadOf(question);
  const from = leading?.to ?? 0;
  const own = new Set(remember(question).parts.map(({ slot }) => slot));
  const hasSubject =
    own.has('subject') ||
    says(question, 'movement', 'interval') ||
    residue(question).some(({ at }) => at >= from);
  const hasCouncils = own.has('councils') || own.has('places') || own.has('many');
  const isBeside = isComparedWith(question, remembered);
  const isPointing = saysOfWhichItSpoke(question) || pointsBack(question, remembered);
  const isAlone = !isThread && !leading && !isPointing;
  const isWhole = isBeside ? false : hasCouncils ? hasSubject : isAlone && hasSubject;
  const isCommand = spansOf(question, 'command').some((span) => span.from >= from);
  if (
    isWhole ||
    says(question, 'out_of_scope', 'definition') ||
    (isCommand && !hasSubject && !hasCouncils)
  )
    return { kind: 'whole' };
  if (from === tokens.length)
    return { kind: spansOf(question, 'command').length > 0 ? 'whole' : 'unkept' };
  const replaced: Slot[] = [
    ...(hasCouncils && !isBeside ? (['councils', 'places'] as const) : []),
    ...(own.has('councils') || own.has('many') ? (['many'] as const) : []),
    ...(hasSubject ? (['subject', 'kind', 'time'] as const) : []),
    ...(own.has('kind') ? (['kind'] as const) : []),
    ...(own.has('time') ? (['time'] as const) : []),
  ];
  const text = textWithoutTokens(question, new Set(tokens.slice(0, from).map(({ at }) => at)));
  return completed(remembered, {
    ...{ replaced, text, isFirst: hasCouncils && !isBeside },
    hasSubject: hasSubject || own.has('kind'),
  });
}

/**
 * Whether a message says nothing without what was asked before: a phrase that asks to go on with
 * it, or what leads to a time alone.
 */
export function needsWhatWasBefore(question: Question): boolean {
  const whole = wholePhraseOf(question);
  if (whole !== null) return whole !== 'now' && whole !== 'forget';
  const lead = leadOf(question);
  if (!lead || residue(question).length > 0) return false;
  const spans = question.spans.filter(({ kind, from }) => kind !== 'filler' && from >= lead.to);
  return spans.length > 0 && spans.every(({ kind }) => kind === 'period');
}

/** What a message that is nothing but one phrase asks for. */
export function wholePhraseOf({ tokens }: Question): Said | null {
  const whole = phrasesIn(tokens, finder).find(
    ({ from, to, value }) => from === 0 && to === tokens.length && !PARTS.has(value),
  );
  return whole?.value ?? null;
}

/** What a message begins with that leads to the rest of it: the longest such phrase. */
export const leadOf = (question: Question) => firstOf(question, LEADS);

/** What a message begins with that compares: the longest such phrase, to those that follow it. */
export const comparisonOf = (question: Question) => firstOf(question, COMPARING);

const firstOf = ({ tokens }: Question, values: ReadonlySet<Said | null>) =>
  longestOnly(
    phrasesIn(tokens, finder).filter(({ from, value }) => from === 0 && values.has(value)),
  )[0] ?? null;

/**
 * What was asked before of the time before what was quoted. Where it was of nothing but a council,
 * that is the inspection before.
 */
function beforeThat(remembered: Remembered): FollowUp {
  const { newest, parts } = remembered;
  const time = newest === null ? '' : `before ${formatMonth(newest)}`;
  const isOfOne = parts.filter(({ slot }) => slot === 'councils').length === 1;
  const isBare = isOfOne && !parts.some(isOfSubject);
  const text = isBare ? `previous inspection ${time}`.trim() : time;
  return completed(remembered, { replaced: ['time'], text });
}

const isOfSubject = ({ slot }: RememberedPart): boolean => slot === 'subject' || slot === 'kind';

/** Whether a message speaks of a council as "it", or of the neighbours of one as "theirs". */
const saysOfWhichItSpoke = (question: Question): boolean =>
  spansOf(question, 'councils').some(({ value }) => value === 'ours') ||
  spansOf(question, 'neighbours').some(({ value }) => value === 'theirs');

/**
 * Whether a message compares councils or places that it names with the one that was asked about:
 * it names a single one, or says "it", or "with" whom.
 */
function isComparedWith(question: Question, { parts }: Remembered): boolean {
  const isOfCouncil = parts.some(({ slot }) => slot === 'councils');
  if (!isOfCouncil || !says(question, 'comparison')) return false;
  const named = spansOf(question, 'council').length;
  const isBeside =
    comparisonOf(question)?.value === 'beside' ||
    spansOf(question, 'councils').some(({ value }) => value === 'ours');
  return named === 1 || (isBeside && (named > 1 || says(question, 'place', 'council_type')));
}

/**
 * Whether a message points back at what was said of one council ("is that good", "since last
 * time"); a number of councils is asked of all of them.
 */
const pointsBack = (question: Question, { parts }: Remembered): boolean =>
  parts.filter(({ slot }) => slot === 'councils').length === 1 &&
  !says(question, 'quantity') &&
  phrasesIn(question.tokens, finder).some(({ value }) => value === 'referring');

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
  const isKeptInPart = isInPart || (hasOtherWords && !kept.some(isOfSubject));
  if (!hasSubject && isKeptInPart) return { kind: 'unkept' };
  if (kept.length === 0 && text !== '') return { kind: 'whole' };
  const said = kept.map((part) => part.said).join(' ');
  const own = text.replace(/[\s?!.]+$/u, '');
  const whole = (isFirst ? [own, said] : [said, own]).join(' ').trim();
  return { kind: 'completed', text: whole, kept: kept.map((part) => part.said) };
}
