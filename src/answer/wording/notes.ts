import type { LocalAuthority } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import {
  type FormerCouncil,
  LONGEST_QUESTION,
  type Question,
  spansOf,
} from '../../question/index.js';
import { figuresIn } from '../../search/index.js';
import type { Answer } from '../answer.js';
import type { About } from '../one-council/about.js';
import { councilLabel, listed } from './phrases.js';

const withNote = (answer: Answer, note: string): Answer => ({
  ...answer,
  notes: [note, ...answer.notes],
});

/** What an answer to a question after a trend says of it. */
export const NO_VERDICT =
  'What was said at each visit is quoted here; the record gives no verdict of better or worse beyond these words.';

/** An answer to a question after a trend says that it gives no verdict of its own. */
export const withoutVerdict = (answer: Answer): Answer => withNote(answer, NO_VERDICT);

/** Who asks for strengths or concerns is told where points were not read for that. */
export const withUnsortedNote = (answer: Answer): Answer => {
  const quoted = answer.sections.flatMap(({ points }) => points);
  const isUnsorted = quoted.every(({ citation }) => citation.tone === 'unmarked');
  if (answer.status !== 'found' || !isUnsorted) return answer;
  return withNote(
    answer,
    'This record does not sort all of these points into strengths and concerns: their words say which.',
  );
};

/** So many quotations are seen first. */
const SEEN = 3;

/**
 * Who asks for a figure is told first that the record quotes none for that; where what is quoted
 * has one, whether it is the figure asked for is left to the reader.
 */
export const withoutFigure = (answer: Answer, about: About): Answer => {
  const quoted = answer.sections.flatMap(({ points }) => points).slice(0, SEEN);
  const hasFigure = quoted.some(({ citation }) => figuresIn(citation.quote).length > 0);
  const said = hasFigure
    ? 'the figures below may not be the one asked for; this is what the record says nearest to it.'
    : 'no figure for that was found; what the record says nearest to it follows.';
  return { ...answer, headline: `${councilLabel(about)}: ${said}` };
};

/**
 * What a reply says of how the question was read: what was cut off, what was repaired, and which
 * times were left out as the asker wished.
 */
export function readingNotes(question: Question, isCut: boolean): string[] {
  const repaired = question.readAs.map(({ typed, as }) => `“${typed}” as ${as}`).join(', ');
  const kinds = spansOf(question, 'kinds_aside').flatMap(({ value }) => value);
  const aside = [
    ...spansOf(question, 'set_aside').map(({ value }) => value.label),
    ...[...new Set(kinds)].map((kind) => (kind === 'inspection' ? 'full inspections' : `${kind}s`)),
    ...spansOf(question, 'area_aside').map(({ value }) => value),
  ].join(', ');
  return [
    ...(isCut ? [`Only the first ${LONGEST_QUESTION} characters of the question were read.`] : []),
    ...(repaired ? [`Read ${repaired}.`] : []),
    ...(aside ? [`Left out, as asked: ${aside}.`] : []),
  ];
}

/** Which dates a year like "24/25" was taken for, where the headline does not say it. */
const splitYearNotes = (question: Question, headline: string): string[] =>
  spansOf(question, 'period').flatMap(({ value: { isYearSplit, label } }) =>
    isYearSplit && !headline.includes(label) ? [`Time asked about: ${label}.`] : [],
  );

/** All that is said under a headline of how the question was read. */
export const notesOnReading = (question: Question, isCut: boolean, headline: string): string[] => [
  ...readingNotes(question, isCut),
  ...splitYearNotes(question, headline),
];

/** A council that is no more, whose own inspections are in the answer. */
export const endedNote = ({ name, ended, successors }: FormerCouncil): string =>
  `${name} is no council any more, since ${formatDate(ended)}: its services went to ${listed(successors.map((each) => each.name))}. Its own inspections stay its own.`;

/** A council that is no more was named beside others, and is not in the answer. */
export const formerNote = ({ name }: FormerCouncil): string =>
  `${name} is a council that is no more, and is not counted here: ask about it by itself.`;

/** A council that was named beside those that the record covers. */
export const notInRecordNote = ({ name }: LocalAuthority): string =>
  `${name} is not in this record, so nothing is said about it and nothing is compared.`;
