import type { AnswerContext } from '../../answer/index.js';
import { isOfPlace, type Question, saidIn } from '../../question/index.js';
import { DigestProblem } from '../settings/problem.js';

const LEADING_TO_PLACE = new Set(['in', 'for', 'at', 'about', 'of', 'on', 'from', 'the', 'across']);
const JOINING = new Set(['and', 'or', 'plus', 'nor', 'either', 'both']);

type Placed = { from: number; to: number };

/** What says of a text which councils are meant: places, and that all are. */
export const placedIn = ({ tokens, spans }: Question): Placed[] => [
  ...spans.filter(isOfPlace),
  ...saidIn(tokens.map(({ typed }) => typed)).filter(({ value }) => value === 'everywhere'),
];

/**
 * The words as typed between two places, without councils or regions at either end, however these
 * are joined.
 * @throws DigestProblem where either words or a place is asked for: an alert looks for both.
 */
export function wordsBetween(question: Question, from: number, to: number): string {
  const { tokens, text } = question;
  const placed = placedIn(question);
  const placeAt = (at: number): Placed | undefined =>
    placed.find((place) => place.from <= at && at < place.to);
  const typedAt = (at: number): string => tokens[at]?.typed ?? '';
  const skips = (at: number): boolean =>
    JOINING.has(typedAt(at)) || LEADING_TO_PLACE.has(typedAt(at));
  let first = from;
  let last = to;
  const isEither = { before: false, after: false };
  for (let place = placeAt(last - 1); place && place.from >= first; place = placeAt(last - 1)) {
    last = place.from;
    isEither.before = false;
    for (; last > first && skips(last - 1); last -= 1)
      isEither.before ||= typedAt(last - 1) === 'or';
  }
  for (let place = placeAt(first); place && place.to <= last; place = placeAt(first)) {
    first = place.to;
    isEither.after = false;
    for (; first < last && skips(first); first += 1) isEither.after ||= typedAt(first) === 'or';
  }
  const chosen = tokens.slice(first, last);
  const [begin] = chosen;
  const end = chosen.at(-1);
  if (!begin || !end) return '';
  const words = text.slice(begin.start, end.end);
  if (isEither.before || isEither.after)
    throw new DigestProblem(
      `An alert looks for words in the reports on councils: for either of them, make two, one on “${words}” and one on the council.`,
      'words',
    );
  return words;
}

/**
 * What stands at the end of some words where a place would, in words that nobody knows: "narnia" of
 * "unregistered in narnia". Null where there is none such.
 */
export function unknownPlaceIn(
  words: string,
  { tokens, text }: Question,
  { reader }: AnswerContext,
): string | null {
  const end = text.indexOf(words) + words.length;
  const own = tokens.filter((token) => token.start >= text.indexOf(words) && token.end <= end);
  const at = own.findLastIndex(({ typed }) => LEADING_TO_PLACE.has(typed));
  const after = own.slice(at + 1);
  if (at < 1 || after.length === 0 || after.some(({ typed }) => reader.isKnown(typed))) return null;
  return after.map(({ surface }) => surface).join(' ');
}
