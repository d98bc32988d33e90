import { z } from 'zod';
import { type PhraseFinder, words as wordsOf } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

const Part = z.enum([
  'aside',
  'concession',
  'condition',
  'verb',
  'finite',
  'speaks on',
  'head',
  'people',
  'purpose',
  'future',
]);
type Part = z.infer<typeof Part>;

/** Words from `from` up to, not including, `to`. */
type Range = { from: number; to: number };

/**
 * The parts of a sentence by which it is told what it says plainly: the clauses that only concede
 * or suppose something, the places behind which a clause has its subject no longer, what only says
 * what something is for, and what is only planned. All are places among its words.
 */
export type SentenceParts = {
  concessions: Range[];
  conditions: Range[];
  verbs: number[];
  /** Behind whom a place only tells whom a sentence is of. */
  people: Range[];
  purposes: number[];
  futures: number[];
  /** Where a clause begins: the first word, and each behind a comma or the like. */
  clauses: number[];
  /** Where each clause with a verb begins: what has none belongs to the next, or the last one. */
  begins: number[];
};

let finder: PhraseFinder<Part | null> | null = null;

/** The vocabulary, prepared with the first sentence: most runs of the program need none. */
function vocabulary(): PhraseFinder<Part | null> {
  finder ??= finderOf(readVocabulary('parts-of-sentences', Part));
  return finder;
}

/** The parts of a sentence, whose words are those that `words()` gives. */
export function partsOf(sentence: string): SentenceParts {
  const words = wordsOf(sentence);
  const clauses = clausesOf(sentence);
  const met = vocabulary().find(words);
  const hiding = met.filter(({ value }) => value === null);
  const seen = met.filter(
    ({ value, from, to }) =>
      value !== null && !hiding.some((each) => each.from <= from && to <= each.to),
  );
  const placesOf = (part: Part) => seen.filter(({ value }) => value === part);
  const endOf = (from: number) => clauses.find((at) => at > from) ?? words.length;
  const openedBy = (part: Part, isAnywhere: boolean): Range[] =>
    placesOf(part)
      .filter(({ from }) => isAnywhere || clauses.includes(from))
      .map(({ from }) => ({ from, to: endOf(from) }));
  return {
    concessions: [...openedBy('aside', true), ...openedBy('concession', false)],
    conditions: openedBy('condition', false),
    verbs: [...placesOf('verb'), ...placesOf('head')].map(({ from }) => from),
    people: placesOf('people'),
    purposes: placesOf('purpose').map(({ to }) => to),
    futures: placesOf('future').map(({ to }) => to),
    clauses,
    begins: beginsOf(
      clauses,
      met.flatMap(({ value, from }) => (value === 'verb' || value === 'finite' ? [from] : [])),
      new Set(met.flatMap(({ value, from }) => (value === 'speaks on' ? [from] : []))),
      words.length,
    ),
  };
}

/** "Assessments, plans and visits are weak" is one clause, with its verb in the last of three. */
function beginsOf(
  clauses: number[],
  verbs: number[],
  on: ReadonlySet<number>,
  length: number,
): number[] {
  const ends = clauses.map((_, i) => clauses[i + 1] ?? length);
  const closing = ends.filter((end, i) => verbs.some((at) => (clauses[i] ?? 0) <= at && at < end));
  return [0, ...closing.slice(0, -1).filter((at) => !on.has(at))];
}

/** A mark between clauses. */
const BREAK = /[,;:()–—]\s/u;

/** The places of the words with which a sentence and each of its clauses begin. */
function clausesOf(sentence: string): number[] {
  const places = [0];
  let count = 0;
  for (const clause of sentence.split(BREAK)) {
    count += wordsOf(clause).length;
    places.push(count);
  }
  return places.slice(0, -1);
}

/** Where the clause begins that has a place. */
export const beginOf = ({ begins }: SentenceParts, at: number): number =>
  begins.findLast((from) => from <= at) ?? 0;

/** A purpose or a plan reaches so many words on. */
const REACHES = 4;

const reaches = (places: number[], at: number): boolean =>
  places.some((from) => from <= at && at - from < REACHES);

/** Whether a clause that sets itself against the rest of the sentence has the place. */
export const isConceded = ({ concessions }: SentenceParts, at: number): boolean =>
  concessions.some(({ from, to }) => from <= at && at < to);

/** Whether the place is only of when something is so: "when care leavers are homeless, …". */
export const isSupposed = ({ conditions }: SentenceParts, at: number): boolean =>
  conditions.some(({ from, to }) => from <= at && at < to);

/** Whether what stands there is what a clause is about: no verb of it stands before that. */
export function isSubject(parts: SentenceParts, at: number): boolean {
  return !isConceded(parts, at) && !isSupposed(parts, at) && isBeforeVerb(parts, at);
}

function isBeforeVerb(parts: SentenceParts, at: number): boolean {
  const { verbs } = parts;
  const start = beginOf(parts, at);
  return !verbs.some((verb) => start <= verb && verb < at);
}

/** Whether what stands there only tells of which people a clause speaks. */
export const isOfPeople = (parts: SentenceParts, at: number): boolean =>
  parts.people.some(({ from, to }) => to === at && isBeforeVerb(parts, from));

/** Whether what stands there only tells what something else is for. */
export const isForPurpose = ({ purposes }: SentenceParts, at: number): boolean =>
  purposes.some((from) => from <= at && at - from < 2);

/** Whether what stands there is only planned. */
export const isPlanned = ({ futures }: SentenceParts, at: number): boolean => reaches(futures, at);
