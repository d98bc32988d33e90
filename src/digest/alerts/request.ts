import type { AnswerContext } from '../../answer/index.js';
import { type AlertPlace, LONGEST_WORDS, MOST_WORDS } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { FUNCTION_WORDS, words as wordsOf } from '../../language/index.js';
import {
  cleanText,
  isSureOpening,
  newsIn,
  openingOf,
  type Question,
  type SaidOfReports,
  saidIn,
  says,
  unreadInRequest,
  wordsOfRequest,
} from '../../question/index.js';
import { DigestProblem } from '../settings/problem.js';
import { didYouMean } from '../wording/lists.js';
import { placesIn } from './places.js';
import { placedIn, unknownPlaceIn, wordsBetween } from './words-asked.js';

/** What an alert looks for, as somebody asks for it. */
export type AlertAsked = { words: string[]; places: AlertPlace[] };

/** For whom it is: for whoever asks, or for the channel where it is asked. */
export type AlertRequest = AlertAsked & { forWhom: 'me' | 'us' };

/** How a request is written, for whoever wrote another. */
export const ALERT_USAGE = 'WORDS, or a council, a region or “neighbours of COUNCIL”';

/** Whether a text begins as a request for an alert does; it may be a question all the same. */
export const mayAskForAlert = (typed: string): boolean =>
  openingOf(wordsOfRequest(cleanText(typed))) !== null;

/**
 * Reads a message that asks to be told of reports to come: "tell me when a report says
 * unregistered", "alert us when kent is inspected", "alert: north west". Null where it asks nothing
 * of the kind. `own` is the council that the channel asks about, whose neighbours are "ours".
 * @throws DigestProblem with what to do where it plainly asks for an alert and cannot be read.
 */
export function readAlertRequest(
  typed: string,
  context: AnswerContext,
  own: LocalAuthority | null,
): AlertRequest | null {
  const text = cleanText(typed);
  const opening = openingOf(wordsOfRequest(text));
  if (!opening) return null;
  const read = context.reader.read(text, context.today());
  const start = read.tokens[opening.to]?.start;
  const rest = start === undefined ? '' : read.text.slice(start);
  const asked = readAsked(rest, { isSure: isSureOpening(opening.value) }, context, own);
  if (asked === null) return null;
  const isAbout = opening.value === 'me about' || opening.value === 'us about';
  if (isAbout && asked.how !== 'new_reports') return null;
  return { ...asked.asked, forWhom: opening.value.startsWith('me') ? 'me' : 'us' };
}

/** What is written after "alert", or in the form's field of councils and regions. */
export function readAlert(
  typed: string,
  context: AnswerContext,
  own: LocalAuthority | null,
): AlertAsked {
  const read = readAsked(cleanText(typed), { isSure: true }, context, own);
  if (!read) throw new DigestProblem(NOTHING_SAID);
  return read.asked;
}

const NOTHING_SAID = `Say what to tell of: ${ALERT_USAGE}, like “/ofsted alert unregistered” or “/ofsted alert kent”.`;

function readAsked(
  rest: string,
  { isSure }: { isSure: boolean },
  context: AnswerContext,
  own: LocalAuthority | null,
): { asked: AlertAsked; how: SaidOfReports | null } | null {
  const quoted = [...rest.matchAll(/"([^"]+)"/g)].flatMap(([, words = '']) => words.trim() || []);
  const unquoted = rest.replace(/"[^"]*"/g, ' ');
  const question = context.reader.read(unquoted, context.today());
  const said = saidIn(question.tokens.map(({ typed }) => typed));
  const [saying] = said.filter(({ value }) => value === 'says' || value === 'said');
  const news = newsIn(said);
  const places = placesIn(question, context, own);
  if (quoted.length > 0 && (saying || isSure))
    return { asked: { words: checked(quoted), places }, how: null };
  if (saying) {
    const after = saying.value === 'says';
    const [from, to] = after ? [saying.to, question.tokens.length] : [0, saying.from];
    const words = wordsBetween(question, from, to);
    if (words !== '') return { asked: { words: split(words), places }, how: null };
  }
  if (news) {
    const unread = unreadInRequest(question);
    if (unread !== '' && !isSure) return null;
    if (unread !== '') throw unreadProblem(unread, question, context);
    return { asked: { words: [], places }, how: news.value };
  }
  if (!isSure) return null;
  const left = wordsBetween(question, 0, question.tokens.length);
  if (left !== '') {
    if (said.some(({ value }) => value === 'condition')) throw cannotTell(left);
    const elsewhere = unknownPlaceIn(left, question, context);
    if (elsewhere) throw unreadProblem(elsewhere, question, context);
    return { asked: { words: split(left), places }, how: null };
  }
  const isEverywhere = placedIn(question).length > 0;
  if (places.length === 0 && !isEverywhere) throw new DigestProblem(NOTHING_SAID);
  return { asked: { words: [], places }, how: null };
}

const cannotTell = (left: string): DigestProblem =>
  new DigestProblem(
    `An alert tells of new reports on councils, whatever their grades, or of reports that say a word, and “${left.slice(0, LONGEST_WORDS)}” is neither: write the council alone, or words in quotation marks.`,
    'words',
  );

const split = (text: string): string[] => checked(text.split(/\s*(?:[,;]|\bor\b)\s*/i));

/** @throws DigestProblem where there are none, too many, or one is too long or says nothing. */
export function checked(list: string[]): string[] {
  const found = [...new Set(list.map((each) => each.trim()).filter((each) => each !== ''))];
  const says = (each: string): boolean =>
    wordsOf(each).some((word) => word.length > 1 && !FUNCTION_WORDS.has(word));
  const problem =
    found.length === 0
      ? NOTHING_SAID
      : found.length > MOST_WORDS
        ? `An alert looks for at most ${MOST_WORDS} words and these are ${found.length}: write fewer, or make two alerts.`
        : found.some((each) => each.length > LONGEST_WORDS)
          ? `Write a word or a short phrase, of ${LONGEST_WORDS} characters at most.`
          : found.every(says)
            ? null
            : `Nearly every report says “${found.find((each) => !says(each))}”: choose a word that tells more.`;
  if (problem) throw new DigestProblem(problem, 'words');
  return found;
}

function unreadProblem(
  unread: string,
  question: Question,
  { reader }: AnswerContext,
): DigestProblem {
  const typed = `“${unread.slice(0, 60)}”`;
  if (says(question, 'grade'))
    return new DigestProblem(
      `An alert tells of every new report, with its grades, whatever they are: write it without ${typed}.`,
      'places',
    );
  const match = reader.councils.resolve(unread);
  const names = match.kind === 'many' ? match.candidates.slice(0, 3).map(({ name }) => name) : [];
  return new DigestProblem(
    `I could not read ${typed} as a council or a region: write it as Ofsted does.${didYouMean(names)}`,
    'places',
  );
}
