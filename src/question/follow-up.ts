import { formatMonth } from '../domain/dates.js';
import type { Remembered, RememberedPart, Slot } from '../domain/remembered.js';
import { successorsOf } from './annotators/former-councils.js';
import {
  hasOwnSubject,
  isAdded,
  isComparedWith,
  isLatestOf,
  leftOutOf,
  leftOutOfMany,
} from './councils-followed.js';
import { leadOf, saysFollowing, wholePhraseOf } from './follow-up-phrases.js';
import type { Question } from './question.js';
import { isOfTheme, NEIGHBOURS, remember } from './remembered.js';
import { residue, says, spansOf, textWithoutTokens } from './residue.js';

/**
 * What a message asks in a conversation. `whole`: it stands by itself. `completed`: what it leaves
 * out is said in `text`, with `kept` of what was asked before. `more`: it asks for what that leaves
 * out. `unkept`: it leaves out what was
 * asked about, of which nothing is kept. `meaning`: it asks what the answer to `text` means, which
 * is null where that cannot be asked again. The others are what the vocabulary has by these names.
 */
export type FollowUp =
  | { kind: 'whole' }
  | { kind: 'completed' | 'more'; text: string; kept: string[] }
  | { kind: 'unkept' }
  | { kind: 'meaning'; text: string | null }
  | { kind: 'who_said' | 'when' | 'newer' | 'misread' | 'forget' };

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
    case 'misread':
    case 'forget':
      return { kind: whole };
    case 'more': {
      const again = completed(remembered, {});
      return again.kind === 'completed' ? { ...again, kind: whole } : again;
    }
    case 'meaning': {
      const again = completed(remembered, {});
      return { kind: whole, text: again.kind === 'completed' ? again.text : null };
    }
    case 'still':
      return isOfOneCouncil(remembered) && remembered.newest !== null
        ? { kind: 'newer' }
        : asOfNow(remembered);
    case 'before':
      return beforeThat(remembered);
    case 'now':
      return asOfNow(remembered);
    case 'successors': {
      const councils = remembered.parts.filter(({ slot }) => slot === 'councils');
      const followed = [...new Set(councils.flatMap(({ said }) => successorsOf(said)))];
      const rest = remembered.parts.filter(({ slot }) => slot !== 'councils' && slot !== 'places');
      const text = `${followed.join(', ')} ${inWords(rest)}`.trim();
      if (followed.length > 0)
        return { kind: 'completed', text, kept: rest.map(({ said }) => said) };
    }
  }
  const without = leftOutOfMany(question, remembered);
  if (without !== null) return completed(remembered, { text: without });
  const leading = leadOf(question);
  const from = leading?.to ?? 0;
  const own = new Set(remember(question).parts.map(({ slot }) => slot));
  const hasSubject = !isOnlyHowItWent(question, remembered, from) && hasOwnSubject(question, from);
  const hasCouncils = own.has('councils') || own.has('places') || own.has('many');
  const left = leftOutOf(question, remembered);
  if (left) return completed({ ...remembered, parts: left }, {});
  const isBeside = isComparedWith(question, remembered) || isAdded(question, remembered);
  const isPointing = saysOfWhichItSpoke(question) || pointsBack(question, remembered);
  const isAlone = !isThread && !leading && !isPointing;
  const isNamed = hasSubject || (!leading && isLatestOf(question));
  const isWhole = isBeside ? false : hasCouncils ? isNamed : isAlone && hasSubject;
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
    ...(own.has('kind') || says(question, 'whole') || asksOfOthers(question)
      ? (['kind'] as const)
      : []),
    ...(own.has('time') ? (['time'] as const) : []),
  ];
  const bare = textWithoutTokens(question, new Set(tokens.slice(0, from).map(({ at }) => at)));
  const text = asksHowItStood(question, remembered) ? `overall grade ${bare}` : bare;
  // A place takes the place of a council's neighbours.
  const isElsewhere = own.has('places') && !own.has('councils') && !isBeside;
  const before = isElsewhere ? withoutNeighbours(remembered) : remembered;
  return completed(before, {
    ...{ replaced, text, isFirst: hasCouncils && !isBeside },
    hasSubject: hasSubject || own.has('kind'),
  });
}

