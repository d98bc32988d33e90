import { z } from 'zod';
import type { PhraseFinder, PhraseMatch } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

/** The phrases for a tone on one side of a contrast. */
export type Side = Record<Tone, string[]>;

/** What phrases say; of those that only lean to a tone it takes two to have it. */
const TONES = ['praise', 'leaning to praise', 'criticism', 'leaning to criticism'] as const;
type Tone = (typeof TONES)[number];

/**
 * What speaks for a tone in a sentence, on each side of its contrasts. One that is `uncertain` has
 * no tone, and one with a `reserve` is no praise: part of it is negated, supposed or held back.
 */
export type Evidence = { sides: Side[]; isUncertain: boolean; hasReserve: boolean };

/**
 * What a phrase of the vocabulary does in a sentence: it speaks for a tone, negates what follows,
 * sets a contrast, or has a reserve. What begins a pair ("not only") makes no contrast of its
 * "but", and an answer ("is mitigated by") takes back the criticism before it. What follows an aim
 * is only wanted, what follows a condition is only supposed, and both say nothing. A sentence that
 * begins with an instruction, or that has a doubt in it, is not read.
 */
const Mark = z.enum([
  ...TONES,
  'reserve',
  'negation',
  'contrast',
  'pair',
  'answer',
  'aim',
  'condition',
  'instruction',
  'doubt',
]);
type Mark = z.infer<typeof Mark>;
type Found = PhraseMatch<Mark>;

let finder: PhraseFinder<Mark | null> | null = null;

/** The vocabulary, prepared when the first sentence is read: most runs of the program read none. */
function vocabulary(): PhraseFinder<Mark | null> {
  finder ??= finderOf(readVocabulary('tone-of-findings', Mark));
  return finder;
}

/** A negation governs a phrase that begins so many words after it: "not always very clear". */
const NEGATED = 3;
/** Praise so soon after a criticism is part of it: "a lack of timely and effective support". */
const CRITICISED = 6;

/** Reads a sentence from left to right. */
export function evidenceOf(sentence: string): Evidence {
  const words = wordsAndBreaks(sentence);
  let side = newSide();
  const evidence: Evidence = { sides: [side], isUncertain: false, hasReserve: false };
  /** The place after the last negation, and that up to which praise belongs to a criticism. */
  let negated: number | null = null;
  let criticised = 0;
  let passedOver = 0;
  /** Where the clause ends that the sentence opens with a contrast: "Although …, …". */
  let opening: number | null = null;
  /** Whether the next "but" joins the second of a pair to the first. */
  let isPaired = false;

  const turn = () => {
    side = newSide();
    evidence.sides.push(side);
    [negated, criticised, passedOver, opening] = [null, 0, 0, null];
  };
  const isNegated = (from: number) =>
    negated !== null &&
    from - negated < NEGATED &&
    !words.slice(negated, from).some((word) => ENDS_REACH.has(word));

  for (const { value, from, to } of phrasesIn(words)) {
    if (opening !== null && from > opening) turn();
    if (value === 'pair') isPaired = true;
    else if (value === 'contrast' && isPaired && words[from] === 'but') isPaired = false;
    else if (value === 'contrast') {
      if (from > 0) turn();
      else if (words[to] === BREAK) evidence.hasReserve = true;
      else opening = endOfClause(words, to);
    } else if (value === 'doubt') evidence.isUncertain = true;
    else if (value === 'instruction') evidence.isUncertain ||= from === 0;
    else if (value === 'reserve') evidence.hasReserve = true;
    else if (value === 'answer') {
      if (!isNegated(from)) evidence.hasReserve = takeBack(side) || evidence.hasReserve;
    } else if (from < passedOver) evidence.hasReserve ||= isCritical(value);
    else if (value === 'condition') passedOver = endOfClause(words, to);
    else if (value === 'aim') passedOver = words.length;
    else if (value === 'negation') [negated, evidence.hasReserve] = [to, true];
    else if (isCritical(value)) {
      if (isNegated(from)) evidence.hasReserve = true;
      else side[value].push(words.slice(from, to).join(' '));
      criticised = Math.max(criticised, to + CRITICISED);
    } else if (from < criticised) continue;
    else if (negated === null) side[value].push(words.slice(from, to).join(' '));
    else if (isNegated(from)) {
      side.criticism.push(words.slice(negated - 1, to).join(' '));
      criticised = to + CRITICISED;
    }
  }
  if (opening !== null && opening < words.length) turn();
  return evidence;
}

const newSide = (): Side => ({
  praise: [],
  'leaning to praise': [],
  criticism: [],
  'leaning to criticism': [],
});

/** Empties the criticism of a side, and tells whether there was any. */
function takeBack(side: Side): boolean {
  const taken = [...side.criticism.splice(0), ...side['leaning to criticism'].splice(0)];
  return taken.length > 0;
}

const isCritical = (mark: Mark): mark is 'criticism' | 'leaning to criticism' =>
  mark === 'criticism' || mark === 'leaning to criticism';

const TOKEN = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[%,;:()–—]/gu;
const MARKS = new Set([...',;:()–—']);
const BREAK = ',';
/** What a negation does not reach across. */
const ENDS_REACH = new Set([BREAK, 'and', 'or', 'is', 'are', 'that', 'which', 'who']);
/** What a phrase does not pass over where it leaves words open. */
const NOT_PASSED = new Set([BREAK, 'but', 'not', 'no', 'never', 'that', 'which', 'who']);

/** The same in the characters of most sentences: they are found sooner. */
const PLAIN_TOKEN = /[a-z0-9]+(?:['’][a-z]+)*|[%,;:()–—]/g;
const IS_PLAIN = /^[ -~‘’“”–—]*$/;
const APOSTROPHE = /['’]/;

/** The words in lower case without apostrophes, and a comma for every mark between clauses. */
function wordsAndBreaks(sentence: string): string[] {
  const tokens = sentence.toLowerCase().match(IS_PLAIN.test(sentence) ? PLAIN_TOKEN : TOKEN) ?? [];
  const hasApostrophe = APOSTROPHE.test(sentence);
  return tokens.map((token) => {
    if (token.length === 1) return MARKS.has(token) ? BREAK : token;
    return hasApostrophe ? token.replace(/['’]s$|['’]/g, '') : token;
  });
}

function endOfClause(words: string[], from: number): number {
  const end = words.indexOf(BREAK, from);
  return end < 0 ? words.length : end;
}

/** The phrases met, left to right: the longest of those that overlap, none across a break. */
function phrasesIn(words: string[]): Found[] {
  const met = vocabulary()
    .find(words)
    .filter((match) => passesOnlyWords(match, words));
  // They come by where they begin, and of those that begin together the one that counts is last.
  const found: Found[] = [];
  let after = 0;
  for (const [i, match] of met.entries()) {
    if (match.from < after || met[i + 1]?.from === match.from) continue;
    after = match.to;
    if (isFound(match)) found.push(match);
  }
  return found;
}

const isFound = (match: PhraseMatch<Mark | null>): match is Found => match.value !== null;

/** Whether what a phrase leaves open is filled with words that it may pass over. */
function passesOnlyWords(
  { from, to, words: named }: PhraseMatch<unknown>,
  words: string[],
): boolean {
  if (named.length === to - from) return true;
  for (let i = from; i < to; i++)
    if (NOT_PASSED.has(words[i] ?? '') && !named.includes(i)) return false;
  return true;
}
