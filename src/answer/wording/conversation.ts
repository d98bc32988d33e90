import { type Speaker, speakerLabel } from '../../domain/passage.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Remembered, RememberedPart } from '../../domain/remembered.js';
import { sourceDate } from '../../domain/source.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { AnswerContext } from '../context.js';
import { examplesFor } from './examples.js';
import { emptyAnswer, listed } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { withPlaces } from './where-quoted.js';

/**
 * The council that is meant where neither the message nor its conversation names one: that of the
 * channel it is written in or, in a direct message, of the one that its writer has `open`.
 */
export type Ground = { council: string; is: 'here' | 'open' };

/**
 * What a message may go on with: what its thread or direct message has kept, and its ground.
 * `isWhole`: it is no message but the question of a button, which says all that it asks.
 */
export type Conversation = {
  remembered: Remembered | null;
  from: 'thread' | 'direct message' | 'channel';
  ground?: Ground | null;
  isWhole?: boolean;
};

/** What a message that goes on with something was read as, and what was `kept` for that. */
export const readTogether = (
  answer: Answer,
  { text, kept }: { text: string; kept: string[] },
  remembered: Remembered | null,
): Answer => {
  const before = kept.length > 0 ? ` (${kept.join(', ')})` : '';
  const unkept = remembered?.hasOtherWords ? '; its other words are not kept' : '';
  const note = `Read with what was asked before${before}, as “${text}”${unkept}.`;
  return { ...answer, notes: [note, ...answer.notes] };
};

/** What a message that names no council was read as, and by which channel. */
export const readOnGround = (answer: Answer, text: string, { council, is }: Ground): Answer => {
  const channel = is === 'open' ? 'The channel that you have open' : 'This channel';
  return {
    ...answer,
    notes: [`${channel} asks about ${council}: read as “${text}”.`, ...answer.notes],
  };
};

/**
 * Of the words that no vocabulary has, nothing is kept to go on with: what is kept can be asked.
 */
export function unkeptAnswer(
  text: string,
  remembered: Remembered | null,
  context: AnswerContext,
): Answer {
  const saidOf = (wanted: RememberedPart['slot']) =>
    (remembered?.parts ?? []).filter(({ slot }) => slot === wanted).map(({ said }) => said);
  const councils = saidOf('councils').slice(0, MOST_OFFERED);
  const questions = councils.flatMap((name) => [
    ...saidOf('subject').map((subject) => `${name} ${subject}`),
    `${name} latest`,
  ]);
  const own = [...new Set(questions)].map((question) => ({ label: question, question }));
  const offered = (own.length > 0 ? own : examplesFor(context)).slice(0, MOST_OFFERED);
  const [first] = offered;
  return {
    ...emptyAnswer('help', text),
    status: 'ambiguous',
    headline: 'Please ask that in full: the words of the question before are not kept.',
    notes: first ? [`Name the council and the subject, as in “${first.question}”.`] : [],
    choices: offered,
  };
}

const MOST_OFFERED = 3;

/** Who says that it was read wrongly is told what it was read as, and asked to say it otherwise. */
export function misreadAnswer(
  text: string,
  remembered: Remembered | null,
  context: AnswerContext,
): Answer {
  const read = (remembered?.parts ?? []).map(({ said }) => `“${said}”`);
  const lost = remembered?.hasOtherWords ? ', and words that I may have read wrongly' : '';
  return {
    ...unkeptAnswer(text, remembered, context),
    headline: 'Then I read it wrongly: please ask it again in other words.',
    notes: read.length > 0 ? [`I took it to be about ${listed(read)}${lost}.`] : [],
  };
}

/** Nothing is known of what a conversation was about: too long ago, forgotten, or never asked. */
export const notRememberedAnswer = (text: string): Answer => ({
  ...emptyAnswer('help', text),
  status: 'ambiguous',
  headline:
    'I do not remember anything asked here before: please ask in full. Which council do you mean?',
  notes: ['What a conversation is about is kept for seven days after its last question.'],
});

/** The quotations that were shown already are left out. */
export const leftOutNote = 'What was quoted of it before is left out here.';

/** All that answers was quoted already: the question is offered anew. */
export const nothingMoreAnswer = ({ question, kind, authority }: Answer): Answer => ({
  ...emptyAnswer(kind, question),
  authority,
  headline: 'That was all: the record quotes nothing more that answers.',
  choices: [{ label: 'Ask it again', question }],
});

/** The quotations of an answer were shown already, and rows or lines of it were not. */
export const restBelow = (answer: Answer): Answer => ({
  ...answer,
  notes: ['No further quotation answers; the rest of it is behind “Show more”.', ...answer.notes],
});

/** The council that a conversation was about left the register since. */
export const conversationGoneAnswer = (text: string, council: string): Answer => ({
  ...emptyAnswer('help', text),
  status: 'ambiguous',
  headline: `${council}, asked about before, is no longer in the record’s register: name another council.`,
});

/** The answer before quoted nobody. */
export const nothingQuotedAnswer = (text: string): Answer => ({
  ...emptyAnswer('sources', text),
  status: 'nothing_found',
  reason: 'no_match',
  headline: 'Nobody was quoted in the answer before: grades and dates are Ofsted’s own.',
  closing: ['They are from its reports and its official statistics.'],
});

/** "Ofsted’s own", "the press’s own": whose words they are, as said of several together. */
function wordsOf(speaker: Speaker): string {
  if (speaker.kind === 'ofsted') return 'Ofsted’s own';
  if (speaker.kind === 'ofsted_quoted_by_press') return 'Ofsted’s as the press quotes them';
  return speaker.kind === 'press' ? 'the press’s own' : `by ${speakerLabel(speaker)}`;
}

/** More councils than these are named over their quotations only. */
const NAMED = 3;

/** Whose the words are that were quoted before, of which councils, and where they stand. */
export function whoSaidAnswer(
  text: string,
  passages: RecordedPassage[],
  councilOf: (passage: RecordedPassage) => string,
): Answer {
  const [first] = passages;
  if (!first)
    return {
      ...emptyAnswer('sources', text),
      status: 'nothing_found',
      reason: 'no_match',
      headline: 'What was quoted before is no longer in the record: please ask again in full.',
    };
  const councils = [...new Set(passages.map(councilOf))];
  const sections = councils.map((council) => ({
    heading: council,
    lines: [],
    points: passages.filter((each) => councilOf(each) === council).map((each) => pointOf(each)),
  }));
  const on = councils.length > NAMED ? `${councils.length} councils` : listed(councils);
  const speakers = [
    ...new Map(
      passages.map(({ passage: { speaker } }) => [speakerLabel(speaker), speaker]),
    ).values(),
  ];
  const where = [
    ...new Set(
      passages.map(
        ({ source, visit }) =>
          `${source.publisher} ${source.kind}, ${sourceDate(source)}, on the ${visitTitle(visit)}`,
      ),
    ),
  ];
  return {
    ...emptyAnswer('sources', text),
    status: 'found',
    headline: withPlaces(
      `The words quoted before on ${on} are ${listed(speakers.map(wordsOf))}`,
      citationsOf(sections),
    ),
    closing: where.map((each) => `In: ${each}.`),
    sections,
    citations: citationsOf(sections),
  };
}