/** Whether a message asks what others than inspectors said, which is no praise or criticism. */
const asksOfOthers = (question: Question): boolean =>
  spansOf(question, 'speaker').some(({ value }) => value !== 'ofsted');

const withoutNeighbours = (remembered: Remembered): Remembered => ({
  ...remembered,
  parts: remembered.parts.filter(({ said }) => said !== NEIGHBOURS),
});

/** Whether a message names a day alone, of a council of which nothing else was asked: its grade. */
const asksHowItStood = (question: Question, { parts }: Remembered): boolean =>
  spansOf(question, 'period').some(({ value }) => value.asOf) &&
  remember(question).parts.every(({ slot }) => slot === 'time') &&
  parts.every(({ slot }) => slot === 'councils' || slot === 'time');

/**
 * Whether a message asks only how "it" or "that" went ("is that worse than before"), where a theme
 * of the reports was asked about: that is what went so.
 */
function isOnlyHowItWent(question: Question, remembered: Remembered, from: number): boolean {
  const { parts } = remembered;
  const isOfMore = remember(question).parts.some(isOfTheme) || says(question, 'grade', 'rating');
  return (
    says(question, 'movement', 'trend') &&
    parts.some(isOfTheme) &&
    (saysOfWhichItSpoke(question) || pointsBack(question, remembered)) &&
    !isOfMore &&
    !says(question, 'council', 'place', 'neighbours') &&
    !residue(question).some(({ at }) => at >= from)
  );
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

const isOfOneCouncil = ({ parts }: Remembered): boolean =>
  parts.filter(({ slot }) => slot === 'councils').length === 1;

/** What was asked before, of no time but the newest. */
function asOfNow(remembered: Remembered): FollowUp {
  const text = remembered.parts.some(isOfSubject) ? '' : 'latest';
  return completed(remembered, { replaced: ['time'], text });
}

/**
 * What was asked before of the time before what was quoted. Where it was of nothing but a council,
 * that is the inspection before.
 */
function beforeThat(remembered: Remembered): FollowUp {
  const { newest, parts } = remembered;
  const time = newest === null ? '' : `before ${formatMonth(newest)}`;
  const isBare = isOfOneCouncil(remembered) && !parts.some(isOfSubject);
  const text = isBare ? `previous inspection ${time}`.trim() : time;
  return completed(remembered, { replaced: ['time'], text });
}

const isOfSubject = ({ slot }: RememberedPart): boolean => slot === 'subject' || slot === 'kind';

/** Whether a message speaks of a council as "it", or of the neighbours of one as "theirs". */
const saysOfWhichItSpoke = (question: Question): boolean =>
  spansOf(question, 'councils').some(({ value }) => value === 'ours') ||
  spansOf(question, 'neighbours').some(({ value }) => value === 'theirs');

/**
 * Whether a message points back at what was said of one council ("is that good", "since last
 * time"); a number of councils is asked of all of them.
 */
const pointsBack = (question: Question, remembered: Remembered): boolean =>
  isOfOneCouncil(remembered) && !says(question, 'quantity') && saysFollowing(question, 'referring');

/** Parts in a row; councils with commas between them, since some of their names are words too. */
const inWords = (parts: RememberedPart[]): string =>
  parts.reduce((said, { slot, said: own }, i) => {
    const isListed = slot === 'councils' && parts[i - 1]?.slot === slot;
    return i === 0 ? own : `${said}${isListed ? ',' : ''} ${own}`;
  }, '');

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
  const said = inWords(kept);
  const own = text.replace(/[\s?!.]+$/u, '');
  const whole = (isFirst ? [own, said] : [said, own]).join(' ').trim();
  return { kind: 'completed', text: whole, kept: kept.map((part) => part.said) };
}
