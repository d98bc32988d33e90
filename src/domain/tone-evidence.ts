import { z } from 'zod';
import { createPhraseFinder, type PhraseFinder, type PhraseMatch } from '../language/index.js';
import { readVocabulary } from './vocabulary.js';

/** The phrases for a tone on one side of a contrast; of `leaning` ones it takes two to praise. */
export type Side = { praise: string[]; leaning: string[]; criticism: string[] };

/**
 * What speaks for a tone in a sentence, on each side of its contrasts. One that is `uncertain` has
 * no tone, and one that is `negated` in a way that is not understood is no praise.
 */
export type Evidence = { sides: Side[]; isUncertain: boolean; isNegated: boolean };

/**
 * What a phrase of the vocabulary does in a sentence: it praises, leans to praise or criticises; it
 * negates what follows, or sets a contrast. What follows an aim is only wanted, what follows a
 * condition is only supposed, and both say nothing. A sentence that begins with an instruction, or
 * that has a doubt in it, is not read.
 */
const Mark = z.enum([
  'praise',
  'leaning',
  'criticism',
  'negation',
  'contrast',
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
  if (finder) return finder;
  const { entries, sets } = readVocabulary('tone-of-findings', Mark);
  const phrases = entries.flatMap((entry) =>
    entry.phrases.map((phrase) => [phrase, entry.value] as const),
  );
  finder = createPhraseFinder(phrases, sets);
  return finder;
}

/** A negation governs a phrase that begins so many words after it: "not always very clear". */
const NEGATED = 4;
/** Praise so soon after a criticism is part of it: "a lack of timely and effective support". */
const CRITICISED = 6;

/** Reads a sentence from left to right. */
export function evidenceOf(sentence: string): Evidence {
  const words = wordsAndBreaks(sentence);
  let side = newSide();
  const evidence: Evidence = { sides: [side], isUncertain: false, isNegated: false };
  /** The place after the last negation, and that up to which praise belongs to a criticism. */
  let negated: number | null = null;
  let criticised = 0;
  let passedOver = 0;
  /** Where the clause ends that the sentence opens with a contrast: "Although …, …". */
  let opening: number | null = null;

  const turn = () => {
    side = newSide();
    evidence.sides.push(side);
    [negated, criticised, passedOver, opening] = [null, 0, 0, null];
  };
  const isNegated = (from: number) =>
    negated !== null && from - negated < NEGATED && !words.slice(negated, from).includes(BREAK);

  for (const { value, from, to } of phrasesIn(words)) {
    if (opening !== null && from > opening) turn();
    if (value === 'contrast') {
      if (from > 0) turn();
      else opening = endOfClause(words, to);
    } else if (value === 'doubt') evidence.isUncertain = true;
    else if (value === 'instruction') evidence.isUncertain ||= from === 0;
    else if (from < passedOver) continue;
    else if (value === 'condition') passedOver = endOfClause(words, to);
    else if (value === 'aim') passedOver = words.length;
    else if (value === 'negation') [negated, evidence.isNegated] = [to, true];
    else if (value === 'criticism') {
      if (isNegated(from)) evidence.isNegated = true;
      else side.criticism.push(words.slice(from, to).join(' '));
      criticised = Math.max(criticised, to + CRITICISED);
    } else if (from < criticised) continue;
    else if (negated === null) side[value].push(words.slice(from, to).join(' '));
    else if (isNegated(from)) {
      side.criticism.push(words.slice(negated - 1, to).join(' '));
      criticised = words.length;
    }
  }
  return evidence;
}

const newSide = (): Side => ({ praise: [], leaning: [], criticism: [] });

const TOKEN = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[,;:()–—]/gu;
const MARKS = /^[,;:()–—]$/;
const BREAK = ',';

/** The words in lower case without apostrophes, and a comma for every mark between clauses. */
const wordsAndBreaks = (sentence: string): string[] =>
  (sentence.toLowerCase().match(TOKEN) ?? []).map((token) =>
    MARKS.test(token) ? BREAK : token.replace(/['’]s$|['’]/g, ''),
  );

function endOfClause(words: string[], from: number): number {
  const end = words.indexOf(BREAK, from);
  return end < 0 ? words.length : end;
}

/** The phrases met, left to right: the longest of those that overlap, none across a break. */
function phrasesIn(words: string[]): Found[] {
  const taken: boolean[] = [];
  return vocabulary()
    .find(words)
    .filter(({ from, to }) => to - from === 1 || !words.slice(from, to).includes(BREAK))
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (taken.slice(from, to).includes(true)) return false;
      for (let i = from; i < to; i++) taken[i] = true;
      return true;
    })
    .filter((found): found is Found => found.value !== null)
    .sort((a, b) => a.from - b.from);
}
