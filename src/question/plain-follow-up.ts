import { z } from 'zod';
import type { Remembered } from '../domain/remembered.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { phrasesIn } from './annotators/phrases.js';
import { type FollowUp, followUp } from './follow-up.js';
import { comparisonOf, leadOf, wholePhraseOf } from './follow-up-phrases.js';
import { placesOf } from './places-of.js';
import type { Kind, Question, Span } from './question.js';
import { residue, says, spansOf } from './residue.js';

const finder = finderOf(readVocabulary('between-people', z.enum(['talk', 'either', 'person'])));

/** What a message may ask to go on with. */
const ASKED_OF: ReadonlySet<Kind> = new Set<Kind>([
  'council',
  'former_council',
  'place',
  'council_type',
  'neighbours',
  'period',
  'theme',
  'subject',
  'area',
  'tone',
  'recommendations',
  'rating',
  'framework',
]);

/** What may stand beside that. */
const BESIDE: ReadonlySet<Kind> = new Set<Kind>([
  ...ASKED_OF,
  ...(['visit', 'order', 'councils', 'grade', 'quantity', 'comparison', 'speaker'] as const),
]);

/** What plainly goes on; that something was misread people say to one another too. */
const GOES_ON: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>([
  'completed',
  'who_said',
  'when',
  'newer',
  'more',
]);

/** A follow-up is short; who writes more tells somebody something. */
const MOST_WORDS = 12;
/** So few words name a visit, and do not say what is asked of it. */
const FEW_WORDS = 3;

/**
 * Whether a message of a thread, which does not mention the bot, is plainly a question to it that
 * goes on with its last answer. Strict, since it may as well be said between people: it must be
 * understood to its last word, and either be a phrase that asks of what was quoted, or lead to
 * what inspections are asked about; nothing in it may be of those who write.
 */
export function isPlainFollowUp(question: Question, remembered: Remembered): boolean {
  const { tokens } = question;
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return false;
  const meant = followUp(question, remembered, true).kind;
  if (!GOES_ON.has(meant)) return false;
  const whole = wholePhraseOf(question);
  if (whole !== null) {
    // "Last inspection" may be an answer among people; with a question mark it is asked.
    const isOfTime = whole === 'before' || whole === 'now';
    const isPlain = !isOfTime || isAsked(question) || tokens.length > FEW_WORDS;
    return isPlain && !isSaidToAnybody(question);
  }
  if (isBetweenPeople(question)) return false;
  return comparesWithWhatIsAsked(question, remembered) || leadsToWhatIsAsked(question);
}

/**
 * Whether a message of a thread reads like a whole question about inspections: of a council by its
 * name and of what Ofsted said, understood to its last word. Its writer may like to know that the
 * bot must be mentioned.
 */
export const readsLikeAQuestion = (question: Question): boolean =>
  isAsked(question) &&
  !isBetweenPeople(question) &&
  residue(question).length === 0 &&
  spansOf(question, 'council').some(({ byLikeness }) => !byLikeness) &&
  says(question, 'visit', 'speaker', 'rating') &&
  spansOf(question, 'period').every(isOfAYear);

const isBetweenPeople = ({ tokens }: Question): boolean =>
  phrasesIn(tokens, finder).some(({ value }) => value === 'talk');

/** Whether people say the whole of it to one another as well. */
const isSaidToAnybody = ({ tokens }: Question): boolean =>
  phrasesIn(tokens, finder).some(
    ({ from, to, value }) => value === 'either' && from === 0 && to === tokens.length,
  );

/** Whether what a message leads to is somebody whom its writers may well know. */
const isOfPerson = ({ tokens }: Question, from: number): boolean =>
  phrasesIn(tokens, finder).some(
    (phrase) => phrase.value === 'person' && phrase.from === from && phrase.to === tokens.length,
  );

const isAsked = ({ text }: Question): boolean => /\?\s*$/u.test(text);

/** People speak of "May" or "last year" among themselves; a year in figures is of inspections. */
const isOfAYear = ({ surface }: Pick<Span, 'surface'>): boolean =>
  /\b(?:19|20)\d\d\b/.test(surface);

function leadsToWhatIsAsked(question: Question): boolean {
  const lead = leadOf(question);
  if (!lead) return false;
  // What a report says of a director is asked of the bot; "what about the director", of anybody.
  if (lead.value !== 'asking_report' && isOfPerson(question, lead.to)) return false;
  const rest = question.tokens.slice(lead.to);
  const spans = question.spans.filter(({ from }) => from >= lead.to);
  const asked = spans.filter(({ kind }) => ASKED_OF.has(kind));
  const understood = new Set(
    spans
      .filter(({ kind, value }) => BESIDE.has(kind) || (kind === 'filler' && value === 'little'))
      .flatMap(placesOf),
  );
  const isOfTimeAlone = asked.every(({ kind }) => kind === 'period');
  return (
    asked.length > 0 &&
    rest.every(({ at }) => understood.has(at)) &&
    spansOf(question, 'period').every(isOfAYear) &&
    // "and social workers" may go on with a sentence of its writer; "and in 2021" does not.
    (lead.value !== 'leading' || isAsked(question) || isOfTimeAlone)
  );
}

/** With whom or what a council is compared. */
const COMPARED: ReadonlySet<Kind> = new Set<Kind>([
  'council',
  'former_council',
  'place',
  'council_type',
  'neighbours',
]);

/**
 * Whether a message compares what was asked about with councils that it names, and says nothing
 * that is not understood. "Bury is different" tells something; it asks where it begins with the
 * comparison, or ends in a question mark.
 */
function comparesWithWhatIsAsked(question: Question, { parts }: Remembered): boolean {
  const { tokens, spans } = question;
  if (!says(question, 'comparison') || !parts.some(({ slot }) => slot === 'councils')) return false;
  const understood = new Set(
    spans
      .filter(
        ({ kind, value }) =>
          BESIDE.has(kind) ||
          value === 'greeting' ||
          (kind === 'filler' && value === 'little') ||
          (kind === 'councils' && value === 'ours'),
      )
      .flatMap(placesOf),
  );
  return (
    spans.some(({ kind }) => COMPARED.has(kind)) &&
    spansOf(question, 'council').every(({ byLikeness }) => !byLikeness) &&
    tokens.every(({ at }) => understood.has(at)) &&
    spansOf(question, 'period').every(isOfAYear) &&
    (comparisonOf(question) !== null || isAsked(question))
  );
}
